/** Which accounts of a directory have a mailbox of Exchange there. */
import type { ScopeSettings } from '../directory/scope.ts';

/**
 * Mailboxes of people (msExchRecipientTypeDetails 1: no room, no shared and no system mailbox) that are not hidden from
 * address lists: those that a cutover migration takes.
 */
const mailboxFilter = '(&(msExchMailboxGuid=*)(msExchRecipientTypeDetails=1)(!(msExchHideFromAddressLists=TRUE)))';

/** The scope of the settings, and of it only people with a mailbox. */
export const mailboxScope = ({ filter, ...places }: ScopeSettings): ScopeSettings => ({
  ...places,
  filter: filter === undefined ? mailboxFilter : `(&${filter}${mailboxFilter})`,
});
