/** What can be done with an import that is there: cancel it, have it go on, undo it, and do what a dry run showed. */
import { hash } from 'node:crypto';
import { type ImportJob, newImportJob } from '../../../domain/imports/import-job.ts';
import type { ImportProgress } from '../../../domain/imports/import-progress.ts';
import { mostOpenImports } from '../../../domain/imports/open-imports.ts';
import { resumedJob } from '../../../domain/imports/resumed-job.ts';
import type { Principal } from '../../../domain/principal.ts';
import { Refused } from '../../../domain/refusals.ts';
import type { Instant } from '../../../domain/time.ts';
import { uuidFrom } from '../../../domain/uuid.ts';
import type { Queues } from '../../queues.ts';
import type { Imports } from '../imports.ts';

export type ManageImportPorts = {
  imports: Pick<Imports, 'begin' | 'read' | 'progress' | 'requestCancel' | 'resume'>;
  queues: Pick<Queues, 'files'>;
  now: () => Instant;
};

/** Each of these may throw `Refused` TooManyOpenImports, but for cancelling. */
const limit = { mostOpen: mostOpenImports };

/** Which import, and who asks. */
export type ImportAsked = { id: string; principal: Principal };

/** Has an import stop as soon as its steps see it; what it did stays. Throws `Refused` NotFound, ImportOver. */
export const cancelImport = async ({ id }: ImportAsked, ports: ManageImportPorts): Promise<ImportJob> => {
  const job = await jobOf(id, ports);
  if (isOver(job)) throw new Refused({ code: 'ImportOver' });
  await ports.imports.requestCancel(id);
  return goneOn(job, ports);
};

/** Has an import go on that was stopped or waits for seats. Throws `Refused` NotFound, ImportNotResumable. */
export const resumeImport = async ({ id }: ImportAsked, ports: ManageImportPorts): Promise<ImportJob> => {
  const before = await jobOf(id, ports);
  const after = resumedJob(before, ports.now());
  // Somebody else may have been faster: then it goes on already.
  if (!after || !(await ports.imports.resume(before, after, limit))) throw new Refused({ code: 'ImportNotResumable' });
  return goneOn(after, ports);
};

/**
 * Takes back what an import did, as an import of its own, which can be undone in turn. Asked twice it is the same one.
 * Throws `Refused` NotFound, ImportNotOver, NothingToUndo.
 */
export const undoImport = async ({ id, principal }: ImportAsked, ports: ManageImportPorts): Promise<ImportJob> => {
  const undone = await jobOf(id, ports);
  if (!isOver(undone)) throw new Refused({ code: 'ImportNotOver' });
  if (undone.options.dryRun || !changedAnybody(await ports.imports.progress(id))) {
    throw new Refused({ code: 'NothingToUndo' });
  }
  const { file, options, resumptions } = undone;
  // One that went on after it was undone has more to undo.
  const undoId = resumptions > 0 ? idOf('undo', id, resumptions) : idOf('undo', id);
  const begin = { id: undoId, kind: 'undo', undoes: id, file, options, owner: principal } as const;
  return goneOn(await ports.imports.begin(newImportJob(begin, ports.now()), limit), ports);
};

/** Does what a dry run showed, with the same version of the file. Throws `Refused` NotFound, ImportNotOver, NotADryRun. */
export const applyImport = async ({ id, principal }: ImportAsked, ports: ManageImportPorts): Promise<ImportJob> => {
  const shown = await jobOf(id, ports);
  if (!shown.options.dryRun || shown.kind === 'undo') throw new Refused({ code: 'NotADryRun' });
  if (!isOver(shown)) throw new Refused({ code: 'ImportNotOver' });
  if (shown.status !== 'succeeded') throw new Refused({ code: 'NotADryRun' });
  const options = { ...shown.options, dryRun: false };
  const begin = { id: idOf('apply', id), applies: id, file: shown.file, options, owner: principal };
  return goneOn(await ports.imports.begin(newImportJob(begin, ports.now()), limit), ports);
};

const jobOf = async (id: string, { imports }: ManageImportPorts): Promise<ImportJob> => {
  const job = /^[0-9a-f-]{36}$/.test(id) ? await imports.read(id) : undefined;
  if (!job) throw new Refused({ code: 'NotFound' });
  return job;
};

const isOver = ({ stage }: ImportJob): boolean => stage === 'settled';

/** What was done can be asked of the counts: rows that were refused or came out as they were changed nobody. */
const changedAnybody = ({ created, updated, deleted, restored }: ImportProgress): boolean =>
  created + updated + deleted + restored > 0;

/** The same whoever asks, and however often. */
const idOf = (...what: ['undo' | 'apply', string, number?]): string => uuidFrom(hash('sha256', JSON.stringify(what)));

/** Its next step waits in its queue. */
const goneOn = async (job: ImportJob, { queues }: ManageImportPorts): Promise<ImportJob> => {
  await queues.files([{ kind: 'continueImport', importId: job.id }]);
  return job;
};
