/** What a chosen password must be like: Entra's rules, with this organisation's numbers. */
import type { Refusal } from '../refusals.ts';
import { isBanned, type NamedOrganisation, organisationTerms } from './banned-terms.ts';
import { type IsCommonPassword, isCommon } from './common-password.ts';
import { withoutCase, withoutDisguise } from './plain-form.ts';

/** The numbers that the rules need; `Policy` has them. */
export type PasswordPolicy = {
  passwordLength: { readonly least: number; readonly most: number };
  passwordClasses: number;
  bannedPasswords: readonly string[];
};

/** What a password is judged by. */
export type PasswordJudge = {
  policy: PasswordPolicy;
  organisation: NamedOrganisation;
  /** Undefined where neither the list nor the organisation's names are asked: in imports that were planned before they were. */
  isCommonPassword: IsCommonPassword | undefined;
};

/** Whose password it is: the parts of these names of four characters and more may not be in it. */
export type PasswordOwner = {
  [Name in 'userPrincipalName' | 'displayName' | 'givenName' | 'surname' | 'mailNickname']?: string;
};

/** One form for all compatible spellings of a character (NIST 800-63B: NFKC), so that a password is typed the same everywhere. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/** Everything that is wrong with a chosen password; an empty list when it may be used. No refusal repeats the password. */
export const checkPassword = (
  password: string,
  owner: PasswordOwner,
  { policy, organisation, isCommonPassword }: PasswordJudge,
  target = 'passwordProfile.password',
): Refusal[] => {
  const text = normalisePassword(password);
  const refusals: Refusal[] = [];
  const { least, most } = policy.passwordLength;
  const length = [...text].length;
  if (length < least || length > most) {
    return [{ code: 'PasswordLengthWrong', target, fact: `${least} to ${most}` }];
  }
  // Letters of scripts without case are of no kind.
  if (policy.passwordClasses > 1 && classesOf(text) < policy.passwordClasses) {
    refusals.push({ code: 'PasswordTooSimple', target, fact: `${policy.passwordClasses} kinds` });
  }
  if (containsNameOf(text, owner)) refusals.push({ code: 'PasswordContainsName', target });
  const terms = [...policy.bannedPasswords, ...(isCommonPassword ? organisationTerms(organisation) : [])];
  if (isBanned(text, terms) || (isCommonPassword && isCommon(text, isCommonPassword))) {
    refusals.push({ code: 'PasswordBanned', target });
  }
  return refusals;
};

const classesOf = (text: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(text)).length;

const containsNameOf = (text: string, { userPrincipalName = '', ...names }: PasswordOwner): boolean => {
  const local = userPrincipalName.split('@')[0] ?? '';
  const { displayName = '', givenName = '', surname = '', mailNickname = '' } = names;
  const plain = [local, displayName, givenName, surname, mailNickname].map(withoutCase);
  const parts = [...plain.slice(0, 1), ...plain.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))];
  const hidden = withoutDisguise(withoutCase(text));
  return parts.some((part) => part.length >= 4 && hidden.includes(withoutDisguise(part)));
};
