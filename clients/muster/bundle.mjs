/** The command as one bundle, beside its sources. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const root = resolve(here, '../..');
const folder = join(here, 'built');
const note = join(folder, 'bundle.json');

/** A mark of a file as it is: when it was changed, and how long it is. */
const markOf = (path) => {
  const { mtimeMs, size } = statSync(join(root, path));
  return `${mtimeMs} ${size}`;
};

/** The bundle that was made of files as they are now; undefined where there is none. */
const current = () => {
  try {
    const { program, inputs } = JSON.parse(readFileSync(note, 'utf8'));
    const isSame = Object.entries(inputs).every(([path, mark]) => markOf(path) === mark);
    return isSame && statSync(join(folder, program)).isFile() ? join(folder, program) : undefined;
  } catch {
    return undefined;
  }
};

/** Each in a folder of its own: whoever runs the one before still finds its parts. */
const make = async () => {
  const { build } = await import('esbuild');
  const name = `${Date.now()}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['clients/muster/muster.ts'],
    outdir: join(folder, name),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    metafile: true,
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'error',
    legalComments: 'linked',
    // Packages of the other kind ask for Node's modules by require.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
  });
  const inputs = Object.fromEntries(Object.keys(metafile.inputs).map((path) => [path, markOf(path)]));
  const program = join(name, 'muster.mjs');
  const before = readdirSync(folder);
  writeFileSync(`${note}.${process.pid}`, JSON.stringify({ program, inputs }));
  renameSync(`${note}.${process.pid}`, note);
  for (const old of before
    .filter((one) => /^\d+-\d+$/.test(one) && one !== name)
    .sort()
    .slice(0, -1))
    rmSync(join(folder, old), { recursive: true, force: true });
  return join(folder, program);
};

/** The file to run. Where nothing can be written, such as in a folder of somebody else, that is the source itself. */
export const bundled = async () => {
  const found = current();
  if (found !== undefined) return found;
  try {
    return await make();
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error?.code)) throw error;
    return join(here, 'muster.ts');
  }
};
