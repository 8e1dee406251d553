/** What each heading of a file stands for, when all of them are looked at together. */
import type { Column, Meaning } from './columns.ts';
import { entra, type Format, formats, ownColumns } from './formats.ts';
import { headingKey } from './heading-key.ts';
import { givenNamesBesideName } from './personnel-headings.ts';

/** The format that knows most of the headings, one that may be the user name among them unless user names are made. */
export const bestFormat = (headings: readonly string[], makesUserNames = false): Format => {
  if (headings.some((heading) => bracketed(heading))) return entra;
  const keys = headings.map(headingKey);
  const known = ({ columns, mark }: Format): number => {
    if (mark && !keys.some((key) => mark.test(key))) return 0;
    const meanings = keys.map((key) => columns.get(key)).filter((meaning) => meaning !== undefined);
    return makesUserNames || meanings.some(mayBeUserName) ? meanings.length : 0;
  };
  return formats.reduce((best, format) => (known(format) > known(best) ? format : best));
};

/** Whether a heading may be that of the user name. */
export const mayBeUserName = (meaning: Meaning | undefined): boolean =>
  meaning !== undefined && columnIn(meaning) === 'userPrincipalName';

/** What a heading stands for by itself: in the file's own format, else in any that knows it. */
export const meaningOf = (heading: string, format: Format): Meaning | undefined => {
  const key = headingKey(heading);
  if (key === '') return undefined;
  return (
    bracketed(heading) ??
    format.columns.get(key) ??
    ownColumns.get(key) ??
    formats.find(({ columns, mark }) => !mark && columns.has(key))?.columns.get(key) ??
    (format.ignores?.test(key) ? 'ignored' : undefined)
  );
};

/** The column of a heading such as `First name [givenName]`. */
const bracketed = (heading: string): Column | undefined => {
  const [, label = '', property] = /^([^[]*)\[([^\]]+)\]/.exec(heading) ?? [];
  const column = property === undefined ? undefined : (entra.columns.get(headingKey(property)) as Column | undefined);
  // Entra's trap: the column is named accountEnabled and asks whether to block, in whatever language the label is.
  if (column === 'accountEnabled' && !headingKey(label).includes('enabled')) return 'blockSignIn';
  return column;
};

const columnIn = (meaning: Meaning): Column => meaning.replace(/\?+$/, '') as Column;

/** How uncertain a meaning is: 0 where it is certain. */
const doubtIn = (meaning: Meaning): number => meaning.length - columnIn(meaning).length;

/**
 * The columns, each property given to the heading that is most certain of it. A worse guess has no use then; of two that
 * are equally good both have the column, which whoever looks for duplicates finds.
 */
export const settled = (
  headings: readonly string[],
  meanings: readonly (Meaning | undefined)[],
): (Column | undefined)[] => {
  const all = withSurname(headings, meanings);
  const least = new Map<Column, number>();
  for (const meaning of all) {
    if (meaning === undefined) continue;
    const column = columnIn(meaning);
    least.set(column, Math.min(least.get(column) ?? Number.POSITIVE_INFINITY, doubtIn(meaning)));
  }
  return all.map((meaning) => {
    if (meaning === undefined) return undefined;
    const column = columnIn(meaning);
    return doubtIn(meaning) === least.get(column) ? column : 'ignored';
  });
};

/** `Name;Vorname`: beside a given name, and with no other surname, the bare word for a name is the surname. */
const withSurname = (headings: readonly string[], meanings: readonly (Meaning | undefined)[]) => {
  if (meanings.includes('surname')) return meanings;
  const keys = headings.map(headingKey);
  const bare = new Set(keys.map((key) => givenNamesBesideName.get(key)));
  return meanings.map((meaning, index) => (bare.has(keys[index]) && meaning !== undefined ? 'surname' : meaning));
};
