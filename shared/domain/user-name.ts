/** User principal names: `local@domain`, compared without regard to case. */
import type { Refusal } from './refusals.ts';
import { unseenIn } from './unseen-characters.ts';

/** Longest part before the @ (Entra). */
export const longestLocalPart = 64;
/** Longest domain (Entra). */
export const longestDomain = 48;

/** Entra's characters; ASCII only, so that lower-casing has one result and no look-alike letter gets in. */
const legal = /^(?!\.)[A-Za-z0-9'.\-_!#^~]+(?<!\.)@[A-Za-z0-9.-]+$/;

/** The form that makes user names unique and sorts them: without surrounding space, lower case. */
export const canonicalUserName = (userName: string): string => userName.trim().toLowerCase();

/** The part after the @, lower case. */
export const domainOf = (userName: string): string => {
  const name = canonicalUserName(userName);
  const at = name.indexOf('@');
  const next = name.indexOf('@', at + 1);
  return at < 0 ? '' : name.slice(at + 1, next < 0 ? name.length : next);
};

/** The part before the @, as it was written. */
export const localPartOf = (userName: string): string => {
  const name = userName.trim();
  const at = name.indexOf('@');
  return at < 0 ? name : name.slice(0, at);
};

/** What is wrong with a user name, if anything: missing, illegal, too long, or at a domain that is not the organisation's. */
export const checkUserName = (
  userName: string | undefined,
  verifiedDomains: readonly string[],
  target = 'userPrincipalName',
): Refusal | undefined => {
  if (!userName?.trim()) return { code: 'UserNameMissing', target };
  const domain = domainOf(userName);
  if (localPartOf(userName).length > longestLocalPart || domain.length > longestDomain) {
    return {
      code: 'ValueTooLong',
      target,
      fact: `${longestLocalPart} before the @ and ${longestDomain} after it: those`,
    };
  }
  if (!legal.test(userName.trim())) return illegal(userName, target);
  if (!verifiedDomains.includes(domain)) return { code: 'DomainNotVerified', target, fact: domain };
  return undefined;
};

/** Of a character that nobody sees the refusal says which: without that, the name would look right. */
const illegal = (userName: string, target: string): Refusal => {
  const unseen = unseenIn(userName);
  return { code: 'UserNameIllegal', target, ...(unseen && { fact: unseen }) };
};
