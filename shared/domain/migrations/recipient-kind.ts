/** What kind of recipient a row of Exchange's lists is of, by `RecipientTypeDetails`. */
import type { Refusal } from '../refusals.ts';

/** The kinds of mailbox that a person signs in to: of this organisation, of an account elsewhere, already moved. */
const kindsOfPeople: ReadonlySet<string> = new Set(['usermailbox', 'linkedmailbox', 'remoteusermailbox']);

/** Whether a recipient of this kind is a person; rooms, shared and system mailboxes, contacts and groups are none. */
export const isKindOfPerson = (kind: string): boolean => kindsOfPeople.has(kind.toLowerCase());

/** Whether a row that comes to no person is passed over, which is no fault of it. */
export const isSkipping = ({ code }: Pick<Refusal, 'code'>): boolean => code === 'RecipientSkipped';
