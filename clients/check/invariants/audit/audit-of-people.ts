import type { AuditEntry } from '../../../../shared/domain/audit.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { addDays, type Instant } from '../../../../shared/domain/time.ts';
import type { Doubt, Invariant, Setting, Watch } from '../../invariant.ts';

/** What the audit tells of a person, as little as is asked of it. */
type Told = { entries: number; isBorn: boolean; isRemoved: boolean; deletedAt: Set<string>; changedAt: Set<string> };

/** What is asked of the audit by a person who is there: moments of which it has to tell. Of most it is nothing. */
type Asked = { bornAt?: Instant; deletedAt?: Instant; changedAt?: Instant };

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
    const versions = new Map<string, number>();
    const asked = new Map<string, Asked>();
    const isKept = (moment: Instant) => addDays(moment, policy.auditDays) > now;
    return {
      see: (seen) => {
        if (seen.kind === 'person') {
          versions.set(seen.person.id, seen.person.version);
          const moments = askedBy(seen.person);
          if (moments) asked.set(seen.person.id, moments);
        } else if (seen.kind === 'audit' && seen.entry.target?.type === 'User') addEntry(told, seen.entry);
      },
      *doubts(): Generator<Doubt> {
        for (const [id, moments] of asked) {
          for (const what of untold(moments, told.get(id) ?? nothing(), isKept)) yield { about: `person ${id}`, what };
        }
        for (const [id, of] of told) {
          const what = faultOf(of, versions.get(id));
          if (what !== undefined) yield { about: `person ${id}`, what };
        }
      },
      looked: () => versions.size,
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

const askedBy = ({ importId, hasBirthEntry, createdDateTime, changedDateTime, deleted }: Person): Asked | undefined => {
  // Whom a file gave a role is told of by an entry, like those of no file.
  const isOfFile = importId !== undefined && !hasBirthEntry;
  // An undo's deletions are in the record too.
  const deletedWithEntry = deleted?.entry ? undefined : deleted;
  if (isOfFile && !changedDateTime && !deletedWithEntry) return undefined;
  return {
    ...(!isOfFile && { bornAt: createdDateTime }),
    ...(changedDateTime && { changedAt: changedDateTime }),
    ...(deletedWithEntry && { deletedAt: deletedWithEntry.dateTime }),
  };
};

function* untold(
  { bornAt, deletedAt, changedAt }: Asked,
  told: Told,
  isKept: (moment: Instant) => boolean,
): Generator<string> {
  if (bornAt && isKept(bornAt) && !told.isBorn) yield 'was born with an entry, and the audit does not tell how';
  if (deletedAt && isKept(deletedAt) && !told.deletedAt.has(deletedAt)) {
    yield `was deleted at ${deletedAt}, and the audit does not tell by whom`;
  }
  if (changedAt && isKept(changedAt) && !told.changedAt.has(changedAt)) {
    yield `was changed at ${changedAt}, and the audit does not tell by whom`;
  }
}

/** What is wrong with what is told of somebody; `version` is absent where there is nobody of that id. */
const faultOf = ({ entries, isBorn, isRemoved }: Told, version: number | undefined): string | undefined => {
  if (version === undefined) return isRemoved ? undefined : 'is gone, and the audit does not tell who removed them';
  if (isRemoved) return 'was removed for good, and is there';
  const changes = entries - (isBorn ? 1 : 0);
  if (changes <= version - 1) return undefined;
  return `was written ${version} times, and the audit tells of ${changes} changes`;
};
