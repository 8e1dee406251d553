/** The rows of a run as they are sent: those of its file, then those whom a full one does not name. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import type { ImportPorts } from '../import-setting.ts';
import { decodeIds } from '../sets/id-list.ts';
import type { CheckedRow } from './check-rows.ts';
import { ObjectRows } from './object-rows.ts';
import { readRun } from './read-run.ts';

/** Rows that are given together. */
const batchRows = 500;

/** Every reading gives the same rows. Throws `Refused` for what makes the file unreadable. */
export const rowsOfRun = async (
  job: ImportJob,
  rules: Rules,
  { openFile, imports }: Pick<ImportPorts, 'openFile' | 'imports'>,
): Promise<AsyncGenerator<CheckedRow[]>> => {
  const { batches } = await readRun(job, openFile);
  const { unnamed, fileRows = 0 } = job.synchronization ?? {};
  const objects = new ObjectRows(rules);
  return (async function* () {
    for await (const lines of batches) yield lines.map((line) => objects.rowOf(line));
    if (unnamed === undefined) return;
    const ids = decodeIds(await imports.rowSet(job.id, unnamed));
    for (let start = 0; start < ids.length; start += batchRows) {
      yield ids.slice(start, start + batchRows).map((personId, index) => ({
        rowNumber: fileRows + start + index + 1,
        userPrincipalName: '',
        object: { personId, isDeletion: true },
      }));
    }
  })();
};
