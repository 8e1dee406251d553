/** Service plans of a licence, and the audit of what was set: written together, by one writer at a time. */

import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { auditPartition } from '../../../shared/aws/directory-items.ts';
import { directory as directoryIn } from '../../../shared/aws/people/directory.ts';
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import type { SkuState } from '../../../shared/domain/licences/sku-audit.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import type { Directory } from '../../../shared/work/directory.ts';
import { monday } from '../../fakes/clock.ts';
import { fakeDirectory } from '../../fakes/directory.ts';
import { newMemory } from '../../fakes/memory.ts';
import { e3, ems, exchange, idOf, person, teams } from '../../fakes/people.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

type Stores = { directory: Directory; entries: (skuId: string) => Promise<AuditEntry[]> };

const audit = {
  activity: 'Update subscribed SKU',
  initiatedBy: { kind: 'operator', id: 'admin', displayName: 'Admin' },
  now: monday,
} as const;

const suite = (open: () => Promise<Stores>) => {
  const setup = async () => {
    const stores = await open();
    const { directory } = stores;
    const plansOf = async (skuId: string) => (await directory.servicePlans([skuId])).get(skuId) ?? [];
    return { ...stores, plansOf };
  };

  test('plans are set, kept when none are named, replaced, and taken away', async () => {
    const { directory, plansOf } = await setup();
    const set = async (servicePlans?: (typeof teams)[]) => {
      const outcome = await directory.putSku({ ...e3, enabled: 5, ...(servicePlans && { servicePlans }) });
      return outcome.kind === 'set' ? outcome.servicePlans : outcome;
    };
    expect([await set(), await plansOf(e3.skuId)]).toEqual([[], []]);
    for (const plans of [[exchange, teams], undefined, [teams], [], undefined, [exchange]]) {
      const before = await plansOf(e3.skuId);
      const expected = plans ?? before;
      expect([await set(plans), await plansOf(e3.skuId)]).toEqual([expected, expected]);
    }
  });

  test('plans of some licences at once, each its own; none for those that are unknown', async () => {
    const { directory } = await setup();
    await directory.putSku({ ...e3, enabled: 5, servicePlans: [exchange, teams] });
    await directory.putSku({ ...ems, enabled: 5, servicePlans: [teams] });
    const found = await directory.servicePlans([ems.skuId, e3.skuId, e3.skuId, 'sku-unknown']);
    expect(Object.fromEntries(found)).toEqual({ [e3.skuId]: [exchange, teams], [ems.skuId]: [teams] });
    expect((await directory.servicePlans([])).size).toBe(0);
  });

  test('the list that imports and sweeps read carries no plans', async () => {
    const { directory } = await setup();
    await directory.putSku({ ...e3, enabled: 5, servicePlans: [exchange, teams] });
    expect(await directory.catalogue()).toEqual([{ ...e3, enabled: 5, free: 5, reserved: 0 }]);
  });

  test('what was set is told once, with the values before and after; nothing new is not told', async () => {
    const { directory, entries } = await setup();
    await directory.putSku({ ...e3, enabled: 5, servicePlans: [teams] }, audit);
    await directory.putSku({ ...e3, enabled: 5 }, audit);
    await directory.putSku({ ...e3, enabled: 5, servicePlans: [teams] }, audit);
    await directory.putSku({ ...e3, carriesMailbox: false, enabled: 7, servicePlans: [exchange] }, audit);
    const [born, changed, ...others] = (await entries(e3.skuId)).toSorted(
      (one, other) => other.modifiedProperties.length - one.modifiedProperties.length,
    );
    expect(others).toEqual([]);
    expect(born).toMatchObject({
      activityDisplayName: 'Update subscribed SKU',
      activityDateTime: monday,
      initiatedBy: { id: 'admin' },
      target: { type: 'SubscribedSku', id: e3.skuId, displayName: e3.skuPartNumber },
    });
    expect(changed?.modifiedProperties).toEqual([
      { displayName: 'carriesMailbox', oldValue: true, newValue: false },
      { displayName: 'enabled', oldValue: 5, newValue: 7 },
      { displayName: 'servicePlans', oldValue: [teams], newValue: [exchange] },
    ]);
  });

  test('what is refused leaves no trace: plans, seats and audit stay', async () => {
    const { directory, entries, plansOf } = await setup();
    await directory.putSku({ ...e3, enabled: 1, servicePlans: [teams] });
    await directory.putSku({ ...ems, enabled: 1 });
    await directory.addPeople({ people: [person('ada', { skuIds: [e3.skuId] })], seatsFrom: 'free' });
    const servicePlans = [exchange];
    expect(await directory.putSku({ ...e3, enabled: 0, servicePlans }, audit)).toEqual({ kind: 'below', inUse: 1 });
    const taken = { ...e3, skuPartNumber: 'ems', enabled: 9, servicePlans };
    expect(await directory.putSku(taken, audit)).toEqual({ kind: 'taken' });
    expect([await plansOf(e3.skuId), await entries(e3.skuId)]).toEqual([[teams], []]);
    expect(await directory.readSku(e3.skuId)).toMatchObject({ enabled: 1, skuPartNumber: e3.skuPartNumber });
  });

  test.each([
    ['its plans', { servicePlans: [exchange] }],
    ['whether it carries a mailbox', { carriesMailbox: false }],
    ['its seats', { enabled: 101 }],
  ])('of eight who change %s alike at once, one did it and is told', async (_what, change) => {
    const { directory, entries } = await setup();
    await directory.putSku({ ...e3, enabled: 100, servicePlans: [teams] });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => directory.putSku({ ...e3, enabled: 100, ...change }, audit)),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(8).fill('set'));
    expect(await entries(e3.skuId)).toHaveLength(1);
  });

  test('of two who saw the same, one sets it and the other is told; seats that are taken meanwhile are no change', async () => {
    const { directory, entries } = await setup();
    const saw = (enabled: number | undefined) => (before: SkuState | undefined) => before?.sku.enabled === enabled;
    const set = async (enabled: number, seen: number | undefined) =>
      (await directory.putSku({ ...e3, enabled }, audit, saw(seen))).kind;
    expect(await set(5, 4)).toBe('unseen');
    expect(await set(5, undefined)).toBe('set');
    const take = directory.addPeople({ people: [person('ada', { skuIds: [e3.skuId] })], seatsFrom: 'free' });
    const outcomes = await Promise.all([set(6, 5), set(7, 5), take]);
    expect(outcomes.slice(0, 2).toSorted()).toEqual(['set', 'unseen']);
    expect(await set(8, 5)).toBe('unseen');
    const sku = await directory.readSku(e3.skuId);
    expect(await set(8, sku?.enabled)).toBe('set');
    expect([await directory.readSku(e3.skuId), (await entries(e3.skuId)).length]).toMatchObject([
      { enabled: 8, free: 7 },
      3,
    ]);
  });

  test.each([
    ['plans alone', () => ({})],
    ['plans, seats and mailbox', (n: number) => ({ carriesMailbox: n % 2 === 0, enabled: 101 + n })],
  ])('of many who set %s at once each is told as it came, in one unbroken chain', async (_what, others) => {
    const { directory, entries, plansOf } = await setup();
    await directory.putSku({ ...e3, enabled: 100, servicePlans: [] });
    const planOf = (n: number) => ({ ...teams, servicePlanId: `plan-${n}`, servicePlanName: `PLAN_${n}` });
    const settings = Array.from({ length: 8 }, (_, n) => ({
      ...{ ...e3, enabled: 100, ...others(n) },
      servicePlans: [planOf(n)],
    }));
    const people = Array.from({ length: 6 }, (_, n) => person(`p${n}`, { id: idOf(`p${n}`), skuIds: [e3.skuId] }));
    await Promise.all([
      ...settings.map((setting) => directory.putSku(setting, audit)),
      ...people.map((one) => directory.addPeople({ people: [one], seatsFrom: 'free' })),
    ]);
    const told = (await entries(e3.skuId)).map(({ modifiedProperties }) =>
      modifiedProperties.find(({ displayName }) => displayName === 'servicePlans'),
    );
    const nameOf = (value: unknown) => (value as (typeof teams)[])[0]?.servicePlanName ?? 'none';
    const next = new Map(told.map((one) => [nameOf(one?.oldValue), nameOf(one?.newValue)]));
    const chain: string[] = [];
    for (let at = next.get('none'); at !== undefined && chain.length < 9; at = next.get(at)) chain.push(at);
    expect([told.length, new Set(chain).size, chain.length]).toEqual([8, 8, 8]);
    const last = settings[Number(chain.at(-1)?.slice('PLAN_'.length))];
    const sku = await directory.readSku(e3.skuId);
    expect([sku, await plansOf(e3.skuId)]).toMatchObject([
      { enabled: last?.enabled, carriesMailbox: last?.carriesMailbox },
      last?.servicePlans ?? [],
    ]);
    expect((sku?.enabled ?? 0) - (sku?.free ?? 0)).toBe(6);
  });
};

