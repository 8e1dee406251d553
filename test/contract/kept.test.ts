/** What is kept between requests, and what happens when it is stale: nothing is written by it, and nobody is refused by it. */
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { catalogueMarkKey } from '../../shared/aws/directory-items.ts';
import { directorySettings, settingsKey } from '../../shared/aws/directory-settings.ts';
import { checkingClient } from '../../shared/aws/dynamodb/checking-client.ts';
import { kept, keptSeconds } from '../../shared/aws/dynamodb/kept.ts';
import { skuSettings } from '../../shared/aws/licences/sku-settings.ts';
import { directory } from '../../shared/aws/people/directory.ts';
import { readPeople } from '../../shared/aws/people/read-people.ts';
import { keptDirectory } from '../../shared/aws/wiring/kept-directory.ts';
import { keptSettings } from '../../shared/aws/wiring/kept-settings.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import type { Refusal } from '../../shared/domain/refusals.ts';
import type { noDirectorySettings } from '../../shared/domain/settings/directory-settings.ts';
import { Outdated } from '../../shared/domain/settings/outdated.ts';
import { assignLicenseRoute } from '../../shared/graph/licences/assign-license-route.ts';
import { onGraph } from '../../shared/graph/on-graph.ts';
import { createUserRoute } from '../../shared/graph/people/create-user-route.ts';
import { following } from '../../shared/lambda/on-http.ts';
import type { Settings } from '../../shared/settings.ts';
import { hashCheaply } from '../fakes/cheap-hash.ts';
import { clockAt, monday } from '../fakes/clock.ts';
import { contoso, e3, idOf, person } from '../fakes/people.ts';
import { callHttp, collectLog } from '../graph/calling.ts';
import { type Dynoxide, startDynoxide } from './dynoxide.ts';

collectLog();

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

/** One function that keeps things, and others that change them. */
const setup = async () => {
  const { client, ...tables } = await dynoxide.makeTables();
  const table = tables.directory;
  const clock = clockAt();
  const { usageLocation: _none, ...elsewhere } = contoso;
  const SETTINGS = { organisation: elsewhere, policy: defaultPolicy } as unknown as Settings;
  const environment = { DIRECTORY_TABLE: table, SETTINGS };
  const current = keptDirectory(client, environment, directory, clock.now);
  const shown = keptSettings(client, environment, clock.now);
  const store = directorySettings(client, table, defaultPolicy);
  const skus = skuSettings(client, table, defaultPolicy);
  const others = directory(client, tables, defaultPolicy);
  const set = async (change: Partial<typeof noDirectorySettings>) => {
    const before = await store.read();
    const entry = {
      ...{ id: 'entry', activityDateTime: monday, activityDisplayName: 'Update', modifiedProperties: [] },
    };
    const told = { initiatedBy: { kind: 'system', id: 's', displayName: 's' }, target: { type: 'Domain', id: 'd' } };
    await store.write(before, { ...before, ...change, version: before.version + 1 }, { ...entry, ...told } as never);
  };
  const queues = { credentials: async () => {}, sweeps: async () => {} };
  const always = { queues, hashSlowly: hashCheaply, isCommonPassword: () => false, now: clock.now };
  const handler = onGraph(
    following(
      (latest) => ({
        'POST /v1.0/users': createUserRoute({ ...always, ...latest }),
        'POST /v1.0/users/{id}/assignLicense': assignLicenseRoute({ ...always, ...latest }),
      }),
      current,
    ),
  );
  const create = (name: string, more: object = {}) => {
    const body = { userPrincipalName: `${name}@contoso.com`, displayName: name, ...more };
    return callHttp(handler, { route: 'POST /v1.0/users', body });
  };
  const dueOf = async (id: string) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: `USER#${id}`, sk: 'USER' } }));
    return Item?.dueAt as string;
  };
  return { client, table, clock, current, shown, set, skus, others, create, handler, dueOf };
};

const licence = { ...e3, enabled: 5 };
const assigned = { assignedLicenses: [{ skuId: e3.skuId }] };
const codes = (body: { error?: { details?: Refusal[]; code: string } }) => body.error?.code;

test('a setting that was made a moment ago lets in whoever the kept ones would refuse', async () => {
  const { create, set, skus } = await setup();
  await skus.putSku(licence);
  await create('first');
  expect(codes((await create('ada', assigned)).body)).toBe('UsageLocationMissing');
  await set({ organisation: { usageLocation: 'NL' } });
  expect(await create('ada', assigned)).toMatchObject({ status: 201, body: { usageLocation: 'NL' } });
});

test('a shorter life of passwords dates whoever is added a moment later: nobody is written by the weaker rule', async () => {
  const { create, set, dueOf } = await setup();
  const shown = { credentialDelivery: { show: true } };
  const terms = (validityDays: number) => ({
    domains: { 'contoso.com': { passwordValidityDays: validityDays } },
  });
  await set(terms(700));
  const long = await create('ada', shown);
  await set(terms(5));
  const short = await create('bob', shown);
  expect([long.status, short.status]).toEqual([201, 201]);
  expect((await dueOf(short.body.id)) < (await dueOf(long.body.id))).toBe(true);
});

test('a licence that was set a moment ago is known, and one that has another name by now is not given by the old one', async () => {
  const { create, skus, set } = await setup();
  await set({ organisation: { usageLocation: 'NL' } });
  await create('first', assigned);
  await skus.putSku(licence);
  expect((await create('ada', assigned)).status).toBe(201);
  await skus.putSku({ ...licence, skuPartNumber: 'RENAMED' });
  await skus.putSku({ ...licence, skuId: 'another', skuPartNumber: e3.skuPartNumber });
  const named = { assignedLicenses: [{ skuId: e3.skuPartNumber }] };
  expect((await create('bob', named)).body.assignedLicenses).toMatchObject([{ skuId: 'another' }]);
});

