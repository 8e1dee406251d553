/** `muster sync`: the agent of an Active Directory as a verb of the command, held against golden/sync.txt. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const golden = join(import.meta.dirname, 'golden/sync.txt');
const bin = resolve('clients/muster/bin.mjs');
const folder = mkdtempSync(join(tmpdir(), 'muster-sync-verb-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = {
  api: { url: 'http://127.0.0.1:2', clientId: 'agent' },
  directory: { controllers: ['ldaps://127.0.0.1:9'], account: 'svc-muster@corp.local' },
};
writeFileSync(join(folder, 'muster-sync.json'), JSON.stringify(settings));
writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ ...settings, scope: { group: 'Staff' } }));

const calls = [
  '--help',
  '--every 0',
  '--settings nowhere.json --once',
  '--settings wrong.json --check',
  '--once',
  '--once --full --dry-run',
];

test('each call prints what it printed, and ends as it ended; no stack, and nobody is asked for a profile', () => {
  const shown = calls.map((call) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [bin, 'sync', ...call.split(' ')], {
      ...{ cwd: folder, encoding: 'utf8' },
      env: { HOME: folder, PATH: process.env.PATH, COLUMNS: '100', MUSTER_CLIENT_SECRET: 'secret of the agent' },
    });
    return `$ muster sync ${call}\n${stdout}${stderr}(${status})\n`;
  });
  const text = shown
    .join('\n')
    .replaceAll(folder, '.')
    .replace(/^\d{4}-\S+Z /gm, '');
  // To take what it prints now: GOLDEN=write npm test -- test/clients/muster
  if (process.env.GOLDEN === 'write') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
  expect(text).not.toContain('secret of the agent');
}, 120_000);
