/** Whom a row of a file means, of those who have what it names. */
import type { CheckedDraft } from '../../../domain/people/check-draft.ts';
import { holdsKey } from '../../../domain/people/source-keys.ts';
import type { Person } from '../../../domain/person.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { canonicalUserName } from '../../../domain/user-name.ts';
import { namesOf } from '../../name-conflict.ts';

/** Who has the user name of a row, and who its employee id: more than one only where they had it before it was unique. */
export type RowHolders = { byName: Person | undefined; byKey: readonly Person[] };

/** The person whom a row means, or nobody who exists; or why that cannot be said. */
export type RowMatch = { holder: Person | undefined; refusal?: never } | { refusal: Refusal; holder?: never };

/** The same employee id is the same person, whatever the name; a name without an id to tell otherwise is one too. */
export const matchRow = (draft: CheckedDraft | undefined, { byName, byKey }: RowHolders): RowMatch => {
  if (byKey.length === 0 || byKey.some(({ id }) => id === byName?.id)) return { holder: byName };
  const target = 'employeeId';
  if (byKey.length > 1) return { refusal: { code: 'EmployeeIdTaken', target, fact: namesOf(byKey) } };
  if (!byName || isMade(draft)) return { holder: byKey[0] };
  const fact = `${namesOf(byKey)} has the id, ${namesOf([byName])} the name`;
  return { refusal: { code: 'EmployeeIdConflict', target, fact } };
};

/** Whether the person's own employee id says that the row is theirs. */
export const isSure = (person: Person, { employeeId }: CheckedDraft): boolean =>
  employeeId !== undefined && holdsKey(person, 'employeeId', employeeId);

/** Whether the row names the person otherwise than they are named: a name that nobody wrote says nothing. */
export const isNamedOtherwise = (person: Person, draft: CheckedDraft): boolean =>
  canonicalUserName(person.userPrincipalName) !== canonicalUserName(draft.userPrincipalName) && !isMade(draft);

const isMade = (draft: CheckedDraft | undefined): boolean =>
  ((draft?.assumed ?? []) as readonly string[]).includes('userPrincipalName');
