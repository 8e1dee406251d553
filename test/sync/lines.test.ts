/** A run's file seen as one: any part of it is that part of the whole. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { lengthOf, piecesOf } from '../../clients/sync/file/lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['', 'über die Mitte\n'])('each part of a file around %j', async (middle) => {
  const file = join(folder, 'people');
  writeFileSync(file, middle);
  const lines = { first: 'Zoë\n', file, bytes: Buffer.byteLength(middle), last: 'end\n' };
  const whole = Buffer.from(`Zoë\n${middle}end\n`);
  expect(lengthOf(lines)).toBe(whole.length);
  for (let from = 0; from < whole.length; from += 1)
    for (let to = from + 1; to <= whole.length; to += 1)
      expect(await buffer(piecesOf(lines, from, to))).toEqual(whole.subarray(from, to));
});
