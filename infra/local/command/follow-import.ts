/** Follows the import of an uploaded file to its end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { followToEnd } from '../../../clients/imports/follow.ts';
import type { Import } from '../../../clients/imports/import-api.ts';
import type { Progress } from '../../../clients/imports/progress.ts';
import type { Api } from './api.ts';

const pollMilliseconds = 250;

/** After this long without a new import, the one that the same file had before is taken: it was uploaded unchanged. */
const patienceMilliseconds = 15_000;

/** A file that has been uploaded, and the imports that were there before. */
export type Uploaded = { key: string; before: ReadonlySet<string> };

/** Waits for the end; `onHold` counts as one, since somebody has to decide. Shows how far it is. */
export const followImport = async (api: Api, uploaded: Uploaded, progress: Progress): Promise<Import> =>
  followToEnd(await findImport(api, uploaded), api.import, progress, pollMilliseconds);

const findImport = async (api: Api, { key, before }: Uploaded): Promise<Import> => {
  const patienceEnds = performance.now() + patienceMilliseconds;
  for (;;) {
    const ofThisFile = (await api.imports()).filter(({ file }) => file.key === key);
    const found = ofThisFile.find(({ id }) => !before.has(id));
    if (found !== undefined) return found;
    if (performance.now() > patienceEnds && ofThisFile[0] !== undefined) return ofThisFile[0];
    await sleep(pollMilliseconds);
  }
};
