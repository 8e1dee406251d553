/** Second pass: rows go to the queue in chunks. Of a dry run they are looked at here, and of an undo they are results. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { Refused } from '../../../domain/refusals.ts';
import type { ImportPorts } from '../import-setting.ts';
import type { StepEnd } from '../step-end.ts';
import { chunksOfFile } from './chunks-of-file.ts';
import { chunksOfResults } from './chunks-of-results.ts';
import { FileReading } from './file-reading.ts';
import { isToStop } from './is-to-stop.ts';

/**
 * Sends every chunk whose row is not known to be sent, from the place to which an earlier call has come. Where there is
 * none that fits, rows before it are read again, and not sent. A file that is gone meanwhile ends the import with what was sent; so does
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
    const { batches, from } = job.kind === 'undo' ? chunksOfResults(job, ports) : await chunksOfFile(job, ports);
    pass.beginAt(from);
    for await (const chunks of batches) {
      for (const chunk of chunks) await pass.take(chunk);
      if (pass.isCancelled && !pass.hasBegun) return await pass.stop();
      // Whoever was called must come further than whoever called: of a workbook all is read again by each.
      if (pass.hasMoved && ports.shouldPause()) return await pass.pause();
    }
    return await pass.end();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return pass.stop(error.refusals[0] ?? { code: 'FileUnavailable' });
  }
};
