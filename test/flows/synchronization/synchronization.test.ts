/** People from a directory on premises, as its agent sends them: an application with the one role that agents have. */
import { join } from 'node:path';
import { generatedSource } from '../../../bench/parts/generated-source.ts';
import { syncApi } from '../../../clients/sync/api/sync-api.ts';
import { mappingOf } from '../../../clients/sync/mapping/mapping.ts';
import { runOnce } from '../../../clients/sync/run/run-once.ts';
import type { AccountSource } from '../../../clients/sync/source/account-source.ts';
import { synchronizationAddress as address, agentRuns, anchorOf, gone, hashOf, upsert } from '../driver/agent-runs.ts';
import { checked } from '../driver/check.ts';
import { dataFolderOf } from '../driver/local-engine.ts';
import type { Muster } from '../driver/muster.ts';
import { ownEngine } from '../driver/own-engine.ts';
import { waitFor } from '../driver/wait-for.ts';

const engine = ownEngine();
let muster: Muster;
let token: string;
let agent: Muster['api'];
let state: ReturnType<typeof agentRuns>['state'];
let run: ReturnType<typeof agentRuns>['run'];
let followed: ReturnType<typeof agentRuns>['followed'];
beforeAll(async () => {
  muster = await engine.start();
  token = await muster.tokenOf('Directory Synchronization Accounts');
  ({ agent, state, run, followed } = agentRuns(muster, token));
}, 120_000);
afterAll(() => engine.end());

const many = (count: number) => Array.from({ length: count }, (_, index) => upsert(index + 1));

const personNamed = async (name: string) =>
  (await muster.api.ask('GET', `/v1.0/users/${name}`)).body as Record<string, unknown>;
const codeOf = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  return [status, (body as { error?: { code: string } } | undefined)?.error?.code];
};

test('nothing is taken until an administrator switches synchronisation on', async () => {
  expect(await codeOf(agent.ask('POST', `${address}/organization/start`, { scope: 'full' }))).toEqual([
    409,
    'SynchronizationOff',
  ]);
  const switched = await muster.api.ask('PATCH', '/v1.0/organization/organization', { onPremisesSyncEnabled: true });
  expect(switched.status).toBe(204);
  expect(await state()).toMatchObject({ onPremisesSyncEnabled: true, watermark: null, retry: [], onHold: null });
});

test('a first load, shown by a dry run before, adds everybody once; the same again changes nobody', async () => {
  expect(await run('full', many(120), true)).toMatchObject({
    kind: 'synchronization',
    status: 'succeeded',
    created: 120,
  });
  expect((await state()).watermark).toBeNull();
  expect(await run('full', many(120))).toMatchObject({ status: 'succeeded', created: 120, refused: 0 });
  expect(await run('full', many(120))).toMatchObject({ status: 'succeeded', created: 0, unchanged: 120 });
  const { watermark } = await state();
  const confirmed = await agent.ask('POST', `${address}/organization/confirm`, {
    previous: hashOf(String(watermark)),
    watermark: 'later',
  });
  expect([confirmed.status, (await state()).watermark]).toEqual([204, 'later']);
});

test('what belongs to the directory on premises is changed there alone; licences and location stay here', async () => {
  const before = await personNamed('p1@contoso.com');
  expect(before).toMatchObject({
    onPremisesSyncEnabled: true,
    onPremisesImmutableId: anchorOf(1),
    credentialMail: { state: 'held' },
  });
  const refused = await muster.api.ask('PATCH', `/v1.0/users/${before.id}`, { displayName: 'Other', city: 'Delft' });
  expect(refused.body).toMatchObject({
    error: { code: 'OnPremisesMastered', details: [{ target: 'displayName' }, { target: 'city' }] },
  });
  expect((await muster.api.ask('PATCH', `/v1.0/users/${before.id}`, { usageLocation: 'NL' })).status).toBe(204);
  expect(await codeOf(muster.api.ask('DELETE', `/v1.0/users/${before.id}`))).toEqual([400, 'OnPremisesMastered']);
});

