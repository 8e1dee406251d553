/** The program of workers, as JavaScript in one file. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

/**
 * Writes it to a file, and gives its address. As TypeScript, each worker would load the compiler that takes the types
 * away: 7 MB and 60 ms of CPU each.
 */
export const writeWorkerProgram = (file: string): URL => {
  buildSync({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    logLevel: 'warning',
  });
  return pathToFileURL(file);
};
