/**
 * Builds the console: its scripts, one style sheet, its page, and the licences of whatever of other people is in it or in
 * the functions behind it, each packed. Run as a process of its own, since a plugin
 * of esbuild needs time to wait in and synthesis has none: the folder to make and how hard to pack are its arguments.
 */
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { bundledPackages, licenceTexts } from '../../../clients/licences/bundled-packages.ts';
import { packings } from '../../../shared/pages/built-files.ts';
import { stringsInUse } from './component-strings.ts';
import { consolePage } from './console-page.ts';
import { themeStyles, withoutFonts } from './console-styles.ts';
import { oneSharedFile } from './one-shared-file.ts';

const root = join(import.meta.dirname, '../../..');
const main = 'clients/console/main.tsx';

const bundled = () =>
  build({
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
    loader: { '.svg': 'dataurl' },
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    absWorkingDir: root,
    logLevel: 'warning',
    plugins: [withoutFonts, stringsInUse, oneSharedFile(join(root, main))],
  });

/** What esbuild made of the main file: it may be no more than the import of another one, which then takes its place. */
const firstScript = ({ outputs }: Metafile): { script: string; beside: string[]; css: string | undefined } => {
  const [path, entry] = Object.entries(outputs).find(([, output]) => output.entryPoint === main) ?? [];
  if (path === undefined || !entry) throw new Error(`esbuild made nothing of ${main}.`);
  const imported = entry.imports.filter(({ kind }) => kind === 'import-statement').map((one) => one.path);
  const [only, ...others] = imported;
  const isStub = only !== undefined && others.length === 0 && entry.bytes < 200;
  return { script: isStub ? only : path, beside: isStub ? [] : imported, css: entry.cssBundle };
};

/** What a name says of what is in the file. */
const markOf = (content: string): string => hash('sha256', content, 'hex').slice(0, 8).toUpperCase();

const writePacked = (file: string, contents: string | Uint8Array, quality: number): void => {
  mkdirSync(dirname(file), { recursive: true });
  const bytes = Buffer.from(contents);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.${packings.br}`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.${packings.gzip}`, gzipSync(bytes, { level: quality > 9 ? 9 : 6 }));
};

/** Which packages come into the functions: nothing of this is kept. */
const functions = () =>
  build({
    entryPoints: [join(root, 'functions/*.ts')],
    outdir: 'functions',
    write: false,
    metafile: true,
    bundle: true,
    // Each module once, in little time and memory.
    splitting: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    absWorkingDir: root,
    logLevel: 'error',
  });

const buildConsole = async (folder: string, quality: number): Promise<void> => {
  const [{ outputFiles, metafile }, theme, behind] = await Promise.all([bundled(), themeStyles(), functions()]);
  const licences = licenceTexts(bundledPackages(metafile, behind.metafile));
  const licencesPath = `assets/licences-${markOf(licences)}.txt`;
  const { script, beside, css } = firstScript(metafile);
  const styles = outputFiles.find(({ path }) => basename(path) === basename(css ?? ''));
  const styleSheet = `${styles?.text ?? ''}\n${theme}`;
  const styleSheetPath = `assets/main-${markOf(styleSheet)}.css`;
  const write = (path: string, contents: string | Uint8Array) => writePacked(join(folder, path), contents, quality);
  const asset = (path: string) => `assets/${basename(path)}`;

  // Scripts that are loaded later have style sheets of their own, which say nothing that the first one lacks.
  const isStub = ({ path }: { path: string }) =>
    basename(path).startsWith('main-') && basename(path) !== basename(script);
  const scripts = outputFiles.filter((file) => file.path.endsWith('.js') && !isStub(file));
  for (const { path, contents } of scripts) write(asset(path), contents);
  write(styleSheetPath, styleSheet);
  write(licencesPath, licences);
  const parts = {
    script: asset(script),
    beside: beside.map(asset),
    styleSheet: styleSheetPath,
    licences: licencesPath,
  };
  write('index.html', consolePage(parts));
};

const [folder = '', quality = ''] = process.argv.slice(2);
await buildConsole(folder, Number(quality));
