/** What can be done with an import that is there: cancel it, have it go on, undo it, and do what a dry run showed. */
import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { may } from '../../../domain/access/roles.ts';
import type { AuditDetail, AuditEntry } from '../../../domain/audit.ts';
import { decideOptions } from '../../../domain/imports/decide-options.ts';
import { detail, type ImportActivity } from '../../../domain/imports/import-entry.ts';
import { type ImportJob, newImportJob } from '../../../domain/imports/import-job.ts';
import type { ImportOptions } from '../../../domain/imports/import-options.ts';
import type { ImportProgress } from '../../../domain/imports/import-progress.ts';
import { mostOpenImports } from '../../../domain/imports/open-imports.ts';
import { resumedJob } from '../../../domain/imports/resumed-job.ts';
import { actorOf, isSamePrincipal, type Principal } from '../../../domain/principal.ts';
import { Refused } from '../../../domain/refusals.ts';
import type { Instant } from '../../../domain/time.ts';
import { uuidFrom } from '../../../domain/uuid.ts';
import type { Queues } from '../../queues.ts';
import { importEntries } from '../import-entries.ts';
import type { Imports } from '../imports.ts';
import type { SynchronizationStore } from '../synchronization-store.ts';
import { holdAfterUndo } from './hold-after-undo.ts';
import { isFollowed, tryOf } from './try-again.ts';

export type ManageImportPorts = {
  imports: Pick<Imports, 'begin' | 'read' | 'progress' | 'requestCancel' | 'resume'>;
  synchronization: Pick<SynchronizationStore, 'read' | 'write'>;
  queues: Pick<Queues, 'files'>;
  now: () => Instant;
};

/** Each of these may throw `Refused` TooManyOpenImports, but for cancelling. */
const limit = { mostOpen: mostOpenImports };

/** Which import, and who asks. */
export type ImportAsked = { id: string; principal: Principal };

/** Has an import stop as soon as its steps see it; what it did stays. Throws `Refused` NotFound, ImportOver. */
export const cancelImport = async ({ id, principal }: ImportAsked, ports: ManageImportPorts): Promise<ImportJob> => {
  const job = await jobOf(id, ports);
  if (isOver(job)) throw new Refused({ code: 'ImportOver' });
  await ports.imports.requestCancel(id, { audit: told(job, 'Cancel import', principal, ports) });
  return goneOn(job, ports);
};

/**
 * Has an import go on that was stopped or waits for seats, with no more rights than its owner and whoever asks have both.
 * Throws `Refused` NotFound, ImportNotResumable.
 */
export const resumeImport = async ({ id, principal }: ImportAsked, ports: ManageImportPorts): Promise<ImportJob> => {
  const before = await jobOf(id, ports);
  // With less it would act with nothing at all, and end.
  if (before.kind === 'synchronization' && !may(principal, 'synchronize')) throw new Refused({ code: 'Forbidden' });
  const after = resumedJob(before, principal, ports.now());
  if (!after || (await isFollowed(before, ports))) throw new Refused({ code: 'ImportNotResumable' });
  // Somebody else may have been faster: then it goes on already.
  const isResumed = await ports.imports.resume(before, after, told(after, 'Resume import', principal, ports), limit);
  if (!isResumed) throw new Refused({ code: 'ImportNotResumable' });
  return goneOn(after, ports);
};

/**
 * Takes back what an import did, as an import of its own, which can be undone in turn, with the rights of whoever asks:
 * the owner of what is undone may be gone. Asked twice it is the same one; what it had to leave, somebody else may ask
 * for again. Of a run of synchronisation, the next one is not taken until an administrator lets it go on. Throws `Refused`
 * NotFound, ImportNotOver, NothingToUndo.
 */
export const undoImport = async ({ id, principal }: ImportAsked, ports: ManageImportPorts): Promise<ImportJob> => {
  const undone = await jobOf(id, ports);
  if (!isOver(undone)) throw new Refused({ code: 'ImportNotOver' });
  if (undone.options.dryRun || !changedAnybody(await ports.imports.progress(id))) {
    throw new Refused({ code: 'NothingToUndo' });
  }
  const { file, options, resumptions } = undone;
  // One that went on after it was undone has more to undo.
  const first = resumptions > 0 ? idOf('undo', id, resumptions) : idOf('undo', id);
  const isRun = undone.kind === 'synchronization';
  const begin = {
    ...({ kind: 'undo', undoes: id, file, options, owner: principal } as const),
    ...(isRun && { keepsPasswords: true as const }),
  };
  // First: a run that began in between would do again what is being undone.
  if (isRun) await holdAfterUndo(undone, ports);
  const entriesOf = (undo: ImportJob) => told(undone, 'Undo import', principal, ports, [detail('undoneBy', undo.id)]);
  return beginTry(first, begin, entriesOf, ports);
};

