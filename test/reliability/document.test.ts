/** docs/reliability.md says what the tests show: no more, and no less. */
import { textOf } from '../boundaries/imports.ts';
import { caseGroups } from './cases.ts';
import { documentOf, documentPath } from './document.ts';
import { findingGroups } from './findings.ts';
import { type Kind, misnamedIn, namedTests, namedTestsIn, testFiles } from './named-tests.ts';

const tests = namedTests();
const groups = [...caseGroups, ...findingGroups];
const kinds: readonly Kind[] = ['case', 'weakness', 'mistake'];
const casesOf = (kind: Kind) => groups.filter((group) => group.kind === kind).flatMap(({ cases }) => cases);

test('the document is what `npm run reliability` would write', () => {
  expect(textOf(documentPath)).toBe(documentOf(tests));
});

test.each(kinds)('every %s has a test, or a sentence that says why none can show it', (kind) => {
  const shown = new Set(tests.flatMap((one) => one[kind]));
  const open = casesOf(kind).filter(({ number, cannot }) => !shown.has(number) && !cannot);
  expect(open.map(({ number, happens }) => `${number}: ${happens}`)).toEqual([]);
});

test.each(kinds)('every %s that a test names exists, and the numbers are each there once', (kind) => {
  const numbers = casesOf(kind).map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const unknown = tests.filter((one) => one[kind].some((number) => !numbers.includes(number)));
  expect(unknown).toEqual([]);
});

test('whatever looks like the number of a case is one', () => {
  const wrong = testFiles().flatMap((file) => misnamedIn(textOf(file)).map((text) => `${file}: ${text}`));
  expect(wrong).toEqual([]);
});

test('titles are read in every kind of quotes, on a line of their own too', () => {
  const source = [
    "test('it isn\\'t lost (case 5)', () => {});",
    'test.each([1])(',
    '  "seed %i of it (cases 3, 14)",',
    ');',
    'describe(`both`, () => { test(`of one (case 7)`) })',
    "test('of two kinds (case 7) (weaknesses 1, 4)', () => {});",
    "test('no case', () => {});",
  ].join('\n');
  const none = { file: 'a.test.ts', case: [], weakness: [], mistake: [] };
  expect(namedTestsIn('a.test.ts', source)).toEqual([
    { ...none, title: "it isn't lost", case: [5] },
    { ...none, title: 'seed %i of it', case: [3, 14] },
    { ...none, title: 'of one', case: [7] },
    { ...none, title: 'of two kinds', case: [7], weakness: [1, 4] },
  ]);
  expect(misnamedIn(source)).toEqual([]);
});

test.each([
  "test('(case 5) at the beginning', () => {});",
  "test('in the middle (case 5) of it', () => {});",
  "test('one of several (cases 5)', () => {});",
  "test('several of one (case 5, 6)', () => {});",
  "test('without blanks (cases 5,6)', () => {});",
  "test('in capitals (Case 5)', () => {});",
  "test('several of one (weakness 5, 6)', () => {});",
])('a title that names its case otherwise is told: %s', (source) => {
  expect([namedTestsIn('a.test.ts', source), misnamedIn(source)]).toEqual([[], [expect.any(String)]]);
});
