/** People by what only their records say: every page through, each who is meant comes once, and nobody else. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { personKey } from '../../../shared/aws/directory-items.ts';
import { directory as directoryOf } from '../../../shared/aws/people/directory.ts';
import { type Condition, matchesFilter, type PeopleFilter } from '../../../shared/domain/people/people-filter.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import type { EndKind } from '../../../shared/domain/reports/due-ends.ts';
import { addDays, type Instant } from '../../../shared/domain/time.ts';
import type { Directory } from '../../../shared/work/directory.ts';
import { settled } from '../../domain/enforcement/aging.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf } from '../../fakes/people.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';
import { onEveryStore } from '../stores.ts';

const someone = (number: number): Person => {
  const one = settled();
  const { password } = one;
  const states: Partial<Person>[] = [
    {},
    { password: { ...password, expired: true } },
    { password: { ...password, temporaryUntil: addDays(monday, 7), lapsed: true } },
    { password: { ...password, temporaryUntil: addDays(monday, number % 30) } },
    { mailbox: { state: 'grace', graceSince: addDays(monday, number % 20) } },
    { mailbox: { state: 'disabled' }, accountEnabled: false },
    { password: { ...password, changedDateTime: addDays(monday, number % 40) }, department: 'Sales' },
  ];
  return {
    ...one,
    ...{ id: idOf(`p${number}`), userPrincipalName: `p${number}@contoso.com`, displayName: `Person ${number}` },
    ...{ employeeId: `E-${1000 + number * 7}` },
    ...states[number % states.length],
  };
};

const crowd = Array.from({ length: 84 }, (_, number) => someone(number));

const end = (of: EndKind, test: 'from' | 'until', value: Instant): Condition => {
  return { property: 'end', of, test, value, policy: defaultPolicy };
};
const filters: [string, PeopleFilter][] = [
  ['expired passwords', [{ property: 'passwordState', test: 'eq', value: 'expired' }]],
  [
    'lapsed ones in a department',
    [
      { property: 'passwordState', test: 'eq', value: 'lapsed' },
      { property: 'department', test: 'eq', value: null },
    ],
  ],
  [
    'passwords that expire within ten days',
    [end('password', 'from', addDays(monday, 90)), end('password', 'until', addDays(monday, 100))],
  ],
  ['any that expires at some time', [end('password', 'from', monday)]],
  ['temporary ones', [end('temporaryPassword', 'from', monday)]],
  ['temporary ones of a week', [end('temporaryPassword', 'until', addDays(monday, 7))]],
  [
    'graces that end in a week, by name',
    [end('grace', 'until', addDays(monday, 37)), { property: 'displayName', test: 'startswith', value: 'person 1' }],
  ],
  ['mailboxes in grace', [{ property: 'mailboxState', test: 'eq', value: 'grace' }]],
  ['nobody with a mailbox', [{ property: 'mailboxState', test: 'eq', value: null }]],
  ['the beginning of an employee id', [{ property: 'employeeId', test: 'startswith', value: 'e-1' }]],
  [
    'a narrower one, of the blocked',
    [
      { property: 'employeeId', test: 'startswith', value: 'E-10' },
      { property: 'accountEnabled', test: 'eq', value: false },
    ],
  ],
  ['an employee id that nobody has', [{ property: 'employeeId', test: 'startswith', value: 'X' }]],
  ['mails that did not arrive', [{ property: 'deliveryStatus', test: 'eq', value: 'bounced' }]],
];

const everybody = async (directory: Directory, filter: PeopleFilter, top: number): Promise<string[]> => {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page: Awaited<ReturnType<Directory['listPeople']>> = await directory.listPeople({
      top,
      filter,
      ...(after !== undefined && { after }),
    });
    expect(page.people.length).toBeLessThanOrEqual(top);
    found.push(...page.people.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return found;
};

const add = async (directory: Directory, people: readonly Person[]) => {
  for (let start = 0; start < people.length; start += 24) {
    await directory.addPeople({ people: people.slice(start, start + 24), seatsFrom: 'free' });
  }
};

const meantBy = (filter: PeopleFilter) => crowd.filter((one) => matchesFilter(filter, one)).map(({ id }) => id);

onEveryStore((open) => {
  test('through pages of any size', async () => {
    const { directory } = await open();
    await add(directory, crowd);
    for (const [what, filter] of filters) {
      const meant = meantBy(filter).sort();
      for (const top of [9, 100])
        expect([what, (await everybody(directory, filter, top)).sort()]).toEqual([what, meant]);
    }
    expect(filters.filter(([, filter]) => meantBy(filter).length > 0).length).toBeGreaterThan(9);
  });
});

describe('in DynamoDB', () => {
  let dynoxide: Dynoxide;
  beforeAll(async () => {
    dynoxide = await startDynoxide();
  });
  afterAll(() => dynoxide.stop());

  test('whoever an earlier release dated is found as well, and how many begin so is counted', async () => {
    const { client, directory: table } = await dynoxide.makeTables();
    const directory = directoryOf(client, { directory: table }, defaultPolicy);
    await add(directory, crowd);
    for (const { id } of crowd) {
      const own = { TableName: table, Key: personKey(id) };
      const condition = { ConditionExpression: 'attribute_exists(dueAt)' };
      const update = { UpdateExpression: 'SET dueAt = :at', ExpressionAttributeValues: { ':at': addDays(monday, 1) } };
      await client.send(new UpdateCommand({ ...own, ...update, ...condition })).catch(() => undefined);
    }
    for (const [what, filter] of filters) {
      expect([what, (await everybody(directory, filter, 100)).sort()]).toEqual([what, meantBy(filter).sort()]);
    }
    const beginning: PeopleFilter = [{ property: 'employeeId', test: 'startswith', value: 'E-10' }];
    expect(await directory.countPeople(beginning)).toBe(meantBy(beginning).length);
    const inGrace: PeopleFilter = [{ property: 'mailboxState', test: 'eq', value: 'grace' }];
    expect(await directory.countPeople(inGrace)).toBe(meantBy(inGrace).length);
    for (const filter of [filters[0], filters[2]])
      expect(await directory.countPeople(filter?.[1] ?? [])).toBeUndefined();
  });
});
