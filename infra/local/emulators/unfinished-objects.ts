/** What a killed engine left half written among the objects: nobody was told that it is there. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Removes descriptions that were cut short, over which the store would not start, and uploads that nobody can end. */
export const removeUnfinishedObjects = (folder: string): void => {
  rmSync(join(folder, '_multipart'), { recursive: true, force: true });
  for (const description of globSync('buckets/**/*.meta.json', { cwd: folder })) {
    const path = join(folder, description);
    if (!isWhole(path)) rmSync(path);
  }
};

const isWhole = (path: string): boolean => {
  try {
    JSON.parse(readFileSync(path, 'utf8'));
    return true;
  } catch {
    return false;
  }
};
