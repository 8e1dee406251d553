import { heldRoles } from '../../../../shared/domain/access/roles.ts';
import { type AuditEntry, auditPlace } from '../../../../shared/domain/audit.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { addDays } from '../../../../shared/domain/time.ts';
import type { Doubt, Invariant, Watch } from '../../invariant.ts';

/** The newest that the audit tells of somebody's roles, by the order of the changes. */
type Told = { order: string; roles: readonly unknown[] };

/**
 * What the audit tells last of a person's roles is what they hold. Nothing is known of who was added so long ago that the
 * entry may have outlived its days; and where nothing is told of somebody who came from a file, the file gave the roles:
 * files of earlier releases left no entry.
 */
export const givenRoles: Invariant = {
  name: 'given-roles',
  holds: 'Whoever holds a role got it by a change that the audit tells of, or by a file.',
  judges: 'subject',
  watch: ({ now, policy }): Watch => {
    const holders = new Map<string, Pick<Person, 'roles' | 'importId' | 'createdDateTime'>>();
    const told = new Map<string, Told>();
    return {
      see: (seen) => {
        if (seen.kind === 'audit') addRoles(told, seen.entry);
        else if (seen.kind === 'person' && heldRoles(seen.person).length > 0) {
          const { id, importId, createdDateTime } = seen.person;
          holders.set(id, {
            roles: heldRoles(seen.person),
            createdDateTime,
            ...(importId !== undefined && { importId }),
          });
        }
      },
      *doubts(): Generator<Doubt> {
        for (const [id, { roles, importId, createdDateTime }] of holders) {
          const last = told.get(id);
          if (!last && (importId !== undefined || addDays(createdDateTime, policy.auditDays) <= now)) continue;
          for (const role of roles)
            if (!last?.roles.includes(role))
              yield { about: `person ${id}`, what: `holds ${role}, and the audit does not tell who gave it` };
        }
      },
      *tells() {
        for (const [id, { roles, importId }] of holders)
          if (!told.has(id) && importId !== undefined)
            yield `person ${id} holds ${roles.join(', ')} by import ${importId}`;
      },
      looked: () => holders.size,
    };
  },
};

const addRoles = (told: Map<string, Told>, entry: AuditEntry): void => {
  if (entry.target?.type !== 'User') return;
  const roles = entry.modifiedProperties.find(({ displayName }) => displayName === 'roles');
  const order = orderOf(entry);
  if (!roles || order < (told.get(entry.target.id)?.order ?? '')) return;
  told.set(entry.target.id, { order, roles: Array.isArray(roles.newValue) ? roles.newValue : [] });
};

/** By the version that the change made: clocks of functions differ. Entries of no chain are older than those of one. */
const orderOf = (entry: AuditEntry): string =>
  `${String(entry.chain?.version ?? 0).padStart(9, '0')} ${auditPlace(entry)}`;
