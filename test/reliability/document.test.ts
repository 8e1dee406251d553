/** docs/reliability.md says what the tests show: no more, and no less. */
import { textOf } from '../boundaries/imports.ts';
import { cases } from './cases.ts';
import { documentOf, documentPath } from './document.ts';
import { misnamedIn, namedTests, namedTestsIn, testFiles } from './named-tests.ts';

const tests = namedTests();

test('the document is what `npm run reliability` would write', () => {
  expect(textOf(documentPath)).toBe(documentOf(tests));
});

test('every case has a test, or a sentence that says why none can show it', () => {
  const shown = new Set(tests.flatMap((one) => one.cases));
  const open = cases.filter(({ number, cannot }) => !shown.has(number) && !cannot);
  expect(open.map(({ number, happens }) => `${number}: ${happens}`)).toEqual([]);
});

test('every case that a test names exists, and the numbers are each there once', () => {
  const numbers = cases.map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const unknown = tests.filter((one) => one.cases.some((number) => !numbers.includes(number)));
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
    "test('no case', () => {});",
  ].join('\n');
  expect(namedTestsIn('a.test.ts', source)).toEqual([
    { file: 'a.test.ts', title: "it isn't lost", cases: [5] },
    { file: 'a.test.ts', title: 'seed %i of it', cases: [3, 14] },
    { file: 'a.test.ts', title: 'of one', cases: [7] },
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
])('a title that names its case otherwise is told: %s', (source) => {
  expect([namedTestsIn('a.test.ts', source), misnamedIn(source)]).toEqual([[], [expect.any(String)]]);
});
