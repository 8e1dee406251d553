/** Brings a run's file to where it is awaited: in one piece, or in parts, of which a connection that breaks costs one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { putBytes } from '../../imports/put-bytes.ts';
import type { AwaitedUpload, SyncApi } from '../api/sync-api.ts';
import { type FaultExit, SyncFault } from '../sync-fault.ts';
import { type Lines, lengthOf, piecesOf } from './lines.ts';

/** Which run the file is of, and how it is awaited. */
export type Awaited = { id: string; upload: AwaitedUpload };

type Parts = SyncApi['parts'];

/** Resolves when the whole file is there. Rejects with a SyncFault; then nothing was changed. */
export const upload = async (lines: Lines, { id, upload: awaited }: Awaited, parts: Parts): Promise<void> => {
  if ('url' in awaited) {
    return again(async () => taken(await putBytes({ pieces: piecesOf(lines), length: lengthOf(lines) }, awaited)));
  }
  for (let number = 1; number <= awaited.parts; number += 1)
    await again(() => putPart(lines, { id, number, partSize: awaited.partSize }, parts));
  await again(async () => parts.complete(id, await parts.arrived(id)));
};

/** What is signed long before it is sent may have ended: each try has an address of its own. */
const putPart = async (
  lines: Lines,
  { id, number, partSize }: { id: string; number: number; partSize: number },
  parts: Parts,
): Promise<void> => {
  const from = (number - 1) * partSize;
  const to = Math.min(from + partSize, lengthOf(lines));
  const address = await parts.address(id, number);
  taken(await putBytes({ pieces: piecesOf(lines, from, to), length: to - from }, address));
};

/** Rejects with an answer that is no success; one of 500 and above passes. */
const taken = (status: number): void => {
  if (status !== 200) throw failed(String(status), status >= 500 ? 1 : 2);
};

const tries = 5;

/** Every step can be made again: what counts is the whole file. What passes is waited for. */
const again = async (step: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const fault = await step().then(
      () => undefined,
      (error: NodeJS.ErrnoException) =>
        error instanceof SyncFault ? error : failed(error.code ?? error.message, 1, error),
    );
    if (fault === undefined) return;
    if (fault.exit === 2 || attempt === tries) throw fault;
    await sleep(2 ** attempt * 250);
  }
};

const failed = (why: string, exit: FaultExit, cause?: unknown): SyncFault =>
  new SyncFault('UploadFailed', `The file could not be put (${why}). Nothing was changed.`, { exit, cause });
