/** The user name here of somebody from on premises, where names may have suffixes that nobody verified. */
import type { Organisation } from '../organisation.ts';
import type { Refusal } from '../refusals.ts';
import { checkUserName, localPartOf } from '../user-name.ts';

/** What of somebody on premises their names follow from; null and absent are the same. */
export type NamedOnPremises = {
  userPrincipalName?: string | null | undefined;
  mailNickname?: string | null | undefined;
  mail?: string | null | undefined;
  proxyAddresses?: readonly string[] | null | undefined;
  onPremisesSamAccountName?: string | null | undefined;
};

/** The one address with `SMTP:` in capitals; of several the first in order, so that it is always the same. */
export const primaryAddress = ({ proxyAddresses }: NamedOnPremises): string | undefined =>
  (proxyAddresses ?? [])
    .filter((address) => address.startsWith('SMTP:'))
    .map((address) => address.slice('SMTP:'.length))
    .sort()[0];

/** Entra's order: the nickname there, else what stands before the @ of the primary address, of mail, or of the user name. */
export const nicknameOf = (named: NamedOnPremises): string | undefined => {
  const addresses = [primaryAddress(named), named.mail, named.userPrincipalName].flatMap((text) => text || []);
  return named.mailNickname || addresses.map(localPartOf)[0] || named.onPremisesSamAccountName || undefined;
};

/**
 * The name as it is where its suffix is verified; else one made of the nickname at the organisation's initial domain, and
 * `isMade`. Nothing is numbered: a name that is taken is a refusal, which stays until somebody mends it.
 */
export const userNameOf = (
  named: NamedOnPremises,
  { verifiedDomains, initialDomain }: Pick<Organisation, 'verifiedDomains' | 'initialDomain'>,
): { userPrincipalName: string; isMade: boolean } | { refusal: Refusal } => {
  const own = named.userPrincipalName?.trim() ?? '';
  const fault = checkUserName(own || undefined, verifiedDomains);
  if (!fault) return { userPrincipalName: own, isMade: false };
  const nickname = nicknameOf(named);
  if (initialDomain === undefined || nickname === undefined) return { refusal: fault };
  const made = `${nickname}@${initialDomain}`;
  const madeFault = checkUserName(made, verifiedDomains);
  return madeFault ? { refusal: madeFault } : { userPrincipalName: made, isMade: true };
};
