/** What planning an import costs beyond its CSV parser: encodings, headings, quotes that swallow rows, every rule. */

import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { defaultOptions } from '../shared/domain/imports/import-options.ts';
import type { StoredFile } from '../shared/domain/imports/stored-file.ts';
import { readFile } from '../shared/files/reading/read-file.ts';
import { isCommonPassword } from '../shared/lambda/common-passwords.ts';
import { checkRows } from '../shared/work/imports/plan/check-rows.ts';
import { type Benchmark, mustBe } from './parts/benchmark.ts';
import { median, ratio, repeated, shown, timed } from './parts/numbers.ts';
import { licence, peopleFile } from './parts/people-file.ts';
import { organisation, owner, policy } from './parts/settings.ts';

/** As large as the pieces that come from a bucket. */
const pieceBytes = 64 * 1024;

const piecesOf = async (rows: number): Promise<Buffer[]> => {
  const whole: Buffer[] = [];
  for await (const piece of peopleFile({ rows })) whole.push(piece);
  const bytes = Buffer.concat(whole);
  return Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, at) =>
    bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes),
  );
};

const stored = (pieces: readonly Buffer[]): StoredFile => ({
  size: pieces.reduce((sum, { length }) => sum + length, 0),
  async *bytes() {
    yield* pieces;
  },
  range: async (from, to) => (pieces[0] as Buffer).subarray(from, to),
});

const rowsByUs = async (pieces: readonly Buffer[]): Promise<number> => {
  let count = 0;
  for await (const rows of (await readFile(stored(pieces))).rows) count += rows.length;
  return count;
};

const rules = {
  organisation,
  policy,
  catalogue: [{ ...licence, carriesMailbox: true, enabled: 10_000_000, free: 10_000_000, reserved: 0 }],
};

const by = { rules, options: defaultOptions, owner, isCommonPassword };

const rowsChecked = async (pieces: readonly Buffer[]): Promise<number> => {
  let count = 0;
  for await (const rows of checkRows(await readFile(stored(pieces)), by)) {
    for (const { draft } of rows) if (draft) count += 1;
  }
  return count;
};

const rowsByParser = async (pieces: readonly Buffer[]): Promise<number> => {
  let count = -1;
  const parser = parse({
    on_record: () => {
      count += 1;
      return null;
    },
  }).resume();
  for (const piece of pieces) if (!parser.write(piece)) await new Promise((resolve) => parser.once('drain', resolve));
  parser.end();
  await finished(parser);
  return count;
};

/** Reading and checking a file. */
export const parsing: Benchmark = {
  name: 'parsing',
  measures: 'Rows read from a file with shared/csv, and checked by every rule, beside the parser that it uses alone',
  run: async (smoke) => {
    const rows = smoke ? 5000 : 100_000;
    const pieces = await piecesOf(rows);
    const once = async (work: typeof rowsByUs): Promise<number> => {
      const { result, milliseconds } = await timed(() => work(pieces));
      mustBe('rows', result, rows);
      return milliseconds;
    };
    // One after the other in each round, since what disturbs one of them disturbs the others.
    const rounds = await repeated(smoke ? 1 : 5, async () => ({
      read: await once(rowsByUs),
      checked: await once(rowsChecked),
      bare: await once(rowsByParser),
    }));
    const rate = (of: 'read' | 'checked' | 'bare') => (rows * 1000) / median(rounds.map((round) => round[of]));
    const toBare = (of: 'read' | 'checked') => ratio(median(rounds.map((round) => round.bare / round[of])));
    const megabytes = pieces.reduce((sum, { length }) => sum + length, 0) / 1e6;
    return [
      { what: 'file', measured: `${shown(rows)} rows`, beside: `${shown(megabytes)} MB, 19 columns` },
      { what: 'csv-parse alone', measured: `${shown(rate('bare'))} rows/s` },
      { what: 'read', measured: `${shown(rate('read'))} rows/s`, beside: `ratio: ${toBare('read')}` },
      {
        what: 'read and checked: the planning pass',
        measured: `${shown(rate('checked'))} rows/s`,
        beside: `ratio: ${toBare('checked')}, goal: 0.5`,
      },
    ];
  },
};