/** How a file is read, and when credentials go out: what may be said of a dry run that is applied. */
export type AppliedOptions = Partial<
  Pick<ImportOptions, 'columns' | 'encoding' | 'sheet' | 'credentials' | 'sendCredentialsDateTime'>
>;

/**
 * Does what a dry run showed, with the same version of the file, and with no more rights than its owner and whoever asks
 * have both. Asked twice it is the same import; what it had to leave, somebody else may ask for again. When credentials
 * go out may be said anew; the file is read as it was shown, or not at all. Throws `Refused` NotFound, ImportNotOver,
 * NotADryRun, ReadOtherwise.
 */
export const applyImport = async (
  { id, principal, options: asked = {} }: ImportAsked & { options?: AppliedOptions },
  ports: ManageImportPorts,
): Promise<ImportJob> => {
  const shown = await jobOf(id, ports);
  // A run is made anew from the directory as it is, not from how it was.
  if (!shown.options.dryRun || shown.kind !== 'import') throw new Refused({ code: 'NotADryRun' });
  if (!isOver(shown)) throw new Refused({ code: 'ImportNotOver' });
  if (shown.status !== 'succeeded') throw new Refused({ code: 'NotADryRun' });
  const { file, owner: shownBy } = shown;
  const options = decideOptions({ ...asked, dryRun: false }, shown.options);
  const isReadOtherwise = ways.some((way) => !isDeepStrictEqual(options[way], shown.options[way]));
  if (isReadOtherwise) throw new Refused({ code: 'ReadOtherwise' });
  const by = isSamePrincipal(shownBy, principal) ? {} : { shownBy };
  const begin = { applies: id, file, options, owner: principal, ...by };
  const entriesOf = (applied: ImportJob) =>
    told(shown, 'Apply import', principal, ports, [detail('appliedBy', applied.id)]);
  return beginTry(idOf('apply', id), begin, entriesOf, ports);
};

/** What decides how a file is read. */
const ways = ['columns', 'encoding', 'sheet'] as const;

/** Begins the next try, which entries of the one that it is about tell of, unless one that is there holds for whoever asks. */
const beginTry = async (
  first: string,
  begin: Omit<Parameters<typeof newImportJob>[0], 'id' | 'follows'>,
  entriesOf: (job: ImportJob) => AuditEntry[],
  ports: ManageImportPorts,
): Promise<ImportJob> => {
  const tried = await tryOf(first, begin.owner, ports);
  if ('job' in tried) return goneOn(tried.job, ports);
  const { id, follows } = tried;
  const job = newImportJob({ ...begin, id, ...(follows.length > 0 && { follows }) }, ports.now());
  return beginAndGoOn(job, [...entriesOf(job), ...told(job, 'Begin import', begin.owner, ports)], ports);
};

/** Records an import with entries that tell of it, and has it take its first step. Throws `Refused` TooManyOpenImports. */
export const beginAndGoOn = async (
  job: ImportJob,
  entries: AuditEntry[],
  ports: ManageImportPorts,
): Promise<ImportJob> => goneOn(await ports.imports.begin(job, entries, limit), ports);

/** The import that is asked for. Throws `Refused` NotFound. */
export const jobOf = async (id: string, { imports }: ManageImportPorts): Promise<ImportJob> => {
  const job = /^[0-9a-f-]{36}$/.test(id) ? await imports.read(id) : undefined;
  if (!job) throw new Refused({ code: 'NotFound' });
  return job;
};

/** What is told of somebody's doing with an import. */
export const told = (
  job: ImportJob,
  activity: ImportActivity,
  principal: Principal,
  { now }: Pick<ManageImportPorts, 'now'>,
  details: readonly AuditDetail[] = [],
): AuditEntry[] => importEntries(job, activity, { initiatedBy: actorOf(principal), now: now() }, details);

const isOver = ({ stage }: ImportJob): boolean => stage === 'settled';

/** What was done can be asked of the counts: rows that were refused or came out as they were changed nobody. */
const changedAnybody = ({ created, updated, deleted, restored }: ImportProgress): boolean =>
  created + updated + deleted + restored > 0;

/** The first try, whoever asks, and however often. */
const idOf = (...what: ['undo' | 'apply', string, number?]): string => uuidFrom(hash('sha256', JSON.stringify(what)));

/** Its next step waits in its queue. */
const goneOn = async (job: ImportJob, { queues }: ManageImportPorts): Promise<ImportJob> => {
  await queues.files([{ kind: 'continueImport', importId: job.id }]);
  return job;
};
