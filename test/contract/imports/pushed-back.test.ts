/** DynamoDB pushes back: conflicts and throttling judge nobody, and what was asked is done when they are over. */
import { setImmediate } from 'node:timers/promises';
import { install } from '@sinonjs/fake-timers';
import { directory } from '../../../shared/aws/people/directory.ts';
import { dueDates } from '../../../shared/aws/people/due-dates.ts';
import { personUpdates } from '../../../shared/aws/people/person-updates.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { settled } from '../../domain/enforcement/aging.ts';
import { idOf, person } from '../../fakes/people.ts';
import { chunkOnWire } from '../chunk-on-wire.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';
import { faultyWire } from '../faulty-wire.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

const transactions = 'TransactWriteItems';
const cancelled = (...reasons: string[]) => ({ error: 'TransactionCanceledException', reasons });
const created = (count: number) => Array.from({ length: count }, () => 'created');

test.each([
  ['a conflict beside throttling', cancelled('None', 'TransactionConflict', 'ThrottlingError')],
  ['a partition that is too busy', cancelled('ProvisionedThroughputExceeded', 'None')],
  ['an earlier try that still runs', { error: 'TransactionInProgressException' }],
])('%s: no row is judged, and all are done a moment later (cases 23, 25)', async (_what, refusal) => {
  const { deliver, faresBy, outcomes } = await chunkOnWire(dynoxide, { rows: 3 });
  faresBy(({ operation, before }) => (operation === transactions && before === 0 ? refusal : 'done'));
  expect(await deliver()).toBe('provisioned');
  expect(await outcomes()).toEqual(created(3));
});

test('a name that somebody takes during a conflict: that row is judged, and no other (case 23)', async () => {
  const { deliver, faresBy, outcomes, directory } = await chunkOnWire(dynoxide, { rows: 4 });
  const rival = person('p2', { id: idOf('rival'), displayName: 'Somebody else' });
  faresBy(async ({ operation, before }) => {
    if (operation !== transactions || before > 0) return 'done';
    await directory.addPeople({ people: [rival], seatsFrom: 'free' });
    return cancelled('TransactionConflict', 'None');
  });
  expect(await deliver()).toBe('provisioned');
  expect(await outcomes()).toEqual(['created', 'UserNameTaken', 'created', 'created']);
});

describe('a table that is throttled for half a minute', () => {
  /** A chunk's deliveries until it is done, on a clock that jumps over every pause; `luck` is what chance gives. */
  const provisioned = async (isThrottled: (operation: string) => boolean, luck: number) => {
    const { deliver, faresBy, isAsking, outcomes } = await chunkOnWire(dynoxide, { rows: 3 });
    const clock = install({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
    jest.spyOn(Math, 'random').mockReturnValue(luck);
    const refused: number[] = [];
    faresBy(({ operation }) => {
      if (Date.now() >= 30_000 || !isThrottled(operation)) return 'done';
      refused.push(Date.now());
      return { error: 'ThrottlingException' };
    });
    let deliveries = 0;
    for (let end = 'failed'; end === 'failed'; ) {
      deliveries += 1;
      let isOver = false;
      const delivery = deliver()
        .catch(() => 'failed' as const)
        .finally(() => {
          isOver = true;
        });
      while (!isOver) {
        if (!isAsking()) await clock.tickAsync(50);
        await setImmediate();
      }
      end = await delivery;
    }
    clock.uninstall();
    jest.restoreAllMocks();
    const pauses = refused.slice(1).map((at, index) => at - (refused[index] ?? 0));
    return { deliveries, pauses, outcomes: await outcomes() };
  };

  test.each([
    ['every call', () => true],
    ['every write', (operation: string) => operation === transactions],
  ])(
    '%s is throttled: after pauses that grow and differ the chunk is done, long before it were dead (case 24)',
    async (_, which) => {
      const [one, other] = [await provisioned(which, 0.4), await provisioned(which, 0.9)];
      for (const { deliveries, pauses, outcomes } of [one, other]) {
        expect(outcomes).toEqual(created(3));
        expect(deliveries).toBeLessThan(5);
        expect(pauses.length).toBeLessThan(25);
        expect(Math.max(...pauses)).toBeGreaterThan(5 * (pauses[0] ?? 0));
      }
      expect(one.pauses[0]).not.toBe(other.pauses[0]);
    },
  );
});

describe('plain writes', () => {
  const setup = async (operation: string) => {
    const { client: calm, ...tables } = await dynoxide.makeTables();
    const people = directory(calm, tables, policy);
    const { client, faresBy, asked } = faultyWire(dynoxide.endpoint);
    faresBy((one) => (one.operation === operation && one.before === 0 ? conflict : 'done'));
    const met = () => asked.filter((one) => one.operation === operation).length - 1;
    return { tables, client, people, met };
  };
  const conflict = { error: 'TransactionConflictException' };

  test('one that meets a transaction on its item is made again: a person’s record loses something (case 23)', async () => {
    const { tables, client, people, met } = await setup('PutItem');
    const { jobTitle, ...after } = { ...person('ada'), jobTitle: 'Countess' };
    await people.addPeople({ people: [{ ...after, jobTitle }], seatsFrom: 'free' });
    const { changePeopleEach } = personUpdates(client, tables.directory, policy);
    expect(await changePeopleEach([{ before: { ...after, jobTitle }, after }])).toEqual(['changed']);
    expect([(await people.readPeople([after.id]))[0], met()]).toEqual([{ ...after, version: 2 }, 1]);
  });

  test('one that meets a transaction on its item is made again: a person is dated anew (case 23)', async () => {
    const { tables, client, people, met } = await setup('UpdateItem');
    const ada = settled();
    await people.addPeople({ people: [ada], seatsFrom: 'free' });
    const { dateEarlier } = dueDates(client, tables.directory, { ...policy, passwordValidityDays: 20 });
    expect([await dateEarlier(ada), met()]).toEqual([true, 1]);
  });
});
