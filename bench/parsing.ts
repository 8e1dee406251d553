/** What reading a file costs beyond its CSV parser: encodings, headings, quotes that swallow rows, cells to people. */
import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { readFile } from '../shared/csv/read-file.ts';
import type { StoredFile } from '../shared/domain/stored-file.ts';
import { type Benchmark, mustBe } from './parts/benchmark.ts';
import { median, ratio, repeated, shown, timed } from './parts/numbers.ts';
import { peopleFile } from './parts/people-file.ts';

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

/** Reading a file. */
export const parsing: Benchmark = {
  name: 'parsing',
  measures: 'Rows read from a file with shared/csv, beside the parser that it uses alone',
  run: async (smoke) => {
    const rows = smoke ? 5000 : 100_000;
    const pieces = await piecesOf(rows);
    const rate = async (read: typeof rowsByUs) => {
      const runs = await repeated(smoke ? 1 : 5, () => timed(() => read(pieces)));
      for (const { result } of runs) mustBe('rows read', result, rows);
      return (rows * 1000) / median(runs.map(({ milliseconds }) => milliseconds));
    };
    const [ours, bare] = [await rate(rowsByUs), await rate(rowsByParser)];
    const megabytes = pieces.reduce((sum, { length }) => sum + length, 0) / 1e6;
    return [
      { what: 'file', measured: `${shown(rows)} rows`, beside: `${shown(megabytes)} MB, 19 columns` },
      { what: 'shared/csv/read-file.ts', measured: `${shown(ours)} rows/s` },
      { what: 'csv-parse alone', measured: `${shown(bare)} rows/s` },
      { what: 'ratio', measured: ratio(ours, bare) },
    ];
  },
};
