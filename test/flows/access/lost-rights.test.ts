/** Whoever was deleted, blocked or demoted since they asked for an import makes nobody by it: five ways to try. */
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import type { RoleName } from '../../../shared/domain/access/roles.ts';
import { roleIds } from '../../../shared/domain/access/roles.ts';
import type { Grant } from '../../../shared/work/access/tokens.ts';
import { type Api, createApi } from '../driver/api.ts';
import { csv } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { administrator, newLicence, setSeats, someone, unique } from '../driver/names.ts';
import type { RequestedImport } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { tokenFor } from '../driver/token.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
  // The last Global Administrator can be neither deleted nor demoted.
  await muster.api.addUser({ ...someone('Stays'), roles: ['Global Administrator'] });
});
afterAll(() => muster.close());

const apiFor = async (grant: Grant): Promise<Api> => {
  const { outputs, clients } = muster;
  return createApi(outputs.ApiUrl, await tokenFor(clients.dynamodb, outputs.DirectoryTableName, grant));
};

/** Somebody with a role, who is signed in. */
const signedIn = async (role: RoleName) => {
  const { id } = await muster.api.addUser({ ...someone('Exga'), roles: [role] });
  return { id, api: await apiFor({ kind: 'person', userId: id, generation: 0 }) };
};

const answered = async (method: string, path: string, body?: object): Promise<void> => {
  const { status, text } = await muster.api.ask(method, path, body);
  if (status >= 300) throw new Error(`${method} ${path} was answered with ${status}: ${text}`);
};
const remove = (id: string) => answered('DELETE', `/v1.0/users/${id}`);
const block = (id: string) => answered('PATCH', `/v1.0/users/${id}`, { accountEnabled: false });
const demote = (id: string, role: RoleName) =>
  answered('DELETE', `/v1.0/directoryRoles/${roleIds[role]}/members/${id}/$ref`);

/** A file that makes an administrator whose password goes to a stranger, and whom it would make. */
const backdoor = ({ role = 'Global Administrator', licence = '' } = {}) => {
  const run = unique();
  const [name, stranger] = [`backdoor.${run}@contoso.com`, `attacker.${run}@evil.example`];
  const headings = ['User Name', 'Display Name', 'Roles', 'Licenses', 'Usage Location', 'Send Credentials To'];
  return { name, stranger, content: csv(headings, [[name, 'Back Door', role, licence, 'NL', stranger]]) };
};

const lies = async ({ file: { bucket: Bucket, key: Key } }: RequestedImport): Promise<boolean> =>
  muster.clients.s3.send(new HeadObjectCommand({ Bucket, Key })).then(
    () => true,
    () => false,
  );

/** What the audit tells of an import. */
const activitiesOf = async (id: string): Promise<string[]> => {
  const filter = encodeURIComponent(`targetResources/any(t:t/id eq '${id}')`);
  const { body } = await muster.api.ask('GET', `/v1.0/auditLogs/directoryAudits?$filter=${filter}`);
  const { value } = body as { value: { activityDisplayName: string }[] };
  return value.map(({ activityDisplayName }) => activityDisplayName).toSorted();
};

/** The import has ended without its owner, the file is gone, nobody came of it, and the organisation was told. */
const expectEnded = async (asked: RequestedImport, { name, stranger }: ReturnType<typeof backdoor>) => {
  const over = await waitFor(
    'the import to end',
    () => muster.api.import(asked.id),
    ({ status }) => !['notStarted', 'running', 'onHold'].includes(status),
    { seconds: 120 },
  );
  expect(over).toMatchObject({ status: 'failed', created: 0, error: { code: 'OwnerGone' } });
  expect(await activitiesOf(asked.id)).toEqual(['Begin import', 'End import', 'Request import']);
  expect((await muster.api.ask('GET', `/v1.0/users/${encodeURIComponent(name)}`)).status).toBe(404);
  expect(await muster.mailbox.find({ to: stranger })).toEqual([]);
  expect(await lies(asked)).toBe(false);
  await muster.mailbox.mail({ to: administrator, about: asked.file.key.split('/').at(-1) ?? '' });
};

const ask = (api: Api, more: object = {}) => api.requestImport({ fileName: `people-${unique()}.csv`, ...more });

