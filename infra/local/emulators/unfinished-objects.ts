/** What a killed engine left half written among the objects: nobody was told that it is there. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes descriptions that were cut short, over which the store would not start, parts of uploads that are not what
 * their description says, and uploads that are a day old, as the lifecycle of a bucket does.
 */
export const removeUnfinishedObjects = (folder: string, now = Date.now()): void => {
  for (const description of globSync('buckets/**/*.meta.json', { cwd: folder })) {
    const path = join(folder, description);
    if (contentOf(path) === undefined) rmSync(path);
  }
  const uploads = join(folder, '_multipart');
  for (const name of existsSync(uploads) ? readdirSync(uploads) : []) removeUnfinishedParts(join(uploads, name), now);
};

const dayMilliseconds = 24 * 3600 * 1000;

const removeUnfinishedParts = (upload: string, now: number): void => {
  const description = join(upload, '.upload.json');
  const isOfUse = contentOf(description) !== undefined && now - statSync(description).mtimeMs < dayMilliseconds;
  if (!isOfUse) {
    rmSync(upload, { recursive: true, force: true });
    return;
  }
  for (const part of globSync('parts/*.meta.json', { cwd: upload })) {
    const path = join(upload, part);
    if (!isPart(path)) rmSync(path);
  }
};

const isPart = (path: string): boolean => {
  const data = path.replace(/\.meta\.json$/, '.data');
  const tag = contentOf(path)?.etag;
  return existsSync(data) && tag === `"${createHash('md5').update(readFileSync(data)).digest('hex')}"`;
};

/** The description in a file; undefined where it was cut short. */
const contentOf = (path: string): { etag?: string } | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { etag?: string };
  } catch {
    return undefined;
  }
};
