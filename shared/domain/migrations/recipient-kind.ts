/** What kind of recipient a row of Exchange's lists is of, by `RecipientTypeDetails`. */
import type { Refusal } from '../refusals.ts';

/** The kinds of mailbox that a person signs in to: of this organisation, of an account elsewhere, already moved. */
const kindsOfPeople: ReadonlySet<string> = new Set(['usermailbox', 'linkedmailbox', 'remoteusermailbox']);

/** Whether a recipient of this kind is a person; rooms, shared and system mailboxes, contacts and groups are none. */
const isKindOfPerson = (kind: string): boolean => kindsOfPeople.has(kind.toLowerCase());

/** Why a row of this kind is of nobody: it is passed over, whatever else stands in it. A blank says nothing of a kind. */
export const skippedAs = (kind: string, target: string): Refusal | undefined =>
  kind === '' || isKindOfPerson(kind) ? undefined : { code: 'RecipientSkipped', target, fact: kind };

/** Whether a row that comes to no person is passed over, which is no fault of it. */
export const isSkipping = ({ code }: Pick<Refusal, 'code'>): boolean => code === 'RecipientSkipped';
