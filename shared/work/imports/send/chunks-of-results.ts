/** The chunks of an undo: results of the import that is undone, as they lie in the table. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { RowResult } from '../../../domain/imports/import-progress.ts';
import type { ImportPorts } from '../import-setting.ts';
import type { SentChunk } from './chunk-cutter.ts';
import { type Chunks, placeOf } from './chunks-of-file.ts';

type Run = { firstRow: number; lastRow: number };

/** Whole results, from where an earlier call was: whoever undoes them reads them by their rows. */
export const chunksOfResults = (job: ImportJob, { imports }: ImportPorts): Chunks => {
  const from = placeOf(job);
  const runs = runsOf(imports.results(job.undoes ?? '', from?.firstRow), job.undoRows);
  const all = async function* (): AsyncGenerator<SentChunk[]> {
    let chunksBefore = from?.chunksBefore ?? 0;
    for await (const run of runs) {
      chunksBefore += 1;
      yield [{ ...run, next: { resumption: job.resumptions, firstRow: run.lastRow + 1, chunksBefore } }];
    }
  };
  return { batches: all(), from };
};

/** Neighbouring results together, as long as they have so many rows at most; without a number each by itself. */
async function* runsOf(results: AsyncIterable<RowResult[]>, most = 0): AsyncGenerator<Run> {
  let run: Run | undefined;
  for await (const rows of results) {
    const [first, last] = [rows[0]?.rowNumber, rows.at(-1)?.rowNumber];
    if (first === undefined || last === undefined) continue;
    // An import that was stopped leaves rows out.
    const isOf = run && first === run.lastRow + 1 && last < run.firstRow + most;
    if (run && !isOf) yield run;
    run = { firstRow: run && isOf ? run.firstRow : first, lastRow: last };
  }
  if (run) yield run;
}
