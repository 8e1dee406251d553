/** The console as it was built of these very sources, built once and used by every synthesis and test after it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const cache = join(root, 'node_modules/.cache/console');

/** How hard Brotli tries: 5 takes a fifth of a second for everything, 11 ten seconds for a tenth less. */
export type Packing = 5 | 11;

/** All that it may be made of: what it imports of shared/ is known only once it is built. */
const sources = ['clients/console/**/*', 'shared/**/*.ts', 'infra/parts/console/*.ts', 'package-lock.json'];

/** A folder with all files of the console, packed so hard; it is not to be changed. */
export const builtConsole = (packing: Packing): string => {
  const folder = join(cache, `${hashOf(sources)}-${packing}`);
  if (existsSync(folder)) return folder;
  // Under another name first, so that nobody finds half of it; whoever comes second leaves what is there.
  const making = `${folder}.${process.pid}`;
  execFileSync(process.execPath, [join(import.meta.dirname, 'build-console.ts'), making, String(packing)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    renameSync(making, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true });
  }
  return folder;
};

const hashOf = (patterns: readonly string[]): string => {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .toSorted();
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
};
