/** A mapping to begin with, for a file whose headings are not all known. */
import { distance } from 'fastest-levenshtein';
import { everyOther } from './column-mapping.ts';
import { type Column, mayRepeat } from './columns.ts';
import { formats, ownColumns } from './formats.ts';
import { headingKey, namesPassword } from './heading-key.ts';

/** So many characters of a proposal can be read, pasted, mailed and kept. */
const longestProposal = 1500;

/**
 * The option `columns` as JSON, such as `{"columns":{"Mail adress":"userPrincipalName","Shoe size":"ignored","*":"ignored"}}`:
 * each heading that is not known with the property whose headings are most like it, else as ignored. Of a long list only
 * the guesses are named, and as many as fit: `*` covers the others.
 */
export const proposedColumns = (headings: readonly string[], columns: readonly (Column | undefined)[]): string => {
  const taken = new Set<Column | undefined>(columns);
  const strange = [...new Set(headings.filter((heading, index) => heading !== '' && columns[index] === undefined))];
  const userName = taken.has('userPrincipalName') ? undefined : strange.find(maySignIn);
  const named = strange.map((heading): [string, Column] => {
    const guess = heading === userName ? 'userPrincipalName' : guessed(heading);
    if (guess === undefined || (taken.has(guess) && !mayRepeat(guess))) return [heading, 'ignored'];
    taken.add(guess);
    return [heading, guess];
  });
  const whole = written(named);
  if (whole.length <= longestProposal) return whole;
  const guesses = named.filter(([, column]) => column !== 'ignored');
  while (written(guesses).length > longestProposal) guesses.pop();
  return written(guesses);
};

const written = (named: readonly (readonly [string, Column])[]): string =>
  JSON.stringify({ columns: { ...Object.fromEntries(named), [everyOther]: 'ignored' } });

/** Without a user name nobody can be created: a heading that speaks of mail or of signing in is the likeliest for it. */
const maySignIn = (heading: string): boolean =>
  /mail|upn|login|logon|account|benutzer|gebruiker|usuario|邮|郵|账|帳/i.test(heading) &&
  !/priv|person(?:al|nel)|home|altern|second|manager|superv|chef|vorgesetz|个人|私/i.test(heading);

/** All headings that are known and have a use, with what they mean where that is certain. */
const all = new Map<string, Column>(
  [...formats.map(({ columns }) => columns), ownColumns]
    .flatMap((columns) => [...columns].map(([key, meaning]) => [key, meaning.replace(/\?+$/, '') as Column] as const))
    .filter(([, column]) => column !== 'ignored')
    .toReversed(),
);

/** Words that are shorter are too like others. */
const shortest = (word: string): number => (/[a-z]/.test(word) ? 7 : 4);

/** One letter in five may be another. */
const guessed = (heading: string): Column | undefined => {
  if (namesPassword(heading)) return 'foreignPassword';
  const key = headingKey(heading).replace(/[^\p{L}\p{N}]/gu, '');
  let best: Column | undefined;
  let least = key.length < shortest(key) ? 1 : Math.floor(key.length / 5) + 1;
  for (const [other, column] of all) {
    if (Math.abs(other.length - key.length) >= least) continue;
    const far = distance(key, other);
    if (far < least) [best, least] = [column, far];
  }
  return best ?? containing(key);
};

/** The longest heading that is a part of this one: `Primary work email of employee`. */
const containing = (key: string): Column | undefined => {
  const within = [...all].filter(([other]) => other.length >= (/[a-z]/.test(other) ? 6 : 2) && key.includes(other));
  const [longest] = within.toSorted(([one], [two]) => two.length - one.length);
  return longest?.[1];
};
