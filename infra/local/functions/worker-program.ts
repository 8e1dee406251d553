/** The program of workers, as JavaScript in one file. */
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

/**
 * Writes it to a file, and gives its address. As TypeScript, each worker would load the compiler that takes the types
 * away: 7 MB and 60 ms of CPU each.
 */
export const writeWorkerProgram = (file: string): URL => {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    logLevel: 'warning',
  });
  // Anew, so that it is its owner's alone whoever might read the last one.
  rmSync(file, { force: true });
  writeFileSync(file, outputFiles[0]?.contents ?? '', { mode: 0o600 });
  return pathToFileURL(file);
};