test('deleted before the file came: the address takes it, and nobody reads it (weakness 1)', async () => {
  const { id, api } = await signedIn('Global Administrator');
  const [asked, file] = [await ask(api), backdoor()];
  await remove(id);
  expect((await api.ask('GET', '/v1.0/imports')).status).toBe(401);
  await muster.files.upload(asked, file.content);
  await expectEnded(asked, file);
});

test('demoted and blocked after a first file: a second one at its address is no import, and is deleted (weakness 1)', async () => {
  const { id, api } = await signedIn('Global Administrator');
  const [asked, file, harmless] = [await ask(api), backdoor(), backdoor({ role: '' })];
  await muster.files.upload(asked, harmless.content);
  expect(await muster.files.follow(asked.id)).toMatchObject({ status: 'succeeded', created: 1 });
  await demote(id, 'Global Administrator');
  await block(id);
  const { url, method, headers } = asked.upload;
  // S3 itself refuses it; its stand-in on this machine knows no such condition.
  const { status } = await fetch(url, { method, headers, body: file.content });
  expect([200, 412]).toContain(status);
  if (status === 200) {
    await waitFor(
      'the second file to be deleted',
      () => lies(asked),
      (isThere) => !isThere,
    );
    await waitFor(
      'that to be on record',
      () => activitiesOf(asked.id),
      (activities) => activities.includes('Refuse file of import'),
    );
  }
  // Another import, which begins after it.
  await muster.files.importFile(`lost-rights/${unique()}.csv`, backdoor({ role: '' }).content);
  expect((await muster.files.importsOf(asked.file.key)).map((each) => each.id)).toEqual([asked.id]);
  expect((await muster.api.ask('GET', `/v1.0/users/${encodeURIComponent(file.name)}`)).status).toBe(404);
  expect(await muster.mailbox.find({ to: file.stranger })).toEqual([]);
});

test('deleted while the import was on hold: bought seats do not let it go on (weakness 1)', async () => {
  const { id, api } = await signedIn('Global Administrator');
  const licence = await newLicence(muster, 0);
  const [asked, file] = [await ask(api, { seatsShort: 'hold' }), backdoor({ licence: licence.skuPartNumber })];
  await muster.files.upload(asked, file.content);
  expect((await muster.files.follow(asked.id)).status).toBe('onHold');
  await remove(id);
  await setSeats(muster, licence, 10);
  await expectEnded(asked, file);
  expect(await muster.api.licence(licence.skuId)).toMatchObject({ consumedUnits: 0, reservedUnits: 0 });
});

test('a User Administrator demoted to nobody (weakness 1)', async () => {
  const { id, api } = await signedIn('User Administrator');
  const [asked, file] = [await ask(api), backdoor({ role: '' })];
  await demote(id, 'User Administrator');
  expect((await api.ask('POST', '/v1.0/users', {})).status).toBe(403);
  await muster.files.upload(asked, file.content);
  await expectEnded(asked, file);
});

test('an application that was deleted (weakness 1)', async () => {
  const made = await muster.api.ask('POST', '/v1.0/applications', {
    displayName: `App ${unique()}`,
    roles: ['Global Administrator'],
  });
  const { id } = made.body as { id: string };
  const secret = await muster.api.ask('POST', `/v1.0/applications/${id}/addPassword`, {});
  const { keyId } = secret.body as { keyId: string };
  const roles = ['Global Administrator'];
  const api = await apiFor({ kind: 'application', applicationId: id, secretId: keyId, roles });
  const [asked, file] = [await ask(api), backdoor()];
  await answered('DELETE', `/v1.0/applications/${id}`);
  await muster.files.upload(asked, file.content);
  await expectEnded(asked, file);
});

test('a Global Administrator who is a User Administrator now: the row that gives a role is refused (weakness 1)', async () => {
  const { id, api } = await signedIn('Global Administrator');
  const [asked, file] = [await ask(api), backdoor()];
  await answered('POST', `/v1.0/directoryRoles/${roleIds['User Administrator']}/members/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
  });
  await demote(id, 'Global Administrator');
  await muster.files.upload(asked, file.content);
  expect(await muster.files.follow(asked.id)).toMatchObject({ status: 'succeeded', created: 0, refused: 1 });
  expect((await muster.api.report(asked.id)).map(({ code }) => code)).toEqual(['RoleNotYours']);
});
