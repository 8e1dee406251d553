/** Second pass: rows go to the queue in chunks. Of a dry run they are looked at here, and of an undo they are results. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { Refused } from '../../../domain/refusals.ts';
import type { ImportPorts } from '../import-setting.ts';
import { readRows } from '../plan/read-rows.ts';
import type { StepEnd } from '../step-end.ts';
import { type Chunk, ChunkCutter, type SentChunk } from './chunk-cutter.ts';
import { FileReading } from './file-reading.ts';
import { isToStop } from './is-to-stop.ts';
import { exemptRows, SeatAllocator } from './seat-allocator.ts';

/**
 * Sends every chunk whose row is not known to be sent. Rows before it are read again, not sent: what they decide
 * (duplicates, seats) comes out as it did. A file that is gone meanwhile ends the import with what was sent; so does
 * whoever cancels it.
 */
export const sendChunks = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  const finished = new Set<number>();
  // Only an import that was taken up again may have later chunks done while earlier ones are missing.
  if (job.revivals > 0 || job.resumptions > 0) {
    for await (const firstRow of ports.imports.finishedChunks(job.id)) finished.add(firstRow);
  }
  const pass = new FileReading(job, finished, ports);
  pass.isCancelled = await isToStop(job, ports);
  // Nothing was sent yet that would have to be counted: the file is not even opened.
  if (pass.isCancelled && job.chunksBegun === 0) return pass.stop();
  try {
    const batches = job.kind === 'undo' ? undoneChunks(job, ports) : chunksOfFile(job, ports);
    for await (const chunks of batches) {
      for (const chunk of chunks) await pass.take(chunk);
      if (pass.isCancelled && !pass.hasBegun) return await pass.stop();
      // Whoever was called must come further than whoever called: what was sent before is read again by each.
      if (pass.hasMoved && ports.shouldPause()) return await pass.pause();
    }
    return await pass.end();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return pass.stop(error.refusals[0] ?? { code: 'FileUnavailable' });
  }
};

/** The file's rows as chunks, each row with the seats that it got; some for each piece that is read. */
async function* chunksOfFile(job: ImportJob, ports: ImportPorts): AsyncGenerator<Chunk[]> {
  const { imports } = ports;
  const { rules, seats, options } = job;
  // With other rules, rows would fall into other chunks, and have two outcomes.
  if (!rules) throw new Error('an import has no plan');
  const exempt = await exemptRows(seats, (name) => imports.rowSet(job.id, name));
  const allocator = new SeatAllocator(seats, exempt, options.seatsShort);
  const cutter = new ChunkCutter();
  const { rows: batches } = await readRows(job, rules, ports);
  for await (const rows of batches) {
    yield rows.flatMap((row) => cutter.take(row, allocator.take(row)) ?? []);
  }
  const last = cutter.rest();
  if (last) yield [last];
}

/** The results of the import that is undone, as they lie there. */
async function* undoneChunks({ undoes = '' }: ImportJob, { imports }: ImportPorts): AsyncGenerator<SentChunk[]> {
  for await (const rows of imports.results(undoes)) {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first && last) yield [{ firstRow: first.rowNumber, lastRow: last.rowNumber }];
  }
}
