/** Keeps what is loaded at first in one file, however many pages are loaded later. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Loader, Plugin } from 'esbuild';

/**
 * esbuild cuts what the main file shares with files that are loaded later by who needs it: with three of those, into eight
 * files, each a request, and it has no way to join them. So each of those is made to import the main file, which has run by
 * then: what that needs is needed by all of them, and makes one file.
 */
export const oneSharedFile = (main: string): Plugin => ({
  name: 'one-shared-file',
  setup: ({ onResolve, onLoad, resolve }) => {
    const later = new Set<string>();
    onResolve({ filter: /^\./ }, async ({ kind, path, importer, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === later) return undefined;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: later });
      if (found.errors.length === 0) later.add(found.path);
      return { path: found.path };
    });
    onLoad({ filter: /clients\/console\/.*\.tsx?$/ }, ({ path }) => {
      if (!later.has(path)) return undefined;
      const contents = `import ${JSON.stringify(main)};\n${readFileSync(path, 'utf8')}`;
      return { contents, loader: extname(path).slice(1) as Loader };
    });
  },
});
