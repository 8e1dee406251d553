/** Builds the console: its scripts, one style sheet and its page, each packed, in a folder of their own. */
import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildSync, type Metafile } from 'esbuild';
import { packings } from '../../../shared/pages/built-files.ts';
import { consolePage } from './console-page.ts';
import { globalStyles, themeStyles } from './console-styles.ts';

const root = join(import.meta.dirname, '../../..');
const main = 'clients/console/main.tsx';

/** How hard Brotli tries: 5 takes a fifth of a second for everything, 11 eight seconds for a tenth less. */
export type Packing = 5 | 11;

/**
 * Writes all files of the console, packed, below `folder`, which it makes. `scratch` is a folder for what is made on the
 * way, and is left.
 */
export const buildConsole = (folder: string, packing: Packing, scratch: string): void => {
  mkdirSync(scratch, { recursive: true });
  const { outputFiles, metafile } = bundled(globalStyles(scratch));
  const scripts = outputFiles.filter(({ path }) => path.endsWith('.js'));
  const entry = outputOf(metafile, main);
  const styles = outputFiles.find(({ path }) => basename(path) === basename(entry.cssBundle ?? ''));
  const css = `${styles?.text ?? ''}\n${themeStyles(scratch)}`;
  const styleSheet = `assets/main-${hash('sha256', css, 'hex').slice(0, 8).toUpperCase()}.css`;
  const write = (path: string, contents: string | Uint8Array) => writePacked(join(folder, path), contents, packing);

  // Scripts that are loaded later have style sheets of their own, which say nothing that the first one lacks.
  for (const { path, contents } of scripts) write(`assets/${basename(path)}`, contents);
  write(styleSheet, css);
  const script = `assets/${basename(entry.path)}`;
  const imported = entry.imports.filter(({ kind }) => kind === 'import-statement');
  const beside = imported.map(({ path }) => `assets/${basename(path)}`);
  write('index.html', consolePage({ script, beside, styleSheet }));
};

const bundled = (styles: string) =>
  buildSync({
    entryPoints: [main],
    outdir: 'console',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    target: ['chrome120', 'edge120', 'firefox121', 'safari17'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { '@cloudscape-design/global-styles/index.css': styles },
    loader: { '.svg': 'dataurl' },
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    absWorkingDir: root,
    logLevel: 'warning',
  });

const outputOf = ({ outputs }: Metafile, entryPoint: string) => {
  const found = Object.entries(outputs).find(([, output]) => output.entryPoint === entryPoint);
  if (!found) throw new Error(`esbuild made nothing of ${entryPoint}.`);
  const [path, output] = found;
  return { path, ...output };
};

const writePacked = (file: string, contents: string | Uint8Array, packing: Packing): void => {
  mkdirSync(dirname(file), { recursive: true });
  const bytes = Buffer.from(contents);
  const params = { [constants.BROTLI_PARAM_QUALITY]: packing, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.${packings.br}`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.${packings.gzip}`, gzipSync(bytes, { level: packing === 11 ? 9 : 6 }));
};

/** Removes what is left of a build. */
export const removeBuild = (folder: string): void => rmSync(folder, { recursive: true, force: true });