test('a licence that carries no mailbox any more makes none', async () => {
  const { create, skus, set } = await setup();
  await set({ organisation: { usageLocation: 'NL' } });
  await skus.putSku(licence);
  expect((await create('ada', assigned)).body.mail).toBe('ada@contoso.com');
  await skus.putSku({ ...licence, carriesMailbox: false });
  expect((await create('bob', assigned)).body.mail).toBeNull();
});

test('no seat is oversold, however old the kept licences say that they are free', async () => {
  const { create, skus, set, others } = await setup();
  await set({ organisation: { usageLocation: 'NL' } });
  await skus.putSku({ ...licence, enabled: 2 });
  await create('ada', assigned);
  await others.addPeople({
    people: [person('eve', { usageLocation: 'NL', skuIds: [e3.skuId] })],
    seatsFrom: 'free',
  });
  const bob = await create('bob', assigned);
  expect([bob.status, bob.body.assignedLicenses, bob.body.seatsToBuy]).toEqual([
    201,
    [],
    [expect.objectContaining({ seats: 1 })],
  ]);
  expect(await skus.readSku(e3.skuId)).toMatchObject({ enabled: 2, free: 0 });
});

test('of two who look when a setting changes, each is judged by what holds when they look', async () => {
  const { create, set, skus } = await setup();
  await skus.putSku(licence);
  await create('first');
  const both = await Promise.all([
    set({ organisation: { usageLocation: 'NL' } }),
    ...['a', 'b', 'c'].map((name) => create(name, assigned)),
  ]);
  for (const answer of both.slice(1) as { status: number }[]) expect([201, 400]).toContain(answer.status);
  expect((await create('ada', assigned)).status).toBe(201);
});

test(`what only shows by settings may be ${keptSeconds} seconds old, and is no older`, async () => {
  const { shown, set, clock } = await setup();
  const name = async () => (await shown.now()).value.organisation.displayName;
  expect(await name()).toBe('Contoso');
  await set({ organisation: { displayName: 'Fabrikam' } });
  clock.pass({ seconds: keptSeconds - 1 });
  expect(await name()).toBe('Contoso');
  clock.pass({ seconds: 1 });
  expect(await name()).toBe('Fabrikam');
});

test('a write that no batch came before is checked by a read of its own, once', async () => {
  const { client, table, current, set } = await setup();
  const { value } = await current.now();
  await set({ organisation: { displayName: 'Fabrikam' } });
  const touch = new UpdateCommand({
    TableName: table,
    Key: { pk: 'USER#x', sk: 'USER' },
    UpdateExpression: 'SET a = a',
  });
  await expect(value.client.send(touch)).rejects.toThrow(Outdated);
  await expect(value.directory.addPeople({ people: [person('ada')], seatsFrom: 'free' })).rejects.toThrow(Outdated);
  expect(await readPeople(client, table)([idOf('ada')])).toEqual([]);
  const again = await current.now();
  expect(again.value.organisation.displayName).toBe('Fabrikam');
  expect(await again.value.directory.addPeople({ people: [person('ada')], seatsFrom: 'free' })).toEqual({
    kind: 'added',
  });
});

test('whoever asks for a hundred items has no room beside them: the check comes with the next batch, or the first write', async () => {
  const { client, table, set } = await setup();
  let judged = 0;
  const mark = { key: settingsKey, holds: () => ++judged > 0 };
  const { client: checking, check, watch } = checkingClient(client, table, mark);
  const ids = Array.from({ length: 100 }, (_, index) => `p${index}`);
  await set({ organisation: { displayName: 'Fabrikam' } });
  expect(await readPeople(checking, table)(ids)).toEqual([]);
  expect([judged, watch({ ...mark, key: catalogueMarkKey })]).toEqual([0, true]);
  expect(await readPeople(checking, table)(['p1'])).toEqual([]);
  expect([judged, watch(mark)]).toEqual([2, false]);
  await check();
  expect(judged).toBe(2);
});

describe('a kept value', () => {
  const counted = () => {
    const clock = clockAt();
    let reads = 0;
    const value = kept(async () => {
      reads += 1;
      if (reads === 3) throw new Error('throttled');
      return { read: reads };
    }, clock.now);
    return { clock, value, reads: () => reads };
  };

  test('is read once for all who ask at once, and kept as long as it is found to hold', async () => {
    const { clock, value, reads } = counted();
    const [one, other] = await Promise.all([value.read(), value.read()]);
    expect([one === other, reads()]).toEqual([true, 1]);
    clock.pass({ seconds: keptSeconds - 1 });
    value.confirm(one);
    clock.pass({ seconds: keptSeconds - 1 });
    expect([await value.read(), reads()]).toEqual([one, 1]);
    clock.pass({ seconds: 1 });
    expect(await value.read()).toEqual({ read: 2 });
    value.confirm(one);
    clock.pass({ seconds: keptSeconds });
    await expect(value.read()).rejects.toThrow('throttled');
    expect(await value.read()).toEqual({ read: 4 });
  });

  test('is read anew when it was found to be another, and after a clock was put back', async () => {
    const { clock, value } = counted();
    await value.read();
    value.replace({ read: 100 });
    expect(await value.read()).toEqual({ read: 100 });
    value.forget();
    expect(await value.read()).toEqual({ read: 2 });
    clock.pass({ seconds: -60 });
    await expect(value.read()).rejects.toThrow('throttled');
  });
});
