/** The style sheets that Cloudscape has beside its components: without its fonts, and in our colours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '../../..');

/**
 * Leaves the fonts out of Cloudscape's styles for a whole page: they come as `data:`, which the console's policy does not
 * let in, and do not shrink.
 */
export const withoutFonts: Plugin = {
  name: 'without-fonts',
  setup: ({ onLoad }) => {
    onLoad({ filter: /global-styles\/index\.css$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace(/@font-face\s*\{[^}]*\}/g, '');
      return { contents, loader: 'css' };
    });
  },
};

/** The style sheet of clients/console/look/theme.ts, which goes behind all others. Its package is made for bundlers. */
export const themeStyles = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'clients/console/look/theme.ts')],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    loader: { '.css': 'empty' },
    absWorkingDir: root,
    logLevel: 'warning',
  });
  const program = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  const { themeStylesheet } = await import(`data:text/javascript;base64,${program}`);
  return themeStylesheet();
};
