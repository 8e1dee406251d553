/** Deletions by the undo of a file, which are told from the deleted person's own record. */
import { type AuditEntry, auditOfChange } from '../audit.ts';
import type { Person, UnwrittenEntry } from '../person.ts';
import type { Deleted } from './deletion.ts';

/**
 * Whether the record of a deleted person can tell of the deletion: all else that it shows was as it usually is, so that
 * the licences are the only thing besides that went.
 */
export const canTellDeletion = ({ roles, waitingLicenses, sessions }: Person): boolean =>
  roles.length === 0 && waitingLicenses.length === 0 && sessions === undefined;

/** The deleted person with the entry in the record instead of beside it. */
export const tellingDeletion = (person: Deleted, entry: UnwrittenEntry): Deleted => ({
  ...person,
  deleted: { ...person.deleted, entry },
});

/**
 * The deletion that a person's record tells of: one that an undo made writes no entry of its own, because that would be
 * one more write for each of a million rows, to an item with two indexes. It is written when the record goes, or the
 * person is restored; always the same one. Undefined where there is none, or it was written at once.
 */
export const deletionFromRecord = (person: Person): AuditEntry | undefined => {
  const { deleted, sessions: _sessions, ...others } = person;
  if (!deleted?.entry) return undefined;
  const before: Person = { ...others, assignedLicenses: deleted.licenses };
  return auditOfChange(before, person, { ...deleted.entry, now: deleted.dateTime, activity: 'Delete user' });
};