test('renamed, deleted and back again: the same people', async () => {
  const before = await personNamed('p2@contoso.com');
  const renamed = await run('delta', [upsert(2, { userPrincipalName: 'new2@contoso.com', city: 'Delft' }), gone(3)]);
  expect(renamed).toMatchObject({ status: 'succeeded', updated: 1, deleted: 1 });
  expect(await personNamed('new2@contoso.com')).toMatchObject({ id: before.id, city: 'Delft' });
  expect(await run('delta', [upsert(3)])).toMatchObject({ status: 'succeeded', restored: 1 });
  expect((await personNamed('p3@contoso.com')).displayName).toBe('Person 3');
});

test('too many deletions wait for a look, are told by mail, and heal by the next run', async () => {
  const set = { configuration: { accidentalDeletionPrevention: { alertThreshold: 10 } } };
  expect((await muster.api.ask('PATCH', `${address}/organization`, set)).status).toBe(204);
  const held = await run(
    'delta',
    Array.from({ length: 11 }, (_, index) => gone(index + 50)),
  );
  expect(held).toMatchObject({ status: 'onHold', error: { code: 'DeletionsExceedThreshold' } });
  expect(await state()).toMatchObject({ onHold: 'deletions', heldRunId: held.id });
  expect(await run('delta', [upsert(50)])).toMatchObject({ status: 'succeeded', unchanged: 1 });
  // The run that takes its place asks it to stop; it ends by itself.
  const end = await waitFor(
    'the held run to be over',
    () => followed(held.id),
    ({ status }) => status !== 'onHold',
  );
  expect(end.status).toBe('cancelled');
  expect((await state()).onHold).toBeNull();
});

test('a file above 8 MiB goes in parts, by the agent’s own means', async () => {
  const { api, source, state: now } = await generated(45);
  const parts = { api, source, mapping: mappingOf({}), mark: 'm', now: () => new Date(), log: () => {} };
  // A dry run of everybody, as at first: nobody is changed by it.
  const { over } = await runOnce({ ...parts, asked: { full: true, dryRun: true } }, { ...now, source: null });
  expect(over).toMatchObject({ status: 'succeeded', created: 45, refused: 0 });
  // Of one that came in one piece there are no parts, and never were.
  expect(await codeOf(agent.ask('GET', `/v1.0/imports/${over?.id}/uploadParts`))).toEqual([409, 'UploadOver']);
});

/** People with so many addresses that 45 of them are 9 MB, and the API as their agent asks it. */
const generated = async (people: number) => {
  const api = syncApi(muster.outputs.ApiUrl, { current: async () => token, renew: () => {} });
  const { people: read, ...source } = generatedSource({ people, changed: 0, title: 'Engineer' });
  const proxyaddresses = Array.from({ length: 1900 }, (_, at) => `smtp:${String(at).padStart(90, 'a')}@corp.local`);
  const padded: AccountSource = {
    ...source,
    people: async (ids) =>
      (await read(ids)).map((one) => ({ ...one, attributes: { ...one.attributes, proxyaddresses } })),
  };
  return { api, source: padded, state: await api.state() };
};

test('the agent can do nothing else', async () => {
  for (const [method, path] of [
    ...[
      ['GET', '/v1.0/users'],
      ['GET', '/v1.0/imports'],
      ['GET', '/v1.0/organization'],
      ['POST', '/v1.0/imports'],
    ],
    ...[
      ['PATCH', `${address}/organization`],
      ['GET', '/v1.0/auditLogs/directoryAudits'],
      ['POST', '/v1.0/users'],
    ],
  ] as const) {
    expect([path, ...(await codeOf(agent.ask(method ?? '', path ?? '', method === 'GET' ? undefined : {})))]).toEqual([
      path,
      403,
      'Forbidden',
    ]);
  }
});

test('off: everybody is managed here at once; and nothing of the state is wrong', async () => {
  await muster.api.ask('PATCH', '/v1.0/organization/organization', { onPremisesSyncEnabled: false });
  const { id } = await personNamed('p1@contoso.com');
  await waitFor(
    'the switch to hold',
    () => muster.api.ask('PATCH', `/v1.0/users/${id}`, { city: 'Gouda' }),
    ({ status }) => status === 204,
  );
  expect(await personNamed('p1@contoso.com')).toMatchObject({ city: 'Gouda', onPremisesSyncEnabled: false });
  const found = await checked(join(dataFolderOf(engine.home), 'outputs.json'));
  expect(found.findings).toEqual([]);
}, 120_000);
