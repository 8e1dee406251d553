/** The end of a run that came through: its errors are listed, and its watermark is to hold from its last write on. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { RowResult } from '../../../domain/imports/import-progress.ts';
import { settledState, stateUnder } from '../../../domain/synchronization/run-state.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Imports } from '../imports.ts';
import type { MovedState, ObjectError, SynchronizationStore } from '../synchronization-store.ts';

type SettlePorts = {
  imports: Pick<Imports, 'results' | 'progress'>;
  synchronization: SynchronizationStore;
  now: () => Instant;
};

/**
 * How the record moves with the settlement of a job; undefined where it does not: of anything but a run that came
 * through, and of one whose turn it is no more, since synchronisation was switched off meanwhile.
 */
export const movedBy = async (
  job: ImportJob,
  { synchronization, now }: SettlePorts,
): Promise<MovedState | undefined> => {
  const { since, source, watermark } = job.synchronization ?? {};
  if (!isThrough(job) || !since || !source || !watermark) return undefined;
  const before = await synchronization.read();
  const state = stateUnder({ isEnabled: true, since }, before);
  if (before?.since !== since || state.runningImportId !== job.id) return undefined;
  return { before, after: settledState(state, { importId: job.id, source, watermark, now: now() }) };
};

const isThrough = ({ kind, options, status }: ImportJob): boolean =>
  kind === 'synchronization' && !options.dryRun && status === 'succeeded';

/** Errors that are written together. */
const batchErrors = 200;

/** Lists the objects that were refused, and takes those away that came through, or that a full run no longer names. */
export const listErrors = async (job: ImportJob, ports: SettlePorts): Promise<void> => {
  if (job.kind !== 'synchronization' || job.options.dryRun) return;
  const { imports, synchronization } = ports;
  const open = await knownErrors(synchronization);
  if (open.size === 0 && (await imports.progress(job.id)).refused === 0) return;
  const isFull = job.synchronization?.scope === 'full';
  const mended = new Set(isFull ? open.keys() : []);
  for await (const rows of imports.results(job.id)) {
    const put = rows.flatMap((row) => errorOf(row, job.id, open, ports.now()) ?? []);
    for (const { objectGuid } of put) mended.delete(objectGuid);
    const done = rows.filter(({ outcome }) => outcome !== 'refused').flatMap(({ objectGuid }) => objectGuid ?? []);
    for (const objectGuid of done) if (open.has(objectGuid)) mended.add(objectGuid);
    for (let start = 0; start < put.length; start += batchErrors) {
      await synchronization.putErrors({ put: put.slice(start, start + batchErrors), remove: [] });
    }
  }
  await synchronization.putErrors({ put: [], remove: [...mended] });
};

const knownErrors = async ({ errors }: SynchronizationStore): Promise<Map<string, ObjectError>> => {
  const known = new Map<string, ObjectError>();
  for (let after: string | undefined; ; ) {
    const page = await errors({ top: 1000, ...(after !== undefined && { after }) });
    for (const error of page.errors) known.set(error.objectGuid, error);
    if (page.next === undefined) return known;
    after = page.next;
  }
};

/** A repeated line of one object is no error of the object. */
const errorOf = (
  { outcome, objectGuid, userPrincipalName, code, target, fact }: RowResult,
  importId: string,
  open: ReadonlyMap<string, ObjectError>,
  now: Instant,
): ObjectError | undefined => {
  if (outcome !== 'refused' || objectGuid === undefined || code === undefined || code === 'DuplicateInFile')
    return undefined;
  const former = open.get(objectGuid);
  return {
    ...{ objectGuid, userPrincipalName, code, importId },
    ...(target !== undefined && { target }),
    ...(fact !== undefined && { fact }),
    occurredDateTime: former && former.code === code ? former.occurredDateTime : now,
  };
};