describe('in memory', () => {
  suite(async () => {
    const memory = newMemory();
    const entries = async (skuId: string) => memory.audit.filter(({ target }) => target.id === skuId);
    return { directory: fakeDirectory(memory), entries };
  });
});

describe('in DynamoDB', () => {
  let dynoxide: Dynoxide;
  beforeAll(async () => {
    dynoxide = await startDynoxide();
  });
  afterAll(() => dynoxide.stop());
  const openTable = async () => {
    const { client, ...tables } = await dynoxide.makeTables();
    const entries = async (skuId: string) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tables.directory,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :audit)',
          ExpressionAttributeValues: {
            ':pk': auditPartition({ type: 'SubscribedSku', id: skuId }),
            ':audit': 'AUDIT#',
          },
        }),
      );
      return Items as AuditEntry[];
    };
    return { directory: directoryIn(client, tables, defaultPolicy), entries, client, table: tables.directory };
  };
  suite(openTable);

  test('the item that everybody who takes a seat writes stays small', async () => {
    const { directory, client, table } = await openTable();
    await directory.putSku({ ...e3, enabled: 5, servicePlans: Array(200).fill(teams) });
    const Key = { pk: `SKU#${e3.skuId}`, sk: 'SKU' };
    const { Item } = await client.send(new GetCommand({ TableName: table, Key }));
    expect(JSON.stringify(Item).length).toBeLessThan(1024);
  });
});
