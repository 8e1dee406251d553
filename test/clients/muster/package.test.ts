/** The command as a package of its own: what is in it, and that it runs where nothing else is installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layPackage } from '../../../clients/muster/make-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-package-'));
beforeAll(() => layPackage(folder), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** This Node, and the system's own, which may be an older one. */
const nodes = [process.execPath, '/usr/bin/node'].filter(
  (node) => Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0) >= 20,
);
const run = (node: string, ...options: string[]) =>
  spawnSync(node, [join(folder, 'muster.mjs'), ...options], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { PATH: '', XDG_CONFIG_HOME: folder },
  });

test('has all that it needs in it, the licences too, and nothing of the system', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ name: 'muster', version, bin: { muster: 'muster.mjs' }, engines: { node: '>=20' } });
  expect(manifest).not.toHaveProperty('dependencies');
  const files = readdirSync(folder);
  expect(files.filter((file) => !/\.mjs$/.test(file)).sort()).toEqual([
    'LICENSE',
    'README.md',
    'licences.txt',
    'package.json',
    'powershell',
  ]);
  const scripts = files.filter((file) => file.endsWith('.mjs'));
  const statically = /\bimport(?!\()[\w$*{}, ]*?from ?"([^".][^"]*)"/g;
  const imported = scripts.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(statically)].map(([, name = '']) => name),
  );
  expect(imported).toContain('node:fs');
  expect(imported.filter((name) => !isBuiltin(name))).toEqual([]);
  expect(readFileSync(join(folder, 'licences.txt'), 'utf8')).toMatch(/^commander \d/m);
});

test.each(nodes)('runs with %s', (node) => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(run(node, '--version').stdout.trim()).toBe(version);
  expect(run(node, 'imports', 'template').stdout).toMatch(/^User Name,/);
  const [asked, checked] = [run(node, 'users', 'list'), run(node, 'check', '--outputs', 'nowhere.json')];
  expect([asked.status, asked.stderr]).toEqual([4, expect.stringContaining('You are not signed in')]);
  expect([checked.status, checked.stderr]).toEqual([1, expect.stringContaining('There is no outputs file')]);
  expect(run(node, 'restore', 'finish', '--help').stdout).toContain('--keep <what...>');
});

test('notes of a release are what the CHANGELOG says of the version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const notes = (of: string) =>
    execFileSync(process.execPath, ['.ci/release-notes.mjs', of], { encoding: 'utf8', stdio: 'pipe' });
  expect(notes(version)).toMatch(/^### /);
  expect(() => notes('99.0.0')).toThrow(`package.json has version ${version}`);
});
