/** Imports on a running Muster, each followed to its end and timed. */
import { Readable } from 'node:stream';
import { Upload } from '@aws-sdk/lib-storage';
import { followToEnd } from '../../clients/imports/follow.ts';
import type { Import } from '../../clients/imports/import-api.ts';
import { rowsDone } from '../../clients/imports/outcome.ts';
import { createProgress, type Progress } from '../../clients/imports/progress.ts';
import { followImport } from '../../infra/local/command/follow-import.ts';
import type { Muster } from '../../infra/local/muster.ts';
import { mustBe } from './benchmark.ts';
import { type PeopleFile, peopleFile } from './people-file.ts';
import { usedCpu } from './used-cpu.ts';

/**
 * An import that is over: the milliseconds until every row had its outcome, and until all was done; and those of CPU that
 * the engine with its database used until then.
 */
export type TimedImport = { over: Import; outcomes: number; settled: number; cpu: number };

const pollMilliseconds = 50;

const timing = ({ dataFolder }: Muster, what: string, rows: number) => {
  const shown = createProgress(what);
  const usedBefore = usedCpu(dataFolder);
  const began = performance.now();
  let outcomes: number | undefined;
  const progress: Progress = {
    ...shown,
    show: (job) => {
      shown.show(job);
      if (rowsDone(job) === rows) outcomes ??= performance.now() - began;
    },
  };
  const end = (over: Import): TimedImport => {
    const settled = performance.now() - began;
    mustBe('status of the import', over.status, 'succeeded');
    mustBe('rows with their outcome', rowsDone(over), rows);
    return { over, outcomes: outcomes ?? settled, settled, cpu: usedCpu(dataFolder) - usedBefore };
  };
  return { progress, end };
};

/** Puts a file into the bucket with these options, and follows its import. */
export const importFile = async (muster: Muster, file: PeopleFile, options: object = {}): Promise<TimedImport> => {
  const key = `${crypto.randomUUID()}.csv`;
  const { progress, end } = timing(muster, 'importing', file.rows);
  const Metadata = { 'muster-options': encodeURIComponent(JSON.stringify(options)) };
  const params = {
    Bucket: muster.outputs.ImportBucketName ?? '',
    Key: key,
    Body: Readable.from(peopleFile(file)),
    Metadata,
  };
  await new Upload({ client: muster.clients.s3, params, partSize: 8 * 1024 * 1024 }).done();
  return end(await followImport(muster.api, { key, before: new Set() }, progress));
};

/** Undoes an import. */
export const undoImport = async (muster: Muster, { id, rows }: Import): Promise<TimedImport> => {
  const { progress, end } = timing(muster, 'undoing', rows ?? 0);
  return end(await followToEnd(await muster.api.act(id, 'undo'), muster.api.import, progress, pollMilliseconds));
};
