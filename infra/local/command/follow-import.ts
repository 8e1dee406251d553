/** Follows the import of an uploaded file to its end. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, Import } from './api.ts';
import type { Progress } from './progress.ts';

const pollMilliseconds = 250;

/** After this long without a new import, the one that the same file had before is taken: it was uploaded unchanged. */
const patienceMilliseconds = 15_000;

/** A file that has been uploaded, and the imports that were there before. */
export type Uploaded = { key: string; before: ReadonlySet<string> };

const isOver = ({ status }: Import): boolean => !['notStarted', 'running'].includes(status);

/** Rows that have their outcome. */
export const rowsDone = ({ created, updated, unchanged, refused }: Import): number =>
  created + updated + unchanged + refused;

/** Waits for the end; `onHold` counts as one, since somebody has to decide. Shows how far it is. */
export const followImport = async (api: Api, uploaded: Uploaded, progress: Progress): Promise<Import> => {
  let followed = await findImport(api, uploaded);
  progress.start(followed);
  while (!isOver(followed)) {
    await sleep(pollMilliseconds);
    followed = await api.import(followed.id);
    progress.show(followed);
  }
  progress.stop(followed);
  return followed;
};

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
