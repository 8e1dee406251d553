/** Migrations of people from a directory on premises: their mailboxes as time goes by. Local: here time can be moved. */
import { join } from 'node:path';
import { agentRuns, upsert } from '../driver/agent-runs.ts';
import { checked } from '../driver/check.ts';
import { csv } from '../driver/import-files.ts';
import { dataFolderOf } from '../driver/local-engine.ts';
import { type Batch, batchesOf } from '../driver/migrations.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { newLicence } from '../driver/names.ts';
import { tally } from '../driver/outcomes.ts';
import { ownEngine } from '../driver/own-engine.ts';
import { followed } from '../driver/requested-imports.ts';
import { testLocally } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';

const engine = ownEngine();
let muster: Muster;
let batches: ReturnType<typeof batchesOf>;
let batch: Batch;
beforeAll(async () => {
  if (!isLocal) return;
  muster = await engine.start();
  batches = batchesOf(muster);
  await muster.api.ask('PATCH', '/v1.0/organization/organization', { onPremisesSyncEnabled: true });
  const { run } = agentRuns(muster, await muster.tokenOf('Directory Synchronization Accounts'));
  expect(
    await run(
      'full',
      [1, 2, 3].map((n) => upsert(n)),
    ),
  ).toMatchObject({ status: 'succeeded', created: 3 });
}, 120_000);
afterAll(() => engine.end());

const nameOf = (n: number) => `p${n}@contoso.com`;
const staged = (...people: number[]) =>
  csv(
    ['EmailAddress', 'Password', 'ForceChangePassword'],
    people.map((n) => [nameOf(n), 'Tulip-7-Windmill', 'False']),
  );
const mailboxes = async (): Promise<string[]> => {
  const people = await Promise.all([1, 2, 3].map((n) => muster.api.user(nameOf(n))));
  expect(people.map(({ displayName }) => displayName)).toEqual(['Person 1', 'Person 2', 'Person 3']);
  return people.map(({ mailbox }) => mailbox?.state ?? 'none');
};
const seen = (what: string, states: string[]) =>
  waitFor(what, mailboxes, (now) => now.join() === states.join(), { seconds: 30 });

testLocally('a cutover is refused, while people come from the directory on premises', async () => {
  const asked = { fileName: 'a.csv', displayName: 'All', migrationType: 'exchangeCutover' };
  expect(await batches.refusal('POST', '', asked)).toEqual([409, 'CutoverWhileSynchronized']);
  expect(await batches.list()).toEqual([]);
});

testLocally('a staged file brings mailboxes in grace to whom it finds, adds nobody and renames nobody', async () => {
  const existing = { migrationType: 'exchangeStaged', existingPeople: 'update' } as const;
  batch = await batches.run(staged(1, 2, 9), existing);
  expect(batch).toMatchObject({ status: 'SyncedWithErrors', syncedCount: 2, failedCount: 1 });
  expect(tally(await muster.api.report(batch.id))).toEqual({ updated: [1, 2], 'refused MigrationPersonMissing': [3] });
  expect(await mailboxes()).toEqual(['grace', 'grace', 'none']);
  const again = await batches.run(staged(1, 2), existing);
  expect(tally(await muster.api.report(again.id))).toEqual({ unchanged: [1, 2] });
});

testLocally('30 days later they are disabled, a licence brings one back, and undo takes the other away', async () => {
  const began = (await muster.api.import(batch.id)).completedDateTime ?? '';
  await controlOf(muster).quiet();
  await controlOf(muster).daysAfter(began, 29.9);
  await controlOf(muster).quiet();
  expect(await mailboxes()).toEqual(['grace', 'grace', 'none']);
  await controlOf(muster).daysAfter(began, 30.01);
  await seen('the mailboxes to be disabled', ['disabled', 'disabled', 'none']);
  expect(await batches.users(batch.id, "mailbox eq 'disabled'")).toHaveLength(2);

  const { skuId } = await newLicence(muster, 1);
  const { id } = await muster.api.user(nameOf(1));
  expect((await muster.api.ask('PATCH', `/v1.0/users/${id}`, { usageLocation: 'NL' })).status).toBe(204);
  await muster.api.assignLicense(id, { addLicenses: [{ skuId }], removeLicenses: [] });
  expect(await mailboxes()).toEqual(['active', 'disabled', 'none']);
  expect(await batches.users(batch.id, "mailbox eq 'active'")).toMatchObject([{ userPrincipalName: nameOf(1) }]);

  const undone = await followed(muster, await muster.api.askOfImport(batch.id, 'undo'));
  expect(undone).toMatchObject({ status: 'succeeded', kind: 'undo' });
  expect(await mailboxes()).toEqual(['active', 'none', 'none']);
  const found = await checked(join(dataFolderOf(engine.home), 'outputs.json'));
  expect(found.findings).toEqual([]);
});
