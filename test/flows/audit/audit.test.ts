/** Who changed what: found by person, by actor and by time, as Microsoft Graph has it. */
import { type Api, createApi } from '../driver/api.ts';
import { csv } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, someone, unique } from '../driver/names.ts';
import type { DirectoryAudit, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
/** The API as a new operator has it, whom nothing but this file's changes can name. */
let mine: Api;
beforeAll(async () => {
  muster = await sharedMuster();
  mine = createApi(muster.outputs.ApiUrl, await muster.tokenOf('Global Administrator'));
});
afterAll(() => muster.close());

const about = ({ id }: Pick<User, 'id'>) => `targetResources/any(t:t/id eq '${id}')`;
const told = (entries: readonly DirectoryAudit[]) => entries.map(({ activityDisplayName }) => activityDisplayName);

/** An index of the table follows its writes a moment later. */
const found = (filter: string, count: number, query?: Record<string, string>) =>
  waitFor(
    `${count} audit entries`,
    () => mine.audits(filter, query),
    (entries) => entries.length >= count,
    { show: told },
  );

/** A person with a licence that was given and taken again: three entries. */
const changed = async () => {
  const plan = await newLicence(muster, 1);
  const made = await mine.addUser({ ...someone('Ada'), usageLocation: 'NL' });
  await mine.assignLicense(made.id, { addLicenses: [{ skuId: plan.skuId }], removeLicenses: [] });
  await mine.assignLicense(made.id, { addLicenses: [], removeLicenses: [plan.skuId] });
  return { made, plan };
};

test('what happened to a person, newest first, with values before and after', async () => {
  const { made, plan } = await changed();
  const entries = await mine.audits(about(made));
  expect(told(entries)).toEqual(['Change user license', 'Change user license', 'Add user']);
  const [taken, given, added] = entries as [DirectoryAudit, DirectoryAudit, DirectoryAudit];
  expect(taken.activityDateTime >= given.activityDateTime).toBe(true);
  expect(given).toMatchObject({
    category: 'UserManagement',
    initiatedBy: { user: { displayName: 'Flows' }, app: null },
    targetResources: [{ id: made.id, type: 'User' }],
  });
  const licences = (entry: DirectoryAudit) =>
    entry.targetResources[0]?.modifiedProperties.find(({ displayName }) => displayName === 'assignedLicenses');
  expect(licences(given)).toMatchObject({ oldValue: '[]', newValue: JSON.stringify([{ skuId: plan.skuId }]) });
  expect(licences(taken)).toMatchObject({ newValue: '[]' });
  const names = added.targetResources[0]?.modifiedProperties;
  expect(names).toContainEqual({
    displayName: 'userPrincipalName',
    oldValue: null,
    newValue: JSON.stringify(made.userPrincipalName),
  });
  const one = await mine.ask('GET', `/v1.0/auditLogs/directoryAudits/${given.id}`);
  expect([one.status, one.body]).toMatchObject([200, given]);
});

test('what somebody did, page by page', async () => {
  const alone = createApi(muster.outputs.ApiUrl, await muster.tokenOf('User Administrator'));
  const made: User[] = [];
  for (let n = 0; n < 5; n += 1) made.push(await alone.addUser(someone('Bo')));
  const [entry] = await mine.audits(about(made[0] as User));
  const actor = `initiatedBy/user/id eq '${entry?.initiatedBy.user?.id}'`;
  const entries = await found(actor, 5, { $top: '2' });
  expect(entries.map(({ targetResources }) => targetResources[0]?.id)).toEqual(made.map(({ id }) => id).reverse());
  expect(await mine.audits(actor.replace('user/id', 'app/appId'))).toEqual([]);
  expect(await mine.audits(`${actor} and ${about(made[3] as User)}`)).toHaveLength(1);
});

test('what happened in a time, whoever did it', async () => {
  const { made } = await changed();
  const [newest, , oldest] = (await mine.audits(about(made))) as [DirectoryAudit, DirectoryAudit, DirectoryAudit];
  const during = `activityDateTime ge ${oldest.activityDateTime} and activityDateTime le ${newest.activityDateTime}`;
  const isOurs = ({ targetResources }: DirectoryAudit) => targetResources[0]?.id === made.id;
  const ours = await waitFor(
    'the entries of a time',
    async () => (await mine.audits(during, { $top: '3' })).filter(isOurs),
    (entries) => entries.length === 3,
    { show: told },
  );
  expect(ours.map(({ id }) => id)).toEqual((await mine.audits(about(made))).map(({ id }) => id));
  const births = await mine.audits(`${during} and activityDisplayName eq 'Add user'`);
  expect(births.filter(isOurs).map(({ id }) => id)).toEqual([oldest.id]);
  expect((await mine.audits(`activityDateTime gt ${newest.activityDateTime}`)).filter(isOurs)).toEqual([]);
});

test('the birth of somebody from a file names the file’s import and row', async () => {
  const carl = someone('Carl');
  const file = csv(['User Name', 'Display Name'], [[carl.userPrincipalName, carl.displayName]]);
  const { id } = await muster.files.importFile(`audit/${unique()}.csv`, file);
  const made = await mine.user(carl.userPrincipalName);
  const birth = (await mine.audits(about(made))).at(-1);
  expect(birth).toMatchObject({
    activityDisplayName: 'Add user',
    activityDateTime: made.createdDateTime,
    initiatedBy: { user: { id: 'import-bucket' }, app: null },
    correlationId: id,
    additionalDetails: [
      { key: 'importId', value: id },
      { key: 'rowNumber', value: '1' },
    ],
  });
});

test.each([
  ["category eq 'UserManagement'", 'FilterNotServed'],
  ["activityDisplayName eq 'Add user'", 'FilterNotServed'],
  ['activityDateTime ge yesterday', 'FilterNotServed'],
  ['activityDateTime ge 2026-02-31T99:00:00Z', 'QueryInvalid'],
])('%s is refused', async (filter, code) => {
  const answer = await mine.ask('GET', `/v1.0/auditLogs/directoryAudits?${new URLSearchParams({ $filter: filter })}`);
  expect([answer.status, answer.body]).toMatchObject([400, { error: { code, target: '$filter' } }]);
});

test('the audit is for those who audit', async () => {
  const statusFor = async (role: string) => {
    const api = createApi(muster.outputs.ApiUrl, await muster.tokenOf(role));
    return (await api.ask('GET', '/v1.0/auditLogs/directoryAudits?$top=1')).status;
  };
  expect([await statusFor('Reports Reader'), await statusFor('User Administrator')]).toEqual([200, 403]);
});
