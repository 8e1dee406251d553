/** The tests that name cases: `(case 17)` or `(cases 3, 4)` at the end of a title. */
import { filesBelow, textOf } from '../boundaries/imports.ts';

export type NamedTest = { file: string; title: string; cases: readonly number[] };

/** A string that ends in numbers of cases: a title, whether of a test, of one of `each`, or of a group. */
const namedTitle = /(['"`])((?:\\.|(?!\1)[^\\\n])*?) \((?:case (\d+)|cases (\d+(?:, \d+)+))\)\1/g;

/** Anything that looks as if it were meant to name a case. */
const meant = /\(cases?\W*\d[^)\n]*\)/gi;

/** The titles in a source that name cases, as a reader sees them. */
export const namedTestsIn = (file: string, source: string): NamedTest[] =>
  [...source.matchAll(namedTitle)].map(([, , title = '', one, several]) => ({
    file,
    title: title.replaceAll(/\\(.)/g, '$1'),
    cases: (one ?? several ?? '').split(', ').map(Number),
  }));

/** What was meant to name a case in a source and does not, because it stands elsewhere or is written otherwise. */
export const misnamedIn = (source: string): string[] => source.replaceAll(namedTitle, '').match(meant) ?? [];

/** Every test file but those of this folder, whose titles are made up. */
export const testFiles = (): string[] =>
  filesBelow('test', '.test.ts').filter((file) => !file.startsWith('test/reliability/'));

/** Every test that names a case, in the order of the files. */
export const namedTests = (): NamedTest[] => testFiles().flatMap((file) => namedTestsIn(file, textOf(file)));
