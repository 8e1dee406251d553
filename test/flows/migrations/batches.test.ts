/** Migrations from Exchange: its lists as PowerShell writes them, and batches with their states, limits and secrets. */
import { dirname } from 'node:path';
import { csv } from '../driver/import-files.ts';
import { batchesOf } from '../driver/migrations.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, someone, unique } from '../driver/names.ts';
import { nobody } from '../driver/outcomes.ts';
import { importRequested } from '../driver/requested-imports.ts';
import type { User } from '../driver/resources.ts';
import { filesBelow, keptInAws, type Place, placesWithSecrets } from '../driver/secrets.ts';
import { sharedMuster, sharedOutputsFile, testLocally } from '../driver/shared-muster.ts';

let muster: Muster;
let batches: ReturnType<typeof batchesOf>;
beforeAll(async () => {
  muster = await sharedMuster();
  batches = batchesOf(muster);
});
afterAll(() => muster.close());

const graceDays = 30;
const dayMilliseconds = 86_400_000;

/** What `Get-Mailbox | Export-Csv` of Windows PowerShell writes: the type, and every cell in quotes. */
const exported = (rows: readonly (readonly string[])[]): string => {
  const headings = ['Alias', 'DisplayName', 'PrimarySmtpAddress', 'EmailAddresses', 'RecipientTypeDetails', 'Database'];
  const lines = [headings, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(','));
  return ['#TYPE Microsoft.Exchange.Data.Directory.Management.Mailbox', ...lines, ''].join('\r\n');
};
const recipient = (name: string, kind: string): string[] => {
  const addresses = 'Microsoft.Exchange.Data.ProxyAddressCollection';
  return [name, `The ${name}`, `${name}@contoso.com`, addresses, kind, 'DB01'];
};
const recipients = (count: number): string => {
  const run = unique();
  return exported(Array.from({ length: count }, (_, index) => recipient(`m${index}.${run}`, 'UserMailbox')));
};

const staged = (rows: readonly (readonly [string, string])[]): string =>
  csv(
    ['EmailAddress', 'Password', 'ForceChangePassword'],
    rows.map(([name, password]) => [name, password, 'False']),
  );

test('Get-Mailbox | Export-Csv: people with a mailbox in its grace, rooms and shared mailboxes skipped by their kind', async () => {
  const kinds = ['UserMailbox', 'RoomMailbox', 'SharedMailbox', 'RemoteUserMailbox', 'EquipmentMailbox'];
  const rows = kinds.map((kind) => recipient(`${kind.toLowerCase()}.${unique()}`, kind));
  const names = rows.map(([name]) => `${name}@contoso.com`);
  const over = await importRequested(muster, `${unique()}.csv`, exported(rows), { credentials: 'none' });
  expect(over).toMatchObject({ status: 'succeeded', format: 'Exchange recipients', ...nobody, created: 2, skipped: 3 });
  const report = await muster.api.report(over.id);
  const told = (place: number) => [report[place]?.userPrincipalName, report[place]?.outcome, report[place]?.code];
  expect(names.map((_, place) => told(place))).toEqual(
    names.map((name, place) =>
      [0, 3].includes(place) ? [name, 'created', null] : [name, 'skipped', 'RecipientSkipped'],
    ),
  );
  for (const place of [1, 2, 4]) expect(report[place]?.message).toContain(kinds[place]);
  for (const place of [0, 3]) {
    const { displayName, mailbox, createdDateTime } = await muster.api.user(names[place] ?? '');
    expect([displayName, mailbox?.state]).toEqual([`The ${rows[place]?.[0]}`, 'grace']);
    const days = (Date.parse(mailbox?.graceEndsDateTime ?? '') - Date.parse(createdDateTime)) / dayMilliseconds;
    expect(days).toBeCloseTo(graceDays, 1);
  }
  for (const place of [1, 2, 4]) {
    expect((await muster.api.ask('GET', `/v1.0/users/${names[place]}`)).status).toBe(404);
  }
});

