/** The console as it was built of these very sources, built once and used by every synthesis and test after it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const cache = join(root, 'node_modules/.cache/console');

/** How hard Brotli tries: 5 takes a fifth of a second for everything, 11 ten seconds for a tenth less. */
export type Packing = 5 | 11;

/** All that it may be made of: what it imports of shared/ is known only once it is built. */
const sources = [
  'clients/console/**/*',
  'shared/**/*.ts',
  'infra/parts/console/*.ts',
  'clients/licences/*.ts',
  'package-lock.json',
];

/** So long a build takes at most; what is older was left by one that was killed. */
const patience = 120_000;

/** A folder with all files of the console, packed so hard; it is not to be changed. Of several who ask at once, one builds. */
export const builtConsole = (packing: Packing): string => {
  const folder = join(cache, `${hashOf(sources)}-${packing}`);
  const making = `${folder}.making`;
  mkdirSync(cache, { recursive: true });
  while (!existsSync(folder)) {
    if (!isFirstToMake(making)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      if (existsSync(making) && Date.now() - statSync(making).ctimeMs > patience) rmSync(making, { recursive: true });
      continue;
    }
    const program = join(import.meta.dirname, 'build-console.ts');
    try {
      execFileSync(process.execPath, [program, making, String(packing)], { stdio: ['ignore', 'inherit', 'inherit'] });
      renameSync(making, folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  return folder;
};

const isFirstToMake = (folder: string): boolean => {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
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
