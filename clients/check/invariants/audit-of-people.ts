import type { AuditEntry } from '../../../shared/domain/audit.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { addDays, type Instant } from '../../../shared/domain/time.ts';
import { type Doubt, type Invariant, mostDoubts, type Setting, type Watch } from '../invariant.ts';

/** What the audit tells of a person, as little as is asked of it. */
type Told = { entries: number; isBorn: boolean; isRemoved: boolean; deletedAt: Set<string>; changedAt: Set<string> };

/** What is asked of the audit by a person who is there. */
type Asked = Pick<Person, 'importId' | 'createdDateTime' | 'changedDateTime' | 'version'> & { deletedAt?: Instant };

/**
 * An entry is written with the change that it tells of. People of files have their birth in their own record; steps that
 * show nothing to an auditor leave no entry, so that a person may have changed more often than the audit tells.
 */
export const auditOfPeople: Invariant = {
  name: 'audit-of-people',
  holds: 'The audit tells of every birth, deletion and removal, and of the last change that somebody made of a person.',
  judges: 'subject',
  watch: ({ policy, now }: Setting): Watch => {
    const told = new Map<string, Told>();
    const people = new Map<string, Asked>();
    const isKept = (moment: Instant) => addDays(moment, policy.auditDays) > now;
    return {
      see: (seen) => {
        if (seen.kind === 'person') people.set(seen.person.id, askedBy(seen.person));
        else if (seen.kind === 'audit' && seen.entry.target?.type === 'User') addEntry(told, seen.entry);
      },
      *doubts() {
        let doubts = 0;
        for (const [id, asked] of people) {
          for (const what of faultsOf(asked, told.get(id) ?? nothing(), isKept)) {
            doubts += 1;
            if (doubts > mostDoubts) return;
            yield { about: `person ${id}`, what } satisfies Doubt;
          }
        }
        for (const [id, { isRemoved }] of told) {
          if (isRemoved !== people.has(id)) continue;
          const what = isRemoved
            ? 'was removed for good, and is there'
            : 'is gone, and the audit does not tell who removed them';
          yield { about: `person ${id}`, what };
        }
      },
      looked: () => people.size,
    };
  },
};

const nothing = (): Told => ({
  entries: 0,
  isBorn: false,
  isRemoved: false,
  deletedAt: new Set(),
  changedAt: new Set(),
});

const addEntry = (told: Map<string, Told>, entry: AuditEntry): void => {
  const of = told.get(entry.target.id) ?? nothing();
  told.set(entry.target.id, of);
  of.entries += 1;
  of.isBorn ||= entry.activityDisplayName === 'Add user';
  of.isRemoved ||= entry.activityDisplayName === 'Hard Delete user';
  if (entry.initiatedBy.kind !== 'system') of.changedAt.add(entry.activityDateTime);
  const deleted = entry.modifiedProperties.find(({ displayName }) => displayName === 'deletedDateTime')?.newValue;
  if (typeof deleted === 'string') of.deletedAt.add(deleted);
};

const askedBy = ({ importId, createdDateTime, changedDateTime, version, deleted }: Person): Asked => ({
  createdDateTime,
  version,
  ...(importId !== undefined && { importId }),
  ...(changedDateTime && { changedDateTime }),
  ...(deleted && { deletedAt: deleted.dateTime }),
});

function* faultsOf(person: Asked, told: Told, isKept: (moment: Instant) => boolean): Generator<string> {
  const { importId, createdDateTime, changedDateTime, deletedAt, version } = person;
  if (importId === undefined && !told.isBorn && isKept(createdDateTime))
    yield 'was born by no file, and the audit does not tell how';
  if (deletedAt && !told.deletedAt.has(deletedAt) && isKept(deletedAt))
    yield `was deleted at ${deletedAt}, and the audit does not tell by whom`;
  if (changedDateTime && !told.changedAt.has(changedDateTime) && isKept(changedDateTime)) {
    yield `was changed at ${changedDateTime}, and the audit does not tell by whom`;
  }
  const changes = told.entries - (told.isBorn ? 1 : 0);
  if (changes > version - 1) yield `was written ${version} times, and the audit tells of ${changes} changes`;
}