test('a cutover of 2,001 mailboxes fails and adds nobody', async () => {
  const content = recipients(2001);
  const failed = await batches.run(content, { migrationType: 'exchangeCutover' });
  expect(failed).toMatchObject({ status: 'Failed', error: { code: 'BatchTooLarge' }, syncedCount: 0 });
  expect(await muster.api.import(failed.id)).toMatchObject({ status: 'failed', ...nobody });
  expect(await batches.users(failed.id)).toEqual([]);
  const [, first] = /"(m0\.\w+@contoso\.com)"/.exec(content) ?? [];
  expect((await muster.api.ask('GET', `/v1.0/users/${first}`)).status).toBe(404);
});

test('a cutover of 151 has a note, one of 150 none; on hold for seats both are Waiting', async () => {
  const { skuPartNumber } = await newLicence(muster, 0);
  const options = { licenses: [skuPartNumber], usageLocation: 'NL', seatsShort: 'hold' as const };
  const held = async (count: number) =>
    batches.run(recipients(count), { migrationType: 'exchangeCutover', ...options });
  const [most, more] = [await held(150), await held(151)];
  expect([most, more].map(({ status, totalCount, activeCount }) => [status, totalCount, activeCount])).toEqual([
    ['Waiting', 150, 150],
    ['Waiting', 151, 151],
  ]);
  const isAdvised = ({ notes }: { notes: string[] }) => notes.some((note) => note.includes('no more than 150'));
  expect([isAdvised(most), isAdvised(more)]).toEqual([false, true]);
  for (const { id } of [most, more]) await batches.act(id, 'stop');
});

test('a batch and its people through their states, in the words of Exchange', async () => {
  const told = `mover.${unique()}@example.net`;
  const [ann, bob] = [someone('Ann'), someone('Bob')];
  const asked = { migrationType: 'exchangeStaged', displayName: `Wave ${unique()}`, notificationEmails: [told] };
  const batch = await batches.request({ ...asked, autoStart: false, credentials: 'none' });
  expect(batch).toMatchObject({ status: 'Created', totalCount: null });
  const at = `/${batch.id}`;
  const content = staged([ann, { userPrincipalName: 'no address' }, bob].map((one) => [one.userPrincipalName, '']));
  await muster.files.upload(batch, content);
  expect(await batches.read(batch.id)).toMatchObject({ status: 'Created', syncedCount: 0 });
  expect(await batches.users(batch.id)).toEqual([]);
  expect(await batches.refusal('POST', `${at}/complete`)).toEqual([409, 'BatchNotSynced']);
  expect(await batches.refusal('DELETE', at)).toEqual([409, 'ImportNotOver']);

  await batches.act(batch.id, 'start');
  const synced = await batches.follow(batch.id);
  const counts = { totalCount: 3, activeCount: 0, failedCount: 1, skippedCount: 0 };
  expect(synced).toMatchObject({ status: 'SyncedWithErrors', ...counts, syncedCount: 2, finalizedCount: 0 });
  expect(synced.initialSyncDateTime).not.toBeNull();
  const users = await batches.users(batch.id);
  expect(users.map(({ rowNumber, status, mailbox, error }) => [rowNumber, status, mailbox, error?.code])).toEqual([
    [1, 'Synced', 'grace', undefined],
    [2, 'Failed', null, expect.any(String)],
    [3, 'Synced', 'grace', undefined],
  ]);
  const numbers = async (filter: string) => (await batches.users(batch.id, filter)).map(({ rowNumber }) => rowNumber);
  expect(await numbers("mailbox eq 'grace'")).toEqual([1, 3]);
  expect(await numbers("statusSummary eq 'Failed'")).toEqual([2]);
  expect(await numbers("statusSummary eq 'Completed'")).toEqual([]);

  expect(await batches.act(batch.id, 'stop')).toMatchObject({ status: 'Stopped', stoppedCount: 2, syncedCount: 0 });
  expect(await numbers("statusSummary eq 'Stopped'")).toEqual([1, 3]);
  expect(await batches.refusal('POST', `${at}/complete`)).toEqual([409, 'BatchNotSynced']);
  expect(await batches.act(batch.id, 'start')).toMatchObject({ status: 'SyncedWithErrors', stoppedDateTime: null });

  const completed = await batches.act(batch.id, 'complete');
  expect(completed).toMatchObject({ status: 'CompletedWithErrors', ...counts, syncedCount: 0, finalizedCount: 2 });
  expect(await batches.act(batch.id, 'complete')).toEqual(completed);
  expect(await numbers("statusSummary eq 'Completed'")).toEqual([1, 3]);
  const { text } = await muster.mailbox.mail({ to: told, about: 'is complete' });
  expect(text).toContain(asked.displayName);
  expect(await batches.refusal('POST', `${at}/stop`)).toEqual([409, 'ImportOver']);

  const isListed = async () => (await batches.list()).some(({ id }) => id === batch.id);
  expect(await isListed()).toBe(true);
  expect(await batches.refusal('DELETE', at)).toEqual([204, undefined]);
  expect([await isListed(), await batches.refusal('GET', at)]).toEqual([false, [404, 'NotFound']]);
  expect((await muster.api.user(ann.userPrincipalName)).mailbox?.state).toBe('grace');
  expect((await muster.api.import(batch.id)).status).toBe('succeeded');
});

