/** What questions cost: requests to the table, and the units that DynamoDB bills. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { directory } from '../../../shared/aws/people/directory.ts';
import { earlierKeys } from '../../../shared/aws/people/earlier-keys.ts';
import { listPeople } from '../../../shared/aws/people/list-people.ts';
import type { PeopleFilter } from '../../../shared/domain/people/people-filter.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { everyShard } from '../../../shared/domain/uuid.ts';
import type { PeopleQuestion } from '../../../shared/work/directory.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf, person } from '../../fakes/people.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
let system: Awaited<ReturnType<typeof setup>>;
beforeAll(async () => {
  dynoxide = await startDynoxide();
  system = await setup();
}, 60_000);
afterAll(() => dynoxide.stop());

/** A directory of 1,100 people, each of 1.5 KB, that counts what is sent to its table. */
const setup = async () => {
  const tables = await dynoxide.makeTables();
  const sent = { requests: 0, units: 0 };
  const client = {
    ...tables.client,
    config: tables.client.config,
    send: async (command: { input: object }) => {
      sent.requests += 1;
      Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = (await tables.client.send(command as never)) as { ConsumedCapacity?: object };
      const consumed = [answer.ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[];
      sent.units += consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      return answer;
    },
  } as unknown as DynamoDBDocumentClient;
  const people = directory(client, tables, defaultPolicy);
  const everybody = Array.from({ length: 1100 }, (_, n) => ({
    ...person(`p${n}`, { streetAddress: 'y'.repeat(1023) }),
    department: n % 300 === 0 ? 'Rare' : 'Common',
    ...(n === 7 && { employeeId: 'E-7' }),
  }));
  for (let start = 0; start < everybody.length; start += 49) {
    await people.addPeople({ people: everybody.slice(start, start + 49), seatsFrom: 'free' });
  }
  const spent = async (ask: () => Promise<unknown>) => {
    Object.assign(sent, { requests: 0, units: 0 });
    const answer = await ask();
    return { ...sent, answer };
  };
  return { people, spent, client, table: tables.directory };
};

test('one person costs two read units at most', async () => {
  const { people, spent, client, table } = system;
  const byId = await spent(() => people.readPeople([idOf('p7')]));
  expect(byId).toMatchObject({ requests: 1, units: 1 });
  const byName = await spent(() => people.findByUserName('P7@contoso.com'));
  expect(byName).toMatchObject({ requests: 2, units: 2, answer: { id: idOf('p7') } });
  const mail = [{ property: 'userPrincipalName', test: 'eq', value: 'p7@contoso.com' }] as const;
  expect(await spent(() => people.listPeople({ top: 100, filter: mail }))).toMatchObject({ requests: 2, units: 2 });
  const employee = [{ property: 'employeeId', test: 'eq', value: 'e-7' }] as const;
  const ask = () => people.listPeople({ top: 100, filter: employee });
  await earlierKeys(client, table).begin(monday, everyShard);
  // Whether everybody has their claim is asked once: three keys that are read together.
  expect(await spent(ask)).toMatchObject({ requests: 3, answer: { people: [{ id: idOf('p7') }] } });
  expect(await spent(ask)).toMatchObject({ requests: 2, units: 2, answer: { people: [{ id: idOf('p7') }] } });
  expect(await spent(() => people.countPeople(employee))).toMatchObject({ requests: 2, answer: 1 });
});

const filters: PeopleFilter[] = [
  [],
  [{ property: 'displayName', test: 'startswith', value: 'p1' }],
  [{ property: 'userPrincipalName', test: 'startswith', value: 'p1' }],
  [{ property: 'department', test: 'eq', value: 'common' }],
  [{ property: 'department', test: 'eq', value: 'rare' }],
  [{ property: 'department', test: 'eq', value: 'nowhere' }],
];

test.each(filters.map((filter) => [filter]))('a page of 100 takes forty requests at most: %j', async (filter) => {
  const { people, spent } = system;
  for (const by of [undefined, 'userPrincipalName'] as const) {
    const question: PeopleQuestion = { top: 100, filter, ...(by && { order: { by, descending: true } }) };
    let after: string | undefined;
    for (let page = 0; page === 0 || (after !== undefined && page < 2); page += 1) {
      const asked = { ...question, ...(after !== undefined && { after }) };
      const { requests, answer } = await spent(() => people.listPeople(asked));
      expect(requests).toBeGreaterThan(15);
      expect(requests).toBeLessThanOrEqual(40);
      after = (answer as { next?: string }).next;
    }
  }
});

test('rare people are found by reading the index alone', async () => {
  const { people, spent } = system;
  const filter = [{ property: 'department', test: 'eq', value: 'RARE' }] as const;
  const { requests, units, answer } = await spent(() => people.listPeople({ top: 100, filter }));
  expect((answer as { people: unknown[] }).people).toHaveLength(4);
  // 16 queries of the index, whose people take some 300 bytes and half a unit for 4 KB, and one read of four people.
  expect(requests).toBe(17);
  expect(units).toBeLessThan(90);
});

test('where the index names many who no longer match, a page gives up in time and says where to go on', async () => {
  const { spent, client, table } = system;
  let reads = 0;
  const readPeople = async () => {
    reads += 1;
    return [];
  };
  const { listPeople: list } = listPeople(client, table, {
    readPeople,
    findByUserName: async () => undefined,
    keyHolders: async () => new Map(),
  });
  const order = { by: 'displayName', descending: false } as const;
  const { requests, answer } = await spent(() => list({ top: 100, order, filter: [enabled] }));
  expect(requests + reads).toBeLessThanOrEqual(40);
  expect(answer).toEqual({ people: [], next: expect.stringMatching(/^p/) });
});

const enabled = { property: 'accountEnabled', test: 'eq', value: true } as const;
