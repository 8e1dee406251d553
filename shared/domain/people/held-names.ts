/** The mail address and the user name that a person holds, as things stand. */
import type { Person } from '../person.ts';
import { canonicalUserName } from '../user-name.ts';

/** A person's mail address: the user name, where there is a mailbox. */
export const mailOf = ({ mailbox, userPrincipalName }: Pick<Person, 'mailbox' | 'userPrincipalName'>): string | null =>
  mailbox ? userPrincipalName : null;

/** The user name that a person holds, in its canonical form: none while deleted. */
export const heldUserName = (person: Person | undefined): string | undefined =>
  person && !person.deleted ? canonicalUserName(person.userPrincipalName) : undefined;