describe('the passwords of a staged and of an IMAP file', () => {
  const [known, added, mailed] = [someone('Kim'), someone('Lea'), someone('Max')];
  const names = [known, added, mailed].map(({ userPrincipalName }) => userPrincipalName);
  const chosen = names.map(() => `Own-${unique()}-Kookaburra/7+`);
  const answers: Place[] = [];
  let before: User;

  beforeAll(async () => {
    before = await muster.api.addUser({ ...known, credentialDelivery: { show: true } });
    const [ofKnown = '', ofAdded = '', ofMailed = ''] = chosen;
    const files = {
      exchangeStaged: staged([
        [known.userPrincipalName, ofKnown],
        [added.userPrincipalName, ofAdded],
        ['no address', ofAdded],
      ]),
      imap: csv(
        ['EmailAddress', 'UserName', 'Password', 'UserRoot'],
        [[mailed.userPrincipalName, 'max', ofMailed, '/']],
      ),
    };
    const options = { existingPeople: 'update', credentials: 'none' } as const;
    for (const [migrationType, content] of Object.entries(files)) {
      const { id, ...batch } = await batches.run(content, { ...options, migrationType });
      expect(batch).toMatchObject({ syncedCount: migrationType === 'imap' ? 1 : 2 });
      for (const path of [`migrationBatches/${id}`, `migrationBatches/${id}/users`, `imports/${id}/report`]) {
        const { text } = await muster.api.ask('GET', `/v1.0/${path}`);
        answers.push({ name: `the answer to GET ${path}`, bytes: Buffer.from(text) });
      }
    }
  });

  const namesIn = (places: readonly Place[]) =>
    names.filter((name) => places.some(({ bytes }) => bytes.includes(name)));
  const secrets = { chosen, generated: new Set<string>() };

  test('change nobody: whoever exists keeps name and password, and has a mailbox', async () => {
    const { displayName, lastPasswordChangeDateTime, mailbox } = await muster.api.user(known.userPrincipalName);
    expect([displayName, mailbox?.state]).toEqual([known.displayName, 'grace']);
    expect(lastPasswordChangeDateTime).toBe(before.lastPasswordChangeDateTime);
  });

  test('are in no answer, table, queue, report and mail', async () => {
    const kept = await keptInAws(muster);
    expect([namesIn(answers), namesIn(kept)]).toEqual([names, names]);
    const mails = { name: 'the mails', bytes: Buffer.from(JSON.stringify(await muster.mailbox.all())) };
    expect(placesWithSecrets([...answers, ...kept, mails], secrets)).toEqual([]);
  });

  testLocally('are in no file of the engine but the one that was uploaded', async () => {
    const isUploaded = (path: string) => path.includes(`/${muster.outputs.ImportBucketName}/`);
    const home = dirname(dirname(sharedOutputsFile));
    expect(placesWithSecrets(filesBelow(home, isUploaded), secrets)).toEqual([]);
    const uploaded = [...filesBelow(home, (path) => !isUploaded(path))];
    expect(placesWithSecrets(uploaded, secrets).length).toBeGreaterThan(0);
  });
});
