/** How many columns a file may have: said by the reader of headings, by options that name them, and by the refusal. */
import { recogniseHeadings } from '../../../shared/domain/dialects/headings.ts';
import { Refused, sentenceOf } from '../../../shared/domain/refusals.ts';
import { importOptions } from '../../../shared/messages/import-options.ts';

const names = (count: number) => Array.from({ length: count }, (_, number) => `heading ${number}`);
const refusalsOf = (count: number) => {
  try {
    recogniseHeadings(names(count));
  } catch (error) {
    if (error instanceof Refused) return error.refusals;
  }
  return [];
};
const isRead = (count: number) => !refusalsOf(count).some(({ code }) => code === 'TooManyColumns');
const isNamed = (count: number) =>
  importOptions.safeParse({ columns: Object.fromEntries(names(count).map((name) => [name, 'city'])) }).success;

test.each([1, 399, 400, 401, 800])('%i are read if they can be named', (count) => {
  expect(isRead(count)).toBe(isNamed(count));
});

test('the refusal names the most', () => {
  const most = Number(/at most (\d+)/.exec(sentenceOf({ code: 'TooManyColumns', fact: '999' }))?.[1]);
  expect([isRead(most), isRead(most + 1)]).toEqual([true, false]);
});
