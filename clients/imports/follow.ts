/** Follows an import to its end. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Import } from './import-api.ts';
import type { Progress } from './progress.ts';

/** `onHold` counts as an end, since somebody has to decide. */
const isOver = ({ status }: Import): boolean => !['notStarted', 'running'].includes(status);

/** Waits for the end of an import, and shows how far it is. */
export const followToEnd = async (
  begun: Import,
  read: (id: string) => Promise<Import>,
  progress: Progress,
  pollMilliseconds: number,
): Promise<Import> => {
  let followed = begun;
  progress.start(followed);
  while (!isOver(followed)) {
    await sleep(pollMilliseconds);
    followed = await read(followed.id);
    progress.show(followed);
  }
  progress.stop(followed);
  return followed;
};
