/** What a chosen password must be like: Entra's rules, with this organisation's numbers. */
import { distance } from 'fastest-levenshtein';
import type { Refusal } from '../refusals.ts';

/** The numbers that the rules need; `Policy` has them. */
export type PasswordPolicy = {
  passwordLength: { readonly least: number; readonly most: number };
  passwordClasses: number;
  bannedPasswords: readonly string[];
};

/** Whose password it is: the parts of these names of four characters and more may not be in it. */
export type PasswordOwner = { userPrincipalName?: string; displayName?: string };

/** Words that open every list of leaked passwords. The organisation's own terms come from its policy. */
const banned = `
  password welcome qwerty letmein iloveyou monkey dragon football baseball sunshine princess abc123 12345678 superman
  trustno master shadow changeme secret summer winter spring autumn admin login passwort wachtwoord contrasena
`
  .trim()
  .split(/\s+/);

/** One form for all compatible spellings of a character (NIST 800-63B: NFKC), so that a password is typed the same everywhere. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/** Everything that is wrong with a chosen password; an empty list when it may be used. No refusal repeats the password. */
export const checkPassword = (
  password: string,
  owner: PasswordOwner,
  policy: PasswordPolicy,
  target = 'passwordProfile.password',
): Refusal[] => {
  const text = normalisePassword(password);
  const refusals: Refusal[] = [];
  const { least, most } = policy.passwordLength;
  const length = [...text].length;
  if (length < least || length > most) {
    return [{ code: 'PasswordLengthWrong', target, fact: `${least} to ${most}` }];
  }
  if (classesOf(text) < policy.passwordClasses) {
    refusals.push({ code: 'PasswordTooSimple', target, fact: `${policy.passwordClasses} kinds` });
  }
  if (containsNameOf(text, owner)) refusals.push({ code: 'PasswordContainsName', target });
  if (isBanned(text, policy.bannedPasswords)) refusals.push({ code: 'PasswordBanned', target });
  return refusals;
};

const classesOf = (text: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(text)).length;

const containsNameOf = (text: string, { userPrincipalName = '', displayName = '' }: PasswordOwner): boolean => {
  const local = userPrincipalName.split('@')[0] ?? '';
  const parts = `${local} ${displayName}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [local.toLowerCase(), ...parts].some((part) => part.length >= 4 && text.toLowerCase().includes(part));
};

/** Look-alike characters as people swap them (Entra's normalisation). */
const withoutDisguise = (text: string): string =>
  text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('$', 's').replaceAll('@', 'a');

/**
 * Whether a password is built on a banned word. As in Entra each banned word found (one edit away counts) is worth one
 * point and each other character one: below five points it is refused.
 */
const isBanned = (text: string, own: readonly string[]): boolean => {
  let rest = withoutDisguise(text);
  let words = 0;
  for (const word of [...own, ...banned].map(withoutDisguise)) {
    for (let at = findNear(rest, word); at; at = findNear(rest, word)) {
      rest = rest.slice(0, at.start) + rest.slice(at.end);
      words += 1;
    }
  }
  return words > 0 && words + [...rest].length < 5;
};

/** Where `word`, or a run one edit away from it, stands in `text`. */
const findNear = (text: string, word: string): { start: number; end: number } | undefined => {
  const exact = text.indexOf(word);
  if (exact >= 0) return { start: exact, end: exact + word.length };
  for (const length of [word.length, word.length + 1, word.length - 1]) {
    for (let start = 0; start + length <= text.length; start += 1) {
      if (distance(text.slice(start, start + length), word) <= 1) return { start, end: start + length };
    }
  }
  return undefined;
};
