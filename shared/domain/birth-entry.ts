/** The birth of people who came from a file: it has no audit entry, because the person's own record tells of it. */
import { type AuditEntry, userTarget } from './audit.ts';
import type { Person } from './person.ts';
import { systemActor } from './principal.ts';

/**
 * The entry that takes over from the record of a person who came from a file, when that goes; undefined for anybody
 * else. It tells only of the birth: what the person was like then was not kept. Its id is the person's, so that it is
 * the same, however often it is made.
 */
export const birthEntry = (person: Person): AuditEntry | undefined => {
  const { id, importId, rowNumber, createdBy, createdDateTime } = person;
  if (importId === undefined) return undefined;
  return {
    id,
    activityDateTime: createdDateTime,
    activityDisplayName: 'Add user',
    initiatedBy: systemActor(createdBy),
    target: userTarget(person),
    modifiedProperties: [
      { displayName: 'importId', newValue: importId },
      { displayName: 'rowNumber', newValue: rowNumber },
    ],
  };
};
