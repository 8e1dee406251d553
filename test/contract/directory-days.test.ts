/** The directory is counted once a day, whoever comes late, twice or at once. */
import { deletedPerson } from '../../shared/domain/people/deletion.ts';
import type { SweepMessage } from '../../shared/messages/queues.ts';
import { countShard, startCount } from '../../shared/work/reports/count-directory.ts';
import { clockAt, monday } from '../fakes/clock.ts';
import { e3, idOf, person } from '../fakes/people.ts';
import { fakeQueues } from '../fakes/queues.ts';
import { onEveryStore } from './stores.ts';

type Count = Extract<SweepMessage, { kind: 'count' }>;

onEveryStore((open) => {
  const setup = async (names: readonly string[]) => {
    const stores = await open();
    await stores.directory.putSku({ ...e3, enabled: 7 });
    for (const name of names) await stores.directory.addPeople({ people: [person(name)], seatsFrom: 'free' });
    const [clock, queue] = [clockAt(), fakeQueues()];
    const ports = { ...stores, queues: queue.queues, shouldPause: () => false, now: clock.now };
    const start = async (): Promise<Count[]> => {
      queue.waiting.length = 0;
      await startCount(ports);
      return queue.in('sweeps');
    };
    const report = () => stores.days.list({ from: '2026-01-01', to: '2026-12-31' });
    return { ...stores, ports, clock, queue, start, report };
  };

  const ofMonday = { day: '2026-01-05', people: 5, blocked: 1, deleted: 1 };

  /** Five people, one of them blocked, and one who was deleted. */
  const someday = async () => {
    const system = await setup(['ada', 'bob', 'carl', 'dora', 'emil', 'gone']);
    const { directory } = system;
    const [blocked, gone] = await directory.readPeople([idOf('bob'), idOf('gone')]);
    if (!blocked || !gone) throw new Error('somebody is missing');
    await directory.changePeople([
      { before: blocked, after: { ...blocked, accountEnabled: false } },
      { before: gone, after: deletedPerson(gone, monday) },
    ]);
    return system;
  };

  test('people, blocked, deleted and seats of a day; before all is counted there is no day', async () => {
    const { start, ports, report } = await someday();
    const parts = await start();
    expect(parts).toHaveLength(16);
    for (const part of parts.slice(0, 15)) await countShard(part, ports);
    expect(await report()).toEqual([]);
    expect(await start()).toEqual(parts.slice(15));
    await countShard(parts[15] as Count, ports);
    const licences = [{ skuId: e3.skuId, skuPartNumber: e3.skuPartNumber, enabled: 7, free: 7, reserved: 0 }];
    expect(await report()).toEqual([{ ...ofMonday, dateTime: monday, licences }]);
    expect(await start()).toEqual([]);
  });

  test('two at once, each part twice, and one that comes hours later: the day stays as it was counted first', async () => {
    const { start, ports, report, directory, clock } = await someday();
    const parts = await start();
    await Promise.all(parts.flatMap((part) => [countShard(part, ports), countShard(part, ports)]));
    const counted = await report();
    expect(counted).toMatchObject([ofMonday]);
    await directory.addPeople({ people: [person('late')], seatsFrom: 'free' });
    clock.pass({ minutes: 300 });
    for (const part of parts) await countShard(part, ports);
    expect(await report()).toEqual(counted);
  });

  test('a part that comes after its day counts nothing; the next day is counted as it is then', async () => {
    const { start, ports, report, directory, clock } = await someday();
    const parts = await start();
    clock.pass({ days: 1 });
    for (const part of parts) await countShard(part, ports);
    await directory.addPeople({ people: [person('late')], seatsFrom: 'free' });
    for (const part of await start()) await countShard(part, ports);
    expect(await report()).toMatchObject([{ ...ofMonday, day: '2026-01-06', people: 6 }]);
  });

  test('days are listed in their order, those of a range alone', async () => {
    const { start, ports, clock, days } = await setup(['ada']);
    for (let day = 0; day < 4; day += 1) {
      for (const part of await start()) await countShard(part, ports);
      clock.pass({ days: 1 });
    }
    const listed = await days.list({ from: '2026-01-06', to: '2026-01-07' });
    expect(listed.map(({ day }) => day)).toEqual(['2026-01-06', '2026-01-07']);
  });

  test('a part that has too little time goes on where it stands', async () => {
    // Ids that begin with the same digit are of one shard.
    const crowd = Array.from({ length: 120 }, (_, n) => `p${n}`).filter((name) => idOf(name).startsWith('7'));
    const { start, ports, queue, report } = await setup(crowd);
    const hurried = { ...ports, shouldPause: () => true };
    const waiting = await start();
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      queue.waiting.length = 0;
      await countShard(part, hurried);
      waiting.push(...queue.in('sweeps'));
    }
    expect(await report()).toMatchObject([{ people: crowd.length }]);
  });
});
