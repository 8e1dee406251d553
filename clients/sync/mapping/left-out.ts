/** Accounts that are nobody: those that Microsoft Entra Connect does not synchronise either. */
import type { DirectoryPerson } from '../source/account-source.ts';

/** Of synchronisation itself, and of Exchange. */
const reservedBeginnings = /^(MSOL_|AAD_|CAS_\{|SystemMailbox\{)/i;

/**
 * Mailboxes of arbitration, discovery, audit and the like (msExchRecipientTypeDetails). The attribute goes beyond 32 bits,
 * so that it is no number of ours to cut.
 */
const systemMailboxes = 0x21c07000n;

/** Whether an account is not synchronised: to Muster that is the same as its deletion. */
export const isLeftOut = ({ attributes, distinguishedName }: DirectoryPerson): boolean => {
  const [name = ''] = attributes.samaccountname ?? [];
  const [critical = ''] = attributes.iscriticalsystemobject ?? [];
  const [kind = '0'] = attributes.msexchrecipienttypedetails ?? [];
  return (
    name === '' ||
    critical.toUpperCase() === 'TRUE' ||
    reservedBeginnings.test(name) ||
    // Two of one name were made on two controllers: the one that lost.
    /\\0ACNF:/i.test(distinguishedName) ||
    (/^\d+$/.test(kind) && (BigInt(kind) & systemMailboxes) !== 0n)
  );
};
