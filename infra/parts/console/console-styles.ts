/** The style sheets that Cloudscape has beside its components: without its fonts, and in our colours. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);

/**
 * The file of Cloudscape's styles for a whole page, written into `scratch`. Its fonts are left out: they come as `data:`,
 * which the console's policy does not let in, and do not shrink.
 */
export const globalStyles = (scratch: string): string => {
  const css = readFileSync(require.resolve('@cloudscape-design/global-styles/index.css'), 'utf8');
  const file = join(scratch, 'global-styles.css');
  writeFileSync(file, css.replace(/@font-face\s*\{[^}]*\}/g, ''));
  return file;
};

/** The style sheet of clients/console/look/theme.ts, which goes behind all others. Its package is made for bundlers. */
export const themeStyles = (scratch: string): string => {
  const outfile = join(scratch, `theme-${process.pid}.cjs`);
  buildSync({
    entryPoints: [join(root, 'clients/console/look/theme.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    loader: { '.css': 'empty' },
    absWorkingDir: root,
    logLevel: 'warning',
  });
  const { themeStylesheet } = require(outfile) as { themeStylesheet: () => string };
  return themeStylesheet();
};
