/** An undo goes on where an earlier call was, in the same chunks, and those of an undo that was begun before stay as they are. */
import { type ImportJob, newImportJob } from '../../../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../../../shared/domain/imports/import-options.ts';
import type { RowResult } from '../../../../shared/domain/imports/import-progress.ts';
import type { ImportPorts } from '../../../../shared/work/imports/import-setting.ts';
import { chunksOfResults } from '../../../../shared/work/imports/send/chunks-of-results.ts';
import { clockAt } from '../../../fakes/clock.ts';
import { administrator } from '../../../fakes/people.ts';
import { gathered } from '../../../files/reading.ts';

/** Results of these rows, from first to last. */
const results = (...runs: [number, number][]) =>
  runs.map(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at): RowResult => {
      const rowNumber = first + at;
      return { rowNumber, userPrincipalName: `p${rowNumber}@contoso.com`, outcome: 'created' };
    }),
  );

const setup = (lying: RowResult[][], more: Partial<ImportJob> = {}) => {
  const file = { bucket: 'files', key: 'people.csv' };
  const begin = {
    id: 'undo',
    kind: 'undo',
    file,
    options: defaultOptions,
    owner: administrator,
    undoes: 'it',
  } as const;
  const job: ImportJob = { ...newImportJob(begin, clockAt().now()), undoRows: 196, ...more };
  const imports = {
    async *results(id: string, fromRow = 0) {
      expect(id).toBe('it');
      for (const rows of lying) {
        const found = rows.filter(({ rowNumber }) => rowNumber >= fromRow);
        if (found.length > 0) yield found;
      }
    },
  };
  const chunks = async (from: Partial<ImportJob> = {}) =>
    gathered(chunksOfResults({ ...job, ...from }, { imports } as unknown as ImportPorts).batches);
  return { chunks };
};

const ten = results(...Array.from({ length: 10 }, (_, n): [number, number] => [n * 49 + 1, n * 49 + 49]));
const placesOf = (chunks: readonly { firstRow: number; lastRow: number }[]) =>
  chunks.map(({ firstRow, lastRow }) => [firstRow, lastRow]);

test('four results of new people are a chunk; one of an earlier release is a result', async () => {
  expect(placesOf(await setup(ten).chunks())).toEqual([
    [1, 196],
    [197, 392],
    [393, 490],
  ]);
  expect(await setup(ten, { undoRows: 0 }).chunks()).toHaveLength(10);
});

test('rows that an import left out, and results that are too many together, part chunks', async () => {
  const lying = results([1, 49], [99, 147], [148, 149], [150, 649], [650, 660]);
  expect(placesOf(await setup(lying).chunks())).toEqual([
    [1, 49],
    [99, 149],
    [150, 649],
    [650, 660],
  ]);
});

test('from the place of every chunk the others are the same, with as many before them', async () => {
  const whole = await setup(ten).chunks();
  for (const [index, { next }] of whole.entries()) {
    expect(next).toMatchObject({ chunksBefore: index + 1, resumption: 0 });
    const later = await setup(ten).chunks({ nextRow: next?.firstRow ?? 0, ...(next && { place: next }) });
    expect(later).toEqual(whole.slice(index + 1));
  }
});

test('a place that is ahead, or of another resumption, is none', async () => {
  const whole = await setup(ten).chunks();
  const place = { resumption: 0, firstRow: 197, chunksBefore: 1 };
  expect(await setup(ten).chunks({ place, nextRow: 196 })).toEqual(whole);
  expect(placesOf(await setup(ten).chunks({ place, nextRow: 400, resumptions: 1 }))).toEqual(placesOf(whole));
});
