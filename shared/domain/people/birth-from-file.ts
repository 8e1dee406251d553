/** The births of people who came from files: most are told from the person's own record. */
import { type AuditDetail, type AuditEntry, modifiedProperties, userTarget } from '../audit.ts';
import type { Person } from '../person.ts';
import { auditedProperties } from '../person-properties.ts';
import type { Actor } from '../principal.ts';

/** What a person is born with, and keeps until somebody changes it: Muster's own steps change none of it. */
const bornWith = ['userPrincipalName', ...auditedProperties, 'roles'] as const satisfies readonly (keyof Person)[];

/**
 * The birth of a person who came from a file, told from the person: such a birth writes no entry of its own, because that
 * would be one more write for each of a million rows. It is written when the person's record goes. Its id is the
 * person's, so that it is the same, however often it is made. `owner` is whose import it was; without one the person's
 * record has the id alone. Its properties are known for as long as nobody has changed the person. Undefined for everybody
 * else, and for whose birth an entry was written at once, as it is where the row gave a role.
 */
export const birthFromFile = (person: Person, owner?: Actor): AuditEntry | undefined => {
  const { id, importId, rowNumber, createdBy, createdDateTime, changedDateTime, hasBirthEntry } = person;
  if (importId === undefined || hasBirthEntry) return undefined;
  const born = Object.fromEntries(bornWith.filter((name) => isThere(person[name])).map((name) => [name, person[name]]));
  return {
    id,
    activityDateTime: createdDateTime,
    activityDisplayName: 'Add user',
    initiatedBy: owner ?? ownerNamedById(createdBy),
    target: userTarget(person),
    modifiedProperties: changedDateTime === undefined ? modifiedProperties({}, born) : [],
    additionalDetails: rowDetails(importId, rowNumber),
    correlationId: importId,
  };
};

const isThere = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Where somebody came from, or was changed: the row of a file. */
export const rowDetails = (importId: string, rowNumber: number | undefined): AuditDetail[] => [
  { key: 'importId', value: importId },
  { key: 'rowNumber', value: String(rowNumber) },
];

/** Who owns the imports of files that are put into the bucket itself. */
export const importBucketActor = {
  kind: 'operator',
  id: 'import-bucket',
  displayName: 'import-bucket',
} as const satisfies Actor;

/** The owner of an import of whom nothing but the id is known: it is the displayed name too. */
const ownerNamedById = (id: string): Actor =>
  id === importBucketActor.id ? importBucketActor : { kind: 'person', id, displayName: id };

/**
 * Whether an entry tells of a birth by file whose owner it names by id alone, perhaps as the wrong kind: the import knows
 * better.
 */
export const isOwnerUnnamed = ({ activityDisplayName, initiatedBy, additionalDetails = [] }: AuditEntry): boolean =>
  activityDisplayName === 'Add user' &&
  initiatedBy.id !== importBucketActor.id &&
  initiatedBy.displayName === initiatedBy.id &&
  additionalDetails.some(({ key }) => key === 'importId');
