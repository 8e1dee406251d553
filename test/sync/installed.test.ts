/** The agent as it is installed: one file for Node alone, its unit of systemd, and the settings that are shown. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../../clients/sync/settings/settings.ts';

const install = (name: string) => fileURLToPath(new URL(`../../clients/sync/install/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'muster-installed-'));
const bundle = join(folder, 'muster-sync.mjs');
beforeAll(() => {
  // As the documentation says to make it.
  const made = spawnSync('npm', ['run', '-s', 'sync-bundle', '--', bundle], { encoding: 'utf8' });
  if (made.status !== 0 || !existsSync(bundle)) throw new Error(`No bundle was made: ${made.stderr}`);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...args: string[]) =>
  spawnSync(process.execPath, [bundle, ...args], { cwd: folder, encoding: 'utf8', env: {} });

test('the bundle runs on Node alone, without a package', () => {
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  expect(stdout).toContain('--dry-run');
});

test('wrong options and settings end with code 2 and a sentence', () => {
  expect(run('--nonsense')).toMatchObject({ status: 2 });
  const { status, stderr, stdout } = run('--once', '--settings', 'nowhere.json');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(
    /^\S+ SettingsInvalid: nowhere\.json cannot be read \(ENOENT\)\. Name another by --settings, or begin with a copy of .+\.\n$/,
  );
});

test('the settings that are shown are right', () => {
  const shown = join(folder, 'muster-sync.json');
  copyFileSync(install('muster-sync.json'), shown);
  expect(readSettings(shown).directory.controllers).toHaveLength(2);
});

const unit = () => readFileSync(install('muster-sync.service'), 'utf8');

test('the unit is one, and says what the settings and exit codes need', () => {
  const lines = unit()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines.every((line) => /^\[\w+\]$|^\w+=.*$/.test(line))).toBe(true);
  expect(lines.filter((line) => line.startsWith('['))).toEqual(['[Unit]', '[Service]', '[Install]']);
  for (const name of ['directory-password', 'client-secret']) {
    expect(lines).toContain(`LoadCredential=${name}:/etc/muster-sync/${name}`);
    expect(readFileSync(install('muster-sync.json'), 'utf8')).toContain(`"$CREDENTIALS_DIRECTORY/${name}"`);
  }
  expect(lines).toContain('RestartPreventExitStatus=2');
});

test('systemd finds nothing wrong with the unit, where there is one', () => {
  if (!existsSync('/usr/bin/systemd-analyze')) return;
  // It looks for the program of ExecStart, too.
  const file = join(folder, 'muster-sync.service');
  writeFileSync(file, unit().replace('/usr/bin/node', process.execPath));
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});
