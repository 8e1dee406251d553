/** Free seats go to those who wait, in their order, each once. */
import { addSeconds } from '../../../shared/domain/time.ts';
import { serveWaitlist } from '../../../shared/work/licences/serve-waitlist.ts';
import { monday } from '../../fakes/clock.ts';
import { e3, ems, idOf, person } from '../../fakes/people.ts';
import { newSystem } from '../imports/system.ts';

const names = Array.from({ length: 60 }, (_, n) => `p${n}`);

const setup = async (sku: typeof e3 | typeof ems = e3) => {
  const system = newSystem();
  await system.directory.putSku({ ...sku, enabled: 0 });
  const people = names.map((name, n) =>
    person(
      name,
      { skuIds: [sku.skuId], otherMails: [`${name}@example.net`] },
      { short: [sku.skuId], now: addSeconds(monday, n) },
    ),
  );
  for (let n = 0; n < 60; n += 30)
    await system.directory.addPeople({ people: people.slice(n, n + 30), seatsFrom: 'free' });
  const buy = (enabled: number) => system.directory.putSku({ ...sku, enabled });
  const serve = (change: Partial<typeof system.ports> = {}) => serveWaitlist(sku.skuId, { ...system.ports, ...change });
  const holders = () =>
    names.filter((name) => (system.memory.people.get(idOf(name))?.assignedLicenses.length ?? 0) > 0);
  const free = () => system.memory.skus.get(sku.skuId)?.free;
  return { ...system, buy, serve, holders, free };
};

test('the first in the line are served, are told, and have their mailbox back', async () => {
  const { buy, serve, holders, free, memory, queue } = await setup();
  await buy(40);
  await serve();
  expect(holders()).toEqual(names.slice(0, 40));
  expect(free()).toBe(0);
  expect(memory.people.get(idOf('p0'))).toMatchObject({
    waitingLicenses: [],
    mailbox: { state: 'active' },
    pendingNotices: [{ kind: 'licenceArrived', skuId: e3.skuId }],
  });
  const told = queue.in('notices').flatMap(({ userIds }) => userIds);
  expect(told).toEqual(names.slice(0, 40).map(idOf));
  expect(memory.audit).toHaveLength(40);
});

test('nobody waits, or no seat is free: nothing is done', async () => {
  const { serve, holders, queue } = await setup();
  await serve();
  expect([holders(), queue.waiting]).toEqual([[], []]);
  const { serve: serveOther } = await setup(ems);
  await serveOther();
});

test('a licence without a mailbox brings none', async () => {
  const { buy, serve, memory } = await setup(ems);
  await buy(1);
  await serve();
  expect(memory.people.get(idOf('p0'))?.assignedLicenses).toEqual([{ skuId: ems.skuId }]);
  expect(memory.people.get(idOf('p0'))).not.toHaveProperty('mailbox');
});

test('served by five at once, the line is served once, and no seat is oversold', async () => {
  const { buy, serve, holders, free, memory } = await setup();
  await buy(33);
  await Promise.all([serve(), serve(), serve(), serve(), serve()]);
  expect([holders(), free()]).toEqual([names.slice(0, 33), 0]);
  expect([...memory.people.values()].flatMap(({ pendingNotices }) => pendingNotices)).toHaveLength(33);
});

test('while somebody else takes seats, the line gets the others', async () => {
  const { buy, serve, holders, free, directory } = await setup();
  await buy(20);
  const rivals = Array.from({ length: 8 }, (_, n) => person(`rival${n}`, { skuIds: [e3.skuId] }));
  const [, ...taken] = await Promise.all([
    serve(),
    ...rivals.map((rival) => directory.addPeople({ people: [rival], seatsFrom: 'free' })),
  ]);
  const won = taken.filter((outcome) => outcome?.kind === 'added').length;
  expect(holders()).toEqual(names.slice(0, 20 - won));
  expect(free()).toBe(0);
});

test('with little time left the rest of the line is served by another call', async () => {
  const { buy, serve, holders, queue } = await setup();
  await buy(60);
  await serve({ shouldPause: () => true });
  expect(holders()).toEqual(names.slice(0, 25));
  expect(queue.in('sweeps')).toEqual([{ kind: 'waiting', skuId: e3.skuId }]);
});

test('who cannot be served keeps the place, is told of, and the seats go to those who come next (mistake 8)', async () => {
  const { buy, serve, holders, free, memory, aside, directory } = await setup();
  await buy(3);
  const poison = idOf('p0');
  const changePeople: typeof directory.changePeople = async (changes) => {
    if (changes.some(({ before }) => before.id === poison)) throw new Error('no');
    return directory.changePeople(changes);
  };
  await serve({ directory: { ...directory, changePeople } });
  expect([holders(), free()]).toEqual([['p1', 'p2', 'p3'], 0]);
  expect(aside.map(({ about }) => about)).toEqual([{ userId: poison }]);
  expect(memory.people.get(poison)?.waitingLicenses).toHaveLength(1);
});
