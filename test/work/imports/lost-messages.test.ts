/** A queue may lose a message after days. The records know what is owed, and the sweep brings it back. */
import { addSeconds } from '../../../shared/domain/time.ts';
import { e3 } from '../../fakes/people.ts';
import { problemsOf } from './check-a.ts';
import { newSystem } from './system.ts';

const content = [
  'User Name,Display Name,Licenses,Alternate email address',
  ...Array.from(
    { length: 70 },
    (_, n) => `p${n}@contoso.com,Person ${n},${n < 9 ? 'ENTERPRISEPACK' : ''},${n % 9 ? '' : `p${n}@example.net`}`,
  ),
].join('\n');

const setup = async () => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: 5 });
  await system.announce('people.csv', content);
  return system;
};

test('whichever message is lost, the sweep finds what it stood for (case 3)', async () => {
  // The first one, the event of the bucket, is all that is known of a file: nothing can stand in for it.
  for (let lost = 1; ; lost += 1) {
    const system = await setup();
    let count = -1;
    const isLost = () => {
      count += 1;
      return count === lost;
    };
    await system.drain({ isLost });
    const sweeps = count < lost ? 0 : 1;
    await system.sweepUntilQuiet();
    expect(await problemsOf(system)).toEqual([]);
    expect(system.memory.people.size).toBe(70);
    expect(await system.directory.countWaiting(e3.skuId)).toBe(4);
    if (sweeps === 0) break;
  }
}, 60_000);

test('all chunks but one are lost: those are sent again, and no other', async () => {
  const system = await setup();
  await system.drain({ isLost: (body) => body.includes('"firstRow":50') });
  const sent = () =>
    system.crossed.filter((body) => body.includes('firstRow')).map((body) => JSON.parse(body).firstRow);
  expect(sent()).toEqual([1, 50]);
  await system.sweepUntilQuiet();
  expect(sent()).toEqual([1, 50, 50]);
  expect(await problemsOf(system)).toEqual([]);
});

test('a sweep whose clock is ten minutes ahead leaves an import alone that is at work (case 29)', async () => {
  const system = await setup();
  await system.drain({ isLost: (body) => body.includes('firstRow') });
  system.clock.pass({ minutes: 9 });
  const ahead = { ...system.ports, now: () => addSeconds(system.clock.now(), 600) };
  await system.take.sweeps({ kind: 'imports' }, ahead);
  expect([...system.memory.jobs.values()][0]).toMatchObject({ stage: 'provisioning', revivals: 0 });
});

test('an import that goes on is not revived, and one that cannot is revived ever more rarely, and not for ever', async () => {
  const system = await setup();
  const rowsLost = (body: string) => body.includes('firstRow');
  await system.drain({ isLost: rowsLost });
  const job = () => [...system.memory.jobs.values()][0];
  const revivedAfter: number[] = [];
  for (let hours = 0; hours < 24 * 14; hours += 1) {
    const before = job()?.revivals ?? 0;
    system.clock.pass({ minutes: 60 });
    await system.ports.queues.sweeps([{ kind: 'imports' }]);
    await system.drain({ isLost: rowsLost });
    if ((job()?.revivals ?? 0) > before) revivedAfter.push(hours);
  }
  expect(revivedAfter).toHaveLength(9);
  const pauses = revivedAfter.slice(1).map((hour, index) => hour - (revivedAfter[index] ?? 0));
  expect(pauses.every((pause, index) => pause >= (pauses[index - 1] ?? 0))).toBe(true);
  expect(job()).toMatchObject({ stage: 'provisioning', status: 'running' });
});
