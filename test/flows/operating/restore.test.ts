/**
 * The drill of docs/operating.md, on the local engine: a backup of one moment becomes new tables beside the lost ones, what
 * comes back to life is ended, `check` finds nothing, and the settings have the system use them, with messages of the lost
 * time still in its queues.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checked } from '../driver/check.ts';
import { newCrowd } from '../driver/crowd.ts';
import { dataFolderOf } from '../driver/local-engine.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { newLicence, unique } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import type { User } from '../driver/resources.ts';
import { testLocally } from '../driver/shared-muster.ts';
import { resetPassword, settledPerson, signIn, withToken } from '../driver/signing-in.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';

const minutes = 60_000;
const scratch = mkdtempSync(join(tmpdir(), 'muster-restore-'));
const settingsFile = join(scratch, 'settings.json');
const usual = readFileSync('infra/settings/local.json', 'utf8');
// As it is, to the letter: then what the shared engine was made of serves here, too.
writeFileSync(settingsFile, usual);
const engine = ownEngine('--settings', settingsFile);
const outputsFile = join(dataFolderOf(engine.home), 'outputs.json');
let muster: Muster;

beforeAll(async () => {
  if (isLocal) muster = await engine.start();
}, 2 * minutes);
afterAll(async () => {
  await engine.end();
  rmSync(scratch, { recursive: true });
});

const command = async (...options: string[]): Promise<string> => {
  const program = join(import.meta.dirname, '../../../clients/muster/muster.ts');
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    program,
    ...options,
    '--outputs',
    outputsFile,
  ]);
  return stdout + stderr;
};
const roleId = async (name: string): Promise<string> => {
  const { body } = await muster.api.ask('GET', '/v1.0/directoryRoles');
  return (
    (body as { value: { id: string; displayName: string }[] }).value.find((one) => one.displayName === name)?.id ?? ''
  );
};

testLocally(
  'a backup is restored beside what was lost, and nothing that was taken away is there again (case 50)',
  async () => {
    const [former, later] = [`Former-${unique()}-7`, `Later-${unique()}-7`];
    const boss = await settledPerson(muster, 'boss', former);
    const changed = await settledPerson(muster, 'changed', former);
    const members = `/v1.0/directoryRoles/${await roleId('User Administrator')}/members`;
    const reference = { '@odata.id': `${muster.outputs.ApiUrl}/v1.0/directoryObjects/${boss.id}` };
    expect((await muster.api.ask('POST', `${members}/$ref`, reference)).status).toBe(204);
    const crowd = newCrowd(30, await newLicence(muster, 100));
    await muster.files.importFile('before.csv', crowd.file());
    const session = (await signIn(muster, boss.name, former)).body.token;
    await controlOf(muster).quiet(/./);

    // The backup.
    const backup = join(scratch, 'backup');
    await command('export', backup);

    // What is lost, with messages of it that stay in the queues.
    await muster.api.ask('DELETE', `${members}/${boss.id}/$ref`);
    await resetPassword(muster, changed.id, { newPassword: later });
    await muster.api.ask('POST', `/v1.0/users/${boss.id}/revokeSignInSessions`);
    await fetch(`${muster.outputs.LocalUrl}/_local/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ seed: 1, rules: [{ does: 'throttle', operation: 'ses' }] }),
    });
    const lost = newCrowd(30, await newLicence(muster, 100));
    await muster.files.importFile('lost.csv', lost.file());

    expect(await command('restore', 'load', backup, '--as', 'restored')).toMatch(/restored-directory: \d+ items/);
    const tables = { directory: 'restored-directory', imports: 'restored-imports' };
    const named = ['--directory', tables.directory, '--imports', tables.imports];
    const told = await command('restore', 'finish', ...named, '--yes');
    expect(told).toContain(`${boss.name} has User Administrator again`);
    expect(told).toContain(`${changed.name} signs in by a former password`);
    expect(told).toMatch(/Imports that are lost/);
    expect((await checked(outputsFile, { options: named })).findings).toEqual([]);

    // The swap.
    await engine.kill();
    writeFileSync(settingsFile, JSON.stringify({ ...JSON.parse(usual), tables }));
    muster = await engine.start();
    expect(muster.outputs.DirectoryTableName).toBe(tables.directory);

    const asked = await withToken(muster, session)('GET', '/v1.0/me');
    expect(asked.status).toBe(401);
    expect((await signIn(muster, changed.name, former)).body.error?.code).toBe('PasswordLapsed');
    const again = await signIn(muster, boss.name, former);
    expect(again.status).toBe(200);
    expect((await withToken(muster, again.body.token)('GET', '/v1.0/users?$top=1')).status).toBe(403);
    const there = async (name: string) => (await muster.api.ask('GET', `/v1.0/users/${name}`)).status;
    expect([await there(crowd.nameOf(1)), await there(lost.nameOf(1))]).toEqual([200, 404]);

    // Mails of the lost time find nobody, and the file may come again.
    await controlOf(muster).quiet(/Rows|Credentials|Notices/);
    const licence = await newLicence(muster, 100);
    const repeated = await muster.files.importFile(
      'again.csv',
      lost.file(() => ({ Licenses: licence.skuPartNumber })),
    );
    expect(repeated).toMatchObject({ status: 'succeeded', created: 30, refused: 0 });
    const mailed = () => muster.mailbox.find({ to: lost.addressOf(1) });
    expect(await waitFor('the credentials to be mailed', mailed, (mails) => mails.length > 0)).toHaveLength(1);
    expect(((await muster.api.ask('GET', `/v1.0/users/${lost.nameOf(1)}`)).body as User).assignedLicenses).toHaveLength(
      1,
    );
    await controlOf(muster).quiet(/./);
    const letters = (await (await fetch(`${muster.outputs.LocalUrl}/_local/state`)).json()) as {
      queues: { name: string; waiting: number; inFlight: number }[];
    };
    expect(
      letters.queues.filter(({ name, waiting, inFlight }) => /DeadLetter/.test(name) && waiting + inFlight > 0),
    ).toEqual([]);
    expect((await checked(outputsFile)).findings).toEqual([]);
  },
  5 * minutes,
);
