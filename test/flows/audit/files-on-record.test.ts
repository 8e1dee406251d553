/** A file with two roles among many people: the audit tells of it by time, by actor, by person and by import. */
import { type Api, createApi } from '../driver/api.ts';
import { auditedRows } from '../driver/how-many.ts';
import { csv } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import { followed } from '../driver/requested-imports.ts';
import type { DirectoryAudit, Import, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { tokenFor } from '../driver/token.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
let owner: User;
let auditor: Api;
let imported: Import;
let began: string;
const people = Array.from({ length: auditedRows }, () => someone('Filed'));
const given = new Map([
  [Math.floor(auditedRows / 3), 'Global Administrator'],
  [Math.floor(auditedRows / 2), 'User Administrator'],
]);

beforeAll(async () => {
  muster = await sharedMuster();
  auditor = createApi(muster.outputs.ApiUrl, await muster.tokenOf('Reports Reader'));
  owner = await muster.api.addUser({ ...someone('Olga'), roles: ['Global Administrator'] });
  const grant = { kind: 'person', userId: owner.id, generation: 0 } as const;
  const token = await tokenFor(muster.clients.dynamodb, muster.outputs.DirectoryTableName, grant);
  const hers = createApi(muster.outputs.ApiUrl, token);
  const rows = people.map(({ userPrincipalName, displayName }, n) => [
    ...[userPrincipalName, displayName, given.get(n) ?? '', 'nobody@example.net'],
  ]);
  const headings = ['User Name', 'Display Name', 'Roles', 'Send Credentials To'];
  const asked = await hers.requestImport({ fileName: `${unique()}.csv` });
  began = asked.createdDateTime;
  await muster.files.upload(asked, csv(headings, rows));
  imported = await followed(muster, asked);
  expect(imported).toMatchObject({ status: 'succeeded', created: auditedRows });
});
afterAll(() => muster.close());

const isOfImport = ({ correlationId }: DirectoryAudit) => correlationId === imported.id;
const told = (entries: readonly DirectoryAudit[]) => entries.map(({ activityDisplayName }) => activityDisplayName);
const detailsOf = ({ additionalDetails }: DirectoryAudit) =>
  Object.fromEntries(additionalDetails.map(({ key, value }) => [key, value]));
const rolesIn = ({ targetResources }: DirectoryAudit) =>
  targetResources[0]?.modifiedProperties.find(({ displayName }) => displayName === 'roles')?.newValue;

/** The indexes of the table follow its writes a moment later. */
const entriesOf = (filter: string) =>
  waitFor(
    'what is told of the file',
    async () => (await auditor.audits(filter, { $top: '50' })).filter(isOfImport),
    (entries) => entries.length >= 5,
    { show: told },
  );

const whole = [...Array(2).fill('Add user'), 'Begin import', 'End import', 'Request import'];

test.each<[string, () => string]>([
  ['by time', () => `activityDateTime ge ${began}`],
  ['by actor', () => `initiatedBy/user/id eq '${owner.id}'`],
])('%s it is its beginning, its end with counts, and one entry for each role (weakness 2)', async (_, filter) => {
  const entries = await entriesOf(filter());
  expect(told(entries).toSorted()).toEqual(whole);
  expect(new Set(entries.map(({ initiatedBy }) => initiatedBy.user?.displayName))).toEqual(
    new Set([owner.displayName]),
  );
  const births = entries.filter(({ activityDisplayName }) => activityDisplayName === 'Add user');
  expect(births.map(rolesIn).toSorted()).toEqual(['["Global Administrator"]', '["User Administrator"]']);
  const [end] = entries.filter(({ activityDisplayName }) => activityDisplayName === 'End import');
  expect(end).toMatchObject({ targetResources: [{ id: imported.id, type: 'Other' }] });
  expect(end && detailsOf(end)).toMatchObject({ rows: `${auditedRows}`, created: `${auditedRows}`, refused: '0' });
  const one = await auditor.ask('GET', `/v1.0/auditLogs/directoryAudits/${end?.id}`);
  expect([one.status, one.body]).toMatchObject([200, end]);
});

test('by person it is the birth, by the person who owned the file (weakness 2)', async () => {
  for (const n of [0, ...given.keys()]) {
    const { id } = await muster.api.user(people[n]?.userPrincipalName ?? '');
    const entries = await auditor.audits(`targetResources/any(t:t/id eq '${id}')`);
    const birth = entries.at(-1);
    expect(birth).toMatchObject({
      activityDisplayName: 'Add user',
      initiatedBy: { user: { id: owner.id, displayName: owner.displayName }, app: null },
      correlationId: imported.id,
    });
    expect(birth && rolesIn(birth)).toBe(given.has(n) ? JSON.stringify([given.get(n)]) : undefined);
  }
});

test('by correlationId it is its life and each of its rows, once (weakness 2)', async () => {
  const entries = await auditor.audits(`correlationId eq '${imported.id}'`, { $top: '70' });
  expect(told(entries.slice(0, 3)).toSorted()).toEqual(['Begin import', 'End import', 'Request import']);
  const rows = entries.slice(3);
  expect(rows.map((entry) => Number(detailsOf(entry).rowNumber))).toEqual(people.map((_, n) => n + 1));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(auditedRows);
  expect(rows.filter((entry) => rolesIn(entry) !== undefined).map(rolesIn)).toEqual(
    [...given.values()].map((role) => JSON.stringify([role])),
  );
});

test('the mail about it names who got a role (weakness 2)', async () => {
  const named = [...given.keys()].map((n) => people[n]?.userPrincipalName ?? '');
  const mails = await waitFor(
    'the mail about the import',
    () => muster.mailbox.all(),
    (all) =>
      all.some(({ text }) => named.every((name) => text.includes(name)) && text.includes('Global Administrator')),
  );
  expect(mails.length).toBeGreaterThan(0);
});
