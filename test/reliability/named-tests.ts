/** The tests that name cases: `(case 17)`, `(cases 3, 4)` or `(weakness 7)` at the end of a title, or two of these. */
import { filesBelow, textOf } from '../boundaries/imports.ts';

/** What is numbered: cases that come to systems like this one, weaknesses found by attacking it, mistakes by reading it. */
export type Kind = 'case' | 'weakness' | 'mistake';

export type NamedTest = { file: string; title: string } & Readonly<Record<Kind, readonly number[]>>;

const number = String.raw`\((?:(?:case|weakness|mistake) \d+|(?:cases|weaknesses|mistakes) \d+(?:, \d+)+)\)`;

/** A string that ends in numbers: a title, whether of a test, of one of `each`, or of a group. */
const namedTitle = new RegExp(String.raw`(['"\`])((?:\\.|(?!\1)[^\\\n])*?)((?: ${number})+)\1`, 'g');

/** Anything that looks as if it were meant to name a case. */
const meant = /\((?:cases?|weakness(?:es)?|mistakes?)\W*\d[^)\n]*\)/gi;

/** The titles in a source that name cases, as a reader sees them. */
export const namedTestsIn = (file: string, source: string): NamedTest[] =>
  [...source.matchAll(namedTitle)].map(([, , title = '', numbers = '']) => ({
    file,
    title: title.replaceAll(/\\(.)/g, '$1'),
    case: numbersOf(/\(cases? ([\d, ]+)\)/g, numbers),
    weakness: numbersOf(/\(weakness(?:es)? ([\d, ]+)\)/g, numbers),
    mistake: numbersOf(/\(mistakes? ([\d, ]+)\)/g, numbers),
  }));

const numbersOf = (pattern: RegExp, text: string): number[] =>
  [...text.matchAll(pattern)].flatMap(([, found = '']) => found.split(', ').map(Number));

/** What was meant to name a case in a source and does not, because it stands elsewhere or is written otherwise. */
export const misnamedIn = (source: string): string[] => source.replaceAll(namedTitle, '').match(meant) ?? [];

/** Every test file but those of this folder, whose titles are made up. */
export const testFiles = (): string[] =>
  filesBelow('test', /\.test\.ts$/).filter((file) => !file.startsWith('test/reliability/'));

/** Every test that names a case, in the order of the files. */
export const namedTests = (): NamedTest[] => testFiles().flatMap((file) => namedTestsIn(file, textOf(file)));
