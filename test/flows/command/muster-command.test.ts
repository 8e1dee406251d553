/** The jobs of an administrator by `muster` alone: 200 accounts, licences, who has none, resets, and undo. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHere } from '../../clients/muster/run-here.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, unique } from '../driver/names.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-flow-'));
const mark = unique();
const people = 200;
const inSales = 40;
let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => {
  muster.close();
  rmSync(folder, { recursive: true });
});

const run = async (...options: string[]) => {
  const environment = { MUSTER_TOKEN: muster.token, MUSTER_URL: muster.outputs.ApiUrl, XDG_CONFIG_HOME: folder };
  return runHere([...options, '-o', 'json'], environment);
};
const done = async (...options: string[]) => {
  const { out, err, code } = await run(...options);
  if (code !== 0) throw new Error(`${options.join(' ')} ended with ${code}: ${err}`);
  return out === '' ? undefined : JSON.parse(out);
};
const nameOf = (at: number) => `p${at}.${mark}@contoso.com`;
const department = `Sales ${mark}`;

test('200 accounts from a CSV; licences for a department; who has none; reset and resend; undo', async () => {
  const rows = Array.from({ length: people }, (_, at) =>
    [nameOf(at), `Person ${at}`, at < inSales ? department : `Rest ${mark}`, 'DE', `p${at}.${mark}@example.net`].join(
      ',',
    ),
  );
  const file = join(folder, 'people.csv');
  writeFileSync(file, `User Name,Display Name,Department,Usage Location,Alternate email address\n${rows.join('\n')}\n`);

  const imported = await done('imports', 'run', file, '--apply');
  expect(imported).toMatchObject({ status: 'succeeded', created: people, refused: 0, options: { dryRun: false } });

  const { skuId, skuPartNumber } = await newLicence(muster, inSales - 1);
  const given = (await done('licences', 'assign', skuPartNumber, '--department', department)) as { outcome: string }[];
  expect(Map.groupBy(given, ({ outcome }) => outcome).get('assigned')?.length).toBe(inSales - 1);
  expect(given.filter(({ outcome }) => outcome === 'waiting').length).toBe(1);
  expect(await done('licences', 'waiting', skuId, '--query', 'length(@)')).toBe(1);
  await done('licences', 'set-seats', skuPartNumber, String(inSales));
  // The line is served in the background.
  const line = () => done('licences', 'waiting', skuPartNumber);
  await waitFor('who waits to get the new seat', line, (waiting: object[]) => waiting.length === 0);

  const rest = [
    'users',
    'list',
    '--filter',
    `startswith(userPrincipalName,'p') and department eq 'Rest ${mark}'`,
    '--unlicensed',
    '--all',
  ];
  expect(await done(...rest, '--query', 'length(@)')).toBe(people - inSales);
  expect(await done('users', 'list', '--department', department, '--unlicensed')).toEqual([]);

  const reset = (await done('users', 'reset-password', nameOf(0), '--show', '--yes')) as [{ newPassword: string }];
  const signedIn = await muster.api.ask('POST', '/v1.0/signIn', {
    userPrincipalName: nameOf(0),
    password: reset[0].newPassword,
  });
  expect(signedIn.body).toMatchObject({ error: { code: 'PasswordChangeRequired' } });
  await done('imports', 'send-credentials', imported.id, '--resend', '--yes');

  await done('users', 'set', nameOf(1), 'jobTitle=Director');
  expect(await done('audit', '--person', nameOf(1), '--query', '[0].activityDisplayName')).toBe('Update user');

  // Who was changed since is left as they are, and told: the exit code says so, and the rows say who.
  const undone = await run('imports', 'undo', imported.id, '--yes', '--wait');
  const undo = JSON.parse(undone.out);
  expect(undone.code).toBe(1);
  expect(undo).toMatchObject({ kind: 'undo', status: 'succeeded', deleted: people - inSales, refused: inSales });
  const left = await done('imports', 'rows', undo.id, '--outcome', 'refused', '--query', '[].userPrincipalName');
  expect(new Set(left)).toEqual(new Set(Array.from({ length: inSales }, (_, at) => nameOf(at))));
  await done('users', 'delete', '--department', department);
  expect((await run('users', 'get', nameOf(0))).code).toBe(1);
  await done('users', 'restore', nameOf(0));
  expect(await done('users', 'get', nameOf(0), '--query', 'accountEnabled')).toBe(true);
}, 180_000);

test('somebody with fewer rights is told with 4, and nothing is done', async () => {
  const token = await muster.tokenOf('Directory Readers');
  const before = await done('users', 'list', '--top', '1');
  expect(before.length).toBe(1);
  const { code, out } = await run('users', 'block', before[0].userPrincipalName, '--token', token);
  expect([code, out]).toEqual([4, '']);
});
