/** A chunk of rows becomes people, in one transaction with its result. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { isComplete, type RowResult } from '../../../domain/imports/import-progress.ts';
import { isTooMany } from '../../../domain/imports/resumed-job.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { Instant } from '../../../domain/time.ts';
import type { ResolveAgainPorts } from '../../access/resolve-again.ts';
import type { Directory } from '../../directory.ts';
import type { HashSlowly } from '../../passwords/password-hash.ts';
import { inMessages, type Queues, type RowsMessage } from '../../queues.ts';
import { actingPrincipalOrRefused } from '../acting-principal.ts';
import type { Imports } from '../imports.ts';
import type { Sealer } from '../sealer.ts';
import { markCancelled, unlessOwnerGone } from './cancelled-chunk.ts';
import { doneBefore } from './done-before.ts';
import { hashPasswords } from './hash-passwords.ts';
import { ObjectDecider } from './object-decider.ts';
import { personIdOfResult } from './person-id.ts';
import { type Decider, earlierRows, recordRows } from './record-rows.ts';
import { RowDecider } from './row-decider.ts';
import { undoDecider } from './undo-decider.ts';

export type ProvisionPorts = Pick<ResolveAgainPorts, 'applications' | 'tokens'> & {
  directory: Pick<Directory, 'addPeople' | 'holdersOf' | 'claimHolders' | 'readPeople' | 'countingRoles' | 'catalogue'>;
  imports: Pick<
    Imports,
    'read' | 'standing' | 'readResults' | 'results' | 'record' | 'progress' | 'requestCancel' | 'rowSet'
  >;
  sealer: Pick<Sealer, 'open'>;
  hashSlowly: HashSlowly;
  queues: Pick<Queues, 'credentials' | 'files'>;
  organisation: Organisation;
  policy: Policy;
  now: () => Instant;
};

/** What a delivery of a chunk came to. `late`: its import is settled or was resumed, so nobody is added any more. */
export type ChunkEnd = 'provisioned' | 'repeated' | 'cancelled' | 'late';

/**
 * Adds and changes the people of a chunk and records what became of each row, at once and once. Then tells the queues:
 * credentials are owed, and, when this was the last chunk, the import is to be settled. A repeated delivery only tells
 * them again; a chunk of an import that was cancelled meanwhile, or whose owner is gone, is only counted.
 */
export const provisionChunk = async (chunk: RowsMessage, ports: ProvisionPorts): Promise<ChunkEnd> => {
  const standing = await ports.imports.standing(chunk.importId);
  if (!standing || standing.job.resumptions !== chunk.resumption) return 'late';
  const { job, isCancelled } = standing;
  const place = { ...chunk, importedAt: chunk.importedAt as Instant };
  const end = await chunkEndOf(job, isCancelled, place, ports);
  if (end === 'late') return 'late';
  await stopWhereTooMany(job, ports);
  const latest = job.stage === 'sending' ? ((await ports.imports.read(job.id)) ?? job) : job;
  if (latest.chunks !== undefined && isComplete(latest, await ports.imports.progress(job.id))) {
    await ports.queues.files([{ kind: 'continueImport', importId: job.id }]);
  }
  return end;
};

const chunkEndOf = async (
  job: ImportJob,
  isCancelled: boolean,
  chunk: RowsMessage & { importedAt: Instant },
  ports: ProvisionPorts,
): Promise<ChunkEnd> => {
  if (isCancelled || job.stage === 'settled') return leave(job, chunk, ports);
  const provision = async () => {
    const decider = await deciderOf(job, chunk, ports);
    const { rows, end } = await recordRows(chunk, job.kind === 'import' ? 'reserved' : 'free', decider, ports);
    await tellCredentials(rows, job, ports);
    return end;
  };
  return unlessOwnerGone(job.id, ports, provision, () => leave(job, chunk, ports));
};

/** Does no further row: what was done before is told again, and the rest is counted. */
const leave = async (
  job: ImportJob,
  chunk: RowsMessage & { importedAt: Instant },
  ports: ProvisionPorts,
): Promise<ChunkEnd> => {
  const earlier = await earlierRows(chunk, ports);
  const isDone = earlier.done.at(-1)?.rowNumber === chunk.lastRow;
  if (job.stage === 'settled' && !isDone) return 'late';
  if (isDone) await tellCredentials(earlier.done, job, ports);
  else await markCancelled(chunk, earlier, job, ports);
  return isDone ? 'repeated' : 'cancelled';
};

const deciderOf = async (job: ImportJob, chunk: RowsMessage, ports: ProvisionPorts): Promise<Decider> => {
  // What licences carry and are called, as the plan had it: their seats are no matter here.
  const catalogue = job.rules?.catalogue ?? (await ports.directory.catalogue());
  const rights = {
    actingNow: () => actingPrincipalOrRefused(job, ports),
    doneBefore: await doneBefore(job, chunk, ports),
  };
  if (!chunk.rows) {
    const results = await ports.imports.readResults(job.undoes ?? '', chunk.firstRow, chunk.lastRow);
    return undoDecider(
      results.flatMap(({ rows }) => rows),
      { ...ports, ...rights, job, catalogue },
    );
  }
  if (job.kind === 'synchronization') return new ObjectDecider(chunk.rows, { ...ports, ...rights, job, catalogue });
  return new RowDecider(chunk.rows, {
    ...ports,
    ...rights,
    job,
    catalogue,
    hashPasswords: (rows) => hashPasswords(rows, chunk, ports),
  });
};

/** Whoever is new gets a password, and so does who was restored; the sweep finds them should the queue lose it. */
const tellCredentials = async (
  rows: readonly RowResult[],
  { id, kind, options, keepsPasswords }: ImportJob,
  { queues }: ProvisionPorts,
): Promise<void> => {
  const mintsAtRestore = kind !== 'synchronization' && !keepsPasswords;
  const isMailed = ({ outcome }: RowResult) =>
    (outcome === 'restored' && mintsAtRestore) || (outcome === 'created' && options.credentials === 'mail');
  const ids = rows.filter(isMailed).map((row) => personIdOfResult(row, id));
  await queues.credentials(inMessages(ids));
};

/** An import that has had too many refusals is asked to stop, as somebody would who watches it. */
const stopWhereTooMany = async (job: ImportJob, { imports }: ProvisionPorts): Promise<void> => {
  if (job.options.stopAfterRefusals === undefined) return;
  if (isTooMany((await imports.progress(job.id)).refused, job)) await imports.requestCancel(job.id);
};
