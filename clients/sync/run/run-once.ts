/**
 * One run: what changed in the directory since the watermark becomes a file, and the file an import. Nothing is kept here
 * between runs, so that one which is killed anywhere is made again by the next, with the same end.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SynchronizationHeader } from '../../../shared/messages/synchronization-file.ts';
import type { Import } from '../../imports/import-api.ts';
import type { SyncApi, SyncState } from '../api/sync-api.ts';
import { lengthOf } from '../file/lines.ts';
import { openSpool, type Spool } from '../file/spool.ts';
import { upload } from '../file/upload.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { AccountSource, Changes, SourceState } from '../source/account-source.ts';
import { decodeWatermark, encodeWatermark, type FullReason, fullReason, watermarkHash } from '../source/watermark.ts';
import { SyncFault } from '../sync-fault.ts';
import { writePeople } from './write-people.ts';

/** What a run is given. */
export type RunParts = {
  source: AccountSource;
  api: SyncApi;
  mapping: Mapping;
  /** Of scope and mapping, see `markOf`. */
  mark: string;
  asked: { full: boolean; dryRun: boolean };
  now: () => Date;
  log: (sentence: string) => void;
  pollMilliseconds?: number;
};

/** What became of a run; without `over` nothing had changed. */
export type RunOutcome = {
  scope: Changes['scope'];
  reason: FullReason | undefined;
  rows: number;
  over: Import | undefined;
};

/** Rejects with a SyncFault; then nothing was changed, or the import goes on by itself. */
export const runOnce = async (parts: RunParts, state: SyncState): Promise<RunOutcome> => {
  assertMayRun(state, parts.asked.dryRun);
  const before = await parts.source.state();
  assertSameSource(state, before);
  const spool = openSpool();
  try {
    const read = await readInto(spool, parts, { state, before });
    if (spool.rows() === 0 && read.header.scope === 'delta') return await confirmed(parts, state, read);
    return { ...read.told, rows: spool.rows(), over: await uploaded(spool, parts, { state, header: read.header }) };
  } finally {
    spool.remove();
  }
};

/** A dry run comes before switching on. */
const assertMayRun = ({ onPremisesSyncEnabled, onHold }: SyncState, isDryRun: boolean): void => {
  if (!onPremisesSyncEnabled && !isDryRun) {
    const sentence =
      'Synchronisation is switched off in Muster, where an administrator switches it on: nothing was read.';
    throw new SyncFault('SwitchedOff', sentence, { exit: 2 });
  }
  if (onHold !== 'undone') return;
  const sentence =
    'A run was undone in Muster, and synchronisation waits until somebody lets it go on: nothing was read.';
  throw new SyncFault('SwitchedOff', sentence, { exit: 2 });
};

const assertSameSource = ({ source: known }: SyncState, { source }: SourceState): void => {
  if (known === null || known.id.toLowerCase() === source.id) return;
  const sentence = `Muster's people come from ${known.domainName}, and this directory is another one (${source.domainName}): nothing was read.`;
  throw new SyncFault('SourceChanged', sentence, { exit: 2 });
};

type Read = { header: SynchronizationHeader; told: Pick<RunOutcome, 'scope' | 'reason'> };

const readInto = async (
  spool: Spool,
  { source, mapping, mark, asked, now, log }: RunParts,
  { state, before }: { state: SyncState; before: SourceState },
): Promise<Read> => {
  const known = decodeWatermark(state.watermark);
  const readDateTime = now().toISOString();
  const wanted = fullReason(known, { asked: asked.full, mark, retryIsComplete: state.retryIsComplete, now: now() });
  const changes = await source.changes(wanted === undefined ? known?.cookie : undefined);
  const reason = wanted ?? (changes.scope === 'full' ? 'directory' : undefined);
  log(`${before.controller}: reading ${reason === undefined ? 'what changed' : `everybody (${reason})`}.`);
  const retry = changes.scope === 'full' ? [] : state.retry;
  await writePeople(spool, { source, changes, retry, mapping, domainName: before.source.domainName });
  await spool.end();
  await assertUnmoved(source, before);
  const fullDateTime = changes.scope === 'full' ? readDateTime : (known?.fullDateTime ?? readDateTime);
  const watermark = { cookie: changes.cookie(), controller: before.controller, mark, readDateTime, fullDateTime };
  return {
    header: {
      source: before.source,
      scope: changes.scope,
      previous: state.watermark === null ? null : watermarkHash(state.watermark),
      watermark: encodeWatermark(watermark),
    },
    told: { scope: changes.scope, reason },
  };
};

/** Where the scope was moved while people were read, some of them seem to have left it. */
const assertUnmoved = async (source: AccountSource, { boundary }: SourceState): Promise<void> => {
  if ((await source.state()).boundary === boundary) return;
  throw new SyncFault(
    'ScopeMoved',
    'The scope was renamed or moved while it was read. Nothing was changed; the next run reads again.',
  );
};

const confirmed = async ({ api, asked }: RunParts, state: SyncState, { header, told }: Read): Promise<RunOutcome> => {
  const { previous, watermark } = header;
  if (!asked.dryRun && previous !== null) await api.confirm(state.id, { previous, watermark });
  return { ...told, rows: 0, over: undefined };
};

const uploaded = async (
  spool: Spool,
  { api, asked, log, pollMilliseconds = 1000 }: RunParts,
  { state, header }: { state: SyncState; header: SynchronizationHeader },
): Promise<Import> => {
  const end = { end: true, rows: spool.rows() };
  const lines = {
    first: `${JSON.stringify(header)}\n`,
    file: spool.file,
    bytes: spool.bytes(),
    last: `${JSON.stringify(end)}\n`,
  };
  const { scope } = header;
  const begun = await api.start(state.id, { scope, dryRun: asked.dryRun, fileSize: lengthOf(lines) });
  await upload(lines, begun, api.parts);
  const { id } = begun;
  log(`Import ${id}: ${spool.rows()} rows put.`);
  let over = await api.import(id);
  while (over.status === 'notStarted' || over.status === 'running') {
    await sleep(pollMilliseconds);
    over = await api.import(id);
  }
  return over;
};
