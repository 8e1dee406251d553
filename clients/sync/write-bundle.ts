/** The agent as one file, which runs on Node alone (22 or newer), without npm and packages. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Writes the bundle to a file. */
export const writeBundle = async (outfile: string): Promise<void> => {
  await build({
    entryPoints: [fileURLToPath(new URL('../sync-directory.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'inline',
    // Packages of CommonJS ask for it.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
};
