/** Seats go to those who wait, in their order, whoever else is after them at the same moment. */

import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { assignLicences } from '../../../shared/work/licences/assign-licences.ts';
import { serveWaitlist } from '../../../shared/work/licences/serve-waitlist.ts';
import { clockAt, monday } from '../../fakes/clock.ts';
import { administrator, e3, exchange, idOf, person, teams } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { sparingNobody } from '../../fakes/sparing.ts';
import { onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  const setup = async (enabled: number) => {
    const { directory } = await open();
    const servicePlans = [exchange, teams];
    await directory.putSku({ ...e3, enabled, servicePlans });
    const clock = clockAt();
    const now = () => {
      clock.pass({ seconds: 1 });
      return clock.now();
    };
    const { queues } = fakeQueues();
    const ports = { directory, queues, policy: defaultPolicy, now, shouldPause: () => false, ...sparingNobody };
    const buy = (seats: number) => directory.putSku({ ...e3, enabled: seats });
    const assign = (id: string, disabledPlans: string[] = []) => {
      const add = [{ licence: e3.skuId, disabledPlans }];
      return assignLicences({ idOrName: id, add, remove: [], principal: administrator }, ports);
    };
    const take = (id: string) =>
      assignLicences({ idOrName: id, add: [], remove: [e3.skuId], principal: administrator }, ports);
    const serve = () => serveWaitlist(e3.skuId, ports);
    const line = () => directory.waitingFor(e3.skuId, 999);
    const free = async () => (await directory.readSku(e3.skuId))?.free;
    const holders = async (ids: readonly string[]) =>
      (await directory.readPeople(ids)).filter(({ assignedLicenses }) => assignedLicenses.length === 1);
    return { directory, buy, assign, take, serve, line, free, holders };
  };
  type System = Awaited<ReturnType<typeof setup>>;

  /** People without a licence. */
  const add = async ({ directory }: System, count: number): Promise<string[]> => {
    const people = Array.from({ length: count }, (_, n) => person(`p${n}`, { usageLocation: 'NL' }));
    for (let n = 0; n < count; n += 25) {
      await directory.addPeople({ people: people.slice(n, n + 25), seatsFrom: 'free' });
    }
    return people.map(({ id }) => id);
  };

  /** People who wait, one after the other. */
  const addWaiting = async ({ directory }: System, count: number): Promise<string[]> => {
    const wish = { skuIds: [e3.skuId] };
    const people = Array.from({ length: count }, (_, n) =>
      person(`w${n}`, wish, { short: [e3.skuId], now: addSeconds(monday, n - 999) }),
    );
    for (let n = 0; n < count; n += 25) {
      await directory.addPeople({ people: people.slice(n, n + 25), seatsFrom: 'free' });
    }
    return people.map(({ id }) => id);
  };

  test('the last seat, assigned by fifty at once while it is served: one holds it, 49 wait, each once', async () => {
    const system = await setup(1);
    const ids = await add(system, 50);
    await Promise.all([...ids.map((id) => system.assign(id)), system.serve(), system.serve()]);
    await system.serve();
    const holders = await system.holders(ids);
    const line = await system.line();
    expect([holders.length, line.length, new Set(line).size, await system.free()]).toEqual([1, 49, 49, 0]);
    expect([...line, ...holders.map(({ id }) => id)].toSorted()).toEqual(ids.toSorted());
    // In the order in which they came to wait.
    const since = new Map(
      (await system.directory.readPeople(line)).map(({ id, waitingLicenses }) => [id, waitingLicenses[0]?.since ?? '']),
    );
    expect(line.map((id) => since.get(id))).toEqual([...since.values()].toSorted());
    await system.buy(11);
    await system.serve();
    expect((await system.holders(line)).map(({ id }) => id)).toEqual(line.slice(0, 10));
    expect(await system.line()).toEqual(line.slice(10));
  }, 60_000);

  test('two serves at once serve the first of the line once, and keep the plans that were asked for', async () => {
    const system = await setup(0);
    const ids = await add(system, 30);
    for (const [n, id] of ids.entries()) await system.assign(id, n % 2 ? ['TEAMS1'] : []);
    expect(await system.line()).toEqual(ids);
    await system.buy(12);
    await Promise.all([system.serve(), system.serve()]);
    const people = await system.directory.readPeople(ids);
    expect((await system.holders(ids)).map(({ id }) => id)).toEqual(ids.slice(0, 12));
    expect(people.slice(0, 12).map(({ assignedLicenses }) => assignedLicenses[0]?.disabledPlans)).toEqual(
      ids.slice(0, 12).map((_, n) => (n % 2 ? [teams.servicePlanId] : undefined)),
    );
    expect(people.flatMap(({ pendingNotices }) => pendingNotices)).toHaveLength(12);
    expect([await system.line(), await system.free()]).toEqual([ids.slice(12), 0]);
  }, 60_000);

  test('a seat that one gives up while another asks for it goes to one person', async () => {
    const system = await setup(1);
    const [ada = '', bob = '', carl = ''] = await add(system, 3);
    await system.assign(ada);
    await system.assign(bob);
    await Promise.all([system.take(ada), system.assign(carl), system.serve()]);
    await system.serve();
    expect([await system.holders([ada]), (await system.holders([bob, carl])).length]).toEqual([[], 1]);
    expect([(await system.line()).length, await system.free()]).toEqual([1, 0]);
  });

  test('two who change the plans of one person take one seat, and the last one is kept whole', async () => {
    const system = await setup(5);
    const [ada = ''] = await add(system, 1);
    await Promise.all([system.assign(ada, ['TEAMS1']), system.assign(ada, [exchange.servicePlanId])]);
    const [person] = await system.holders([ada]);
    expect([
      [{ skuId: e3.skuId, disabledPlans: [teams.servicePlanId] }],
      [{ skuId: e3.skuId, disabledPlans: [exchange.servicePlanId] }],
    ]).toContainEqual(person?.assignedLicenses);
    expect(await system.free()).toBe(4);
  });

  test.each([1, 7, 100])('a line of 60 through pages of %i: in order, nobody twice', async (top) => {
    const system = await setup(0);
    const ids = await addWaiting(system, 60);
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await system.directory.waitingPage(e3.skuId, { top, ...(after !== undefined && { after }) });
      expect(page.waiting.length).toBeLessThanOrEqual(top);
      found.push(...page.waiting.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(found).toEqual(ids);
  });

  test('a page that ends with the line has none behind it; a place of somebody who left, or of nobody, is a place', async () => {
    const system = await setup(0);
    const ids = await addWaiting(system, 4);
    const all = await system.directory.waitingPage(e3.skuId, { top: 4 });
    expect([all.waiting.map(({ id }) => id), all.next]).toEqual([ids, undefined]);
    const place = all.waiting[1]?.place ?? '';
    await system.take(ids[1] ?? '');
    const rest = await system.directory.waitingPage(e3.skuId, { top: 9, after: place });
    expect(rest.waiting.map(({ id }) => id)).toEqual(ids.slice(2));
    expect((await system.directory.waitingPage(e3.skuId, { top: 9, after: '~' })).waiting).toEqual([]);
    expect((await system.directory.waitingPage(e3.skuId, { top: 9, after: '!' })).waiting).toHaveLength(3);
    expect(await system.directory.waitingPage(idOf('no licence'), { top: 9 })).toEqual({ waiting: [] });
  });
});
