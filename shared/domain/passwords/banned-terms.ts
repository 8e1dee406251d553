/** Passwords that are built on a banned term, as Entra judges them. */
import { distance } from 'fastest-levenshtein';
import type { Organisation } from '../organisation.ts';
import { leastPoints, pointsOf } from './password-points.ts';
import { withoutCase, withoutDisguise } from './plain-form.ts';

/** Words that open every list of leaked passwords, here also with an edit and several in one password; and those of our languages that the list lacks. */
const everywhere = `
  password welcome qwerty letmein iloveyou monkey dragon football baseball sunshine princess abc123 12345678 superman
  trustno master shadow changeme secret summer winter spring autumn admin login passwort wachtwoord contrasena
  willkommen geheim sommer herbst fruhling welkom zomer herfst lente woaini
`
  .trim()
  .split(/\s+/);

/** Whose names are banned. */
export type NamedOrganisation = Pick<Organisation, 'displayName' | 'verifiedDomains'>;

/** The words of an organisation's name, the whole of it, and the labels of its domains: those of four characters and more. */
export const organisationTerms = ({ displayName, verifiedDomains }: NamedOrganisation): string[] => {
  const words = displayName.split(/[^\p{L}\p{N}]+/u);
  const labels = verifiedDomains.flatMap((domain) => domain.split('.').slice(0, -1));
  return [...new Set([...words, words.join(''), ...labels])].filter((term) => term.length >= 4);
};

/**
 * Whether a password is built on a banned term: each that is found (one edit away counts) is worth one point, and what
 * is left as many as `pointsOf` says; below five points it is refused.
 */
export const isBanned = (password: string, own: readonly string[]): boolean => {
  let rest = withoutCase(password);
  let words = 0;
  for (const word of [...own, ...everywhere].map((term) => withoutDisguise(withoutCase(term)))) {
    for (let at = findNear(withoutDisguise(rest), word); at; at = findNear(withoutDisguise(rest), word)) {
      rest = rest.slice(0, at.start) + rest.slice(at.end);
      words += 1;
    }
  }
  return words > 0 && words + pointsOf(rest) < leastPoints;
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
