/** The chunks of an import, from its first row or from where an earlier call was. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { SendingPlace } from '../../../domain/imports/reading-place.ts';
import type { ReadableFile } from '../../../files/reading/read-file.ts';
import type { ImportPorts } from '../import-setting.ts';
import type { CheckedRow } from '../plan/check-rows.ts';
import { readRows } from '../plan/read-rows.ts';
import { rowsOfRun } from '../plan/rows-of-run.ts';
import { ChunkCutter, type SentChunk } from './chunk-cutter.ts';
import { exemptRows, SeatAllocator } from './seat-allocator.ts';

/** Chunks in their order, some for each piece that is read; `from` is where they begin, if not with the first row. */
export type Chunks = { batches: AsyncGenerator<SentChunk[]>; from: SendingPlace | undefined };

/** The place at which a sending import goes on: of this resumption, and with nothing behind it that is not sent. */
export const placeOf = ({ place, resumptions, nextRow }: ImportJob): SendingPlace | undefined =>
  place && place.resumption === resumptions && place.firstRow <= nextRow ? place : undefined;

/**
 * The file's rows as chunks, each row with the seats that it got. They come out as they did, wherever one begins. Throws
 * `Refused` for what makes the file unreadable.
 */
export const chunksOfFile = async (job: ImportJob, ports: ImportPorts): Promise<Chunks> => {
  const { rules, seats, options } = job;
  // With other rules, rows would fall into other chunks, and have two outcomes.
  if (!rules) throw new Error('an import has no plan');
  const place = placeOf(job);
  const exempt = await exemptRows(seats, (name) => ports.imports.rowSet(job.id, name));
  const { file, rows } =
    job.kind === 'synchronization'
      ? { file: unmarked, rows: await rowsOfRun(job, rules, ports) }
      : await readRows(job, rules, ports, place?.mark);
  // A mark that does not fit: all rows are read, and those that were sent are passed over.
  const from = file.from ? place : undefined;
  const allocator = new SeatAllocator(seats, exempt, options.seatsShort, from?.seats);
  return { batches: cut(file, rows, { resumption: job.resumptions, from, allocator }), from };
};

/** A file that is always read from its first row. */
const unmarked: Pick<ReadableFile, 'mark' | 'from'> = { mark: () => undefined, from: undefined };

type Cutting = { resumption: number; from: SendingPlace | undefined; allocator: SeatAllocator };

async function* cut(
  file: Pick<ReadableFile, 'mark' | 'from'>,
  batches: AsyncIterable<CheckedRow[]>,
  { resumption, from, allocator }: Cutting,
): AsyncGenerator<SentChunk[]> {
  const cutter = new ChunkCutter();
  const firstRow = from?.firstRow ?? 1;
  let chunks = from?.chunksBefore ?? 0;
  // A mark, until the first chunk that begins behind it is known.
  let open: Pick<SendingPlace, 'mark' | 'seats'> | undefined;
  for await (const rows of batches) {
    const mark = file.mark();
    if (mark && mark.rows >= firstRow - 1) open = { mark, seats: allocator.left() };
    const full: SentChunk[] = [];
    for (const row of rows) {
      const seated = allocator.take(row);
      if (row.rowNumber < firstRow) continue;
      const chunk = cutter.take(row, seated);
      if (!chunk) continue;
      chunks += 1;
      full.push({
        ...chunk,
        ...(open && { next: { resumption, firstRow: row.rowNumber, chunksBefore: chunks, ...open } }),
      });
      open = undefined;
    }
    yield full;
  }
  const last = cutter.rest();
  if (last) yield [last];
}
