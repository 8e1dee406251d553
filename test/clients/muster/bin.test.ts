/** `muster` as a program: by npx under the system's Node, bundled, in a pipe. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const bin = resolve('clients/muster/bin.mjs');
const built = resolve('clients/muster/built');
const folder = mkdtempSync(join(tmpdir(), 'muster-bin-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (options: readonly string[], more: { program?: string; input?: string; path?: string } = {}) => {
  const { program = process.execPath, input = '', path = process.env.PATH } = more;
  return spawnSync(program, options, {
    encoding: 'utf8',
    input,
    env: { PATH: path, HOME: folder, XDG_CONFIG_HOME: folder },
  });
};

const bundles = () => (existsSync(built) ? readdirSync(built).filter((name) => /^\d+-\d+$/.test(name)) : []);

test('the bundle is made once, and anew when a file of it has changed', () => {
  expect(run([bin, '--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const first = bundles();
  run([bin, '--version']);
  expect(bundles()).toEqual(first);
  const now = new Date();
  utimesSync('clients/muster/fault.ts', now, now);
  expect(run([bin, '--version']).status).toBe(0);
  expect(bundles().sort().at(-1)).not.toBe(first.sort().at(-1));
}, 60_000);

const systems = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path)) ?? '';
const isOld =
  systems !== '' && Number(/\d+/.exec(spawnSync(systems, ['--version'], { encoding: 'utf8' }).stdout)?.[0]) < 24;
const testOld = isOld ? test : test.skip;

testOld(
  'npx runs it where the system has an older Node; that one alone says what is missing',
  () => {
    const path = '/usr/bin:/usr/local/bin:/bin';
    expect(run([bin, '--version'], { program: systems })).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Muster needs Node/),
    });
    const npx = spawnSync('npx', ['--no-install', 'muster', '--version'], {
      encoding: 'utf8',
      env: { PATH: path, HOME: folder },
    });
    expect([npx.stdout, npx.status]).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+\n$/), 0]);
  },
  60_000,
);

test.each(['bash', 'zsh', 'fish', 'powershell'])('completion for %s', (shell) => {
  const { status, stdout } = run([bin, 'complete', shell]);
  expect([status, stdout]).toEqual([0, expect.stringContaining('muster')]);
  expect(run([bin, 'complete', '--', 'users', 'reset']).stdout).toMatch(/^reset-password\t/);
});

test.each(['token', 'check', 'redrive', 'sync'])('%s is the script of npm', (name) => {
  const { status, stdout } = run([bin, name, '--help']);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^Usage: muster /)]);
});

test('standard input holds one thing after the other: a token, then names', () => {
  const { status, stderr } = run([bin, 'users', 'block', '-', '--token', '-', '--url', 'http://127.0.0.1:9'], {
    input: 'the-token\na@contoso.com\n',
  });
  expect([status, stderr]).toEqual([1, expect.stringContaining('does not answer')]);
});

test('a reader that is gone is no fault', () => {
  const { stderr } = run(['-c', `${process.execPath} ${bin} --help | head -1`], { program: '/bin/sh' });
  expect(stderr).toBe('');
});
