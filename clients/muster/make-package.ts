/**
 * `npm run pack-command -- FOLDER`: the command as a package of its own, packed by npm. It is one bundle without any
 * dependency, so that it is there at once and runs on the Node that somebody has, from 20 on.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { fromCaller } from '../caller.ts';
import { bundledPackages, licenceTexts } from '../licences/bundled-packages.ts';

const root = join(import.meta.dirname, '../..');

/** What Node 20 lacks of what the bundle uses: esbuild translates syntax alone. */
const prelude = `
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let at = 0;
  for (const item of items) {
    const key = keyOf(item, at++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
Set.prototype.union ??= function (other) { return new Set([...this, ...other.keys()]); };
`;

/** What the package says of itself. */
const manifest = () => {
  const { name, version, description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    ...{ name, version, description, license },
    type: 'module',
    bin: { muster: 'muster.mjs' },
    engines: { node: '>=20' },
    files: ['*.mjs', 'licences.txt', 'powershell'],
  };
};

/** Lays the package into a folder. */
export const layPackage = async (folder: string): Promise<void> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['clients/muster/muster.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    metafile: true,
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    banner: { js: prelude },
  });
  const program = join(folder, 'muster.mjs');
  writeFileSync(program, `#!/usr/bin/env node\n${readFileSync(program, 'utf8')}`, { mode: 0o755 });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest(), undefined, 2));
  writeFileSync(join(folder, 'licences.txt'), licenceTexts(bundledPackages(metafile)));
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  cpSync(join(root, 'docs/command.md'), join(folder, 'README.md'));
  cpSync(join(root, 'clients/powershell'), join(folder, 'powershell'), { recursive: true });
};

/** Packs it; the answer is the file, as npm calls it. */
export const packCommand = async (into: string): Promise<string> => {
  const laid = mkdtempSync(join(tmpdir(), 'muster-package-'));
  try {
    await layPackage(laid);
    mkdirSync(into, { recursive: true });
    const options = ['pack', '--json', '--pack-destination', resolve(into)];
    // npm's own scripts tell it another folder by their environment.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
    const told = JSON.parse(execFileSync('npm', options, { cwd: laid, encoding: 'utf8', env }));
    const [{ filename }] = Array.isArray(told) ? told : Object.values(told);
    return join(into, filename);
  } finally {
    rmSync(laid, { recursive: true });
  }
};

if (process.argv[1] === import.meta.filename) console.log(await packCommand(fromCaller(process.argv[2] ?? '.')));
