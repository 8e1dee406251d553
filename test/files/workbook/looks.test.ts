/** How a workbook looks at its file: seldom, no further than it must, and hearing what the file says. */

import { Refused } from '../../../shared/domain/refusals.ts';
import { readFile } from '../../../shared/files/reading/read-file.ts';
import { storedFile } from '../../fakes/files.ts';
import { gathered } from '../reading.ts';
import { workbookOf } from './workbook-of.ts';

const headings = ['User Name', 'Display Name'];
const small = workbookOf([{ name: 'People', rows: [headings, ['ada@contoso.com', 'Ada']] }]);

/** A workbook whose parts are not packed: the bytes of its sheet are too many to be looked at but in several times. */
const large = (rowCount: number) => {
  const person = { markup: `<c t="str"><v>${'Somebody of the Analytical Engine '.repeat(60)}</v></c>` };
  return workbookOf(
    [{ name: 'People', rows: [headings, ...Array.from({ length: rowCount }, () => [person, person])] }],
    {},
    { method: 0 },
  );
};

test('leaving the loop asks for no more of the file', async () => {
  const bytes = large(5_000);
  const whole = storedFile(bytes);
  let asked = 0;
  const file = await readFile({
    ...whole,
    range: (from, to) => {
      asked += to - from;
      return whole.range(from, to);
    },
  });
  for await (const batch of file.rows) if (batch.length > 0) break;
  const before = asked;
  expect(before).toBeLessThan(bytes.length / 2);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toBe(before);
});

/** Reads all of a file that fails with `error` once, after so many looks at it; how many there were. */
const readFailing = async (bytes: Buffer, allowed: number, error: Error) => {
  const whole = storedFile(bytes);
  let looks = 0;
  const range: typeof whole.range = async (from, to) => {
    looks += 1;
    if (looks === allowed + 1) throw error;
    return whole.range(from, to);
  };
  const people = await gathered((await readFile({ ...whole, range })).rows);
  return { looks, people: people.length };
};

const never = Number.POSITIVE_INFINITY;

test.each([
  ['is gone', new Refused({ code: 'FileUnavailable' })],
  ['cannot be reached', new Error('SlowDown')],
])('a workbook that %s while it is read says so, and is not called damaged', async (_, error) => {
  for (const bytes of [small, large(1_500)]) {
    const { looks } = await readFailing(bytes, never, error);
    for (let allowed = 0; allowed < looks; allowed += 1) {
      await expect(readFailing(bytes, allowed, error)).rejects.toBe(error);
    }
  }
});

test('a file is looked at in large pieces, not once for each header', async () => {
  expect(await readFailing(small, never, new Error())).toEqual({ looks: 2, people: 1 });
  const { looks, people: found } = await readFailing(large(1_500), never, new Error());
  expect(found).toBe(1_500);
  expect(looks).toBeLessThan(15);
});
