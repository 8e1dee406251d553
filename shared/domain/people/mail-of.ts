/** The mail address that follows from a person's mailbox. */
import type { Person } from '../person.ts';

/** A person's mail address: the user name, where there is a mailbox. */
export const mailOf = ({ mailbox, userPrincipalName }: Pick<Person, 'mailbox' | 'userPrincipalName'>): string | null =>
  mailbox ? userPrincipalName : null;
