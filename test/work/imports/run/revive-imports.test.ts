/** Imports that are not over are looked at a page at a time, however many there are, and one that fails stops no other. */
import type { ImportJob } from '../../../../shared/domain/imports/import-job.ts';
import { mostOpenImports } from '../../../../shared/domain/imports/open-imports.ts';
import type { SweepMessage } from '../../../../shared/messages/queues.ts';
import { requestImport } from '../../../../shared/work/imports/run/request-import.ts';
import { administrator, e3, job } from '../../../fakes/people.ts';
import { newSystem } from '../system.ts';

const many = 1000;

const setup = async (stage: ImportJob['stage'] = 'uploading') => {
  const system = newSystem();
  const seats = [{ skuId: e3.skuId, skuPartNumber: e3.skuPartNumber, needed: 5, granted: 0 }];
  for (let n = 0; n < many; n += 1) {
    await system.imports.begin(job(`file ${n}`, { stage, ...(stage === 'holding' && { seats }) }));
  }
  let reads = 0;
  const imports: typeof system.imports = {
    ...system.imports,
    read: (id) => {
      reads += 1;
      return system.imports.read(id);
    },
  };
  const walk = (message: SweepMessage, shouldPause = () => true) =>
    system.take.sweeps(message, { ...system.ports, imports, shouldPause });
  return { ...system, walk, readsOnce: () => reads };
};

test.each([{ kind: 'imports' } as const, { kind: 'imports', skuId: e3.skuId } as const])(
  'a thousand are looked at in calls of a page each, by a chain of %j that goes on from its place and ends (mistake 7)',
  async (start) => {
    const { walk, queue, readsOnce, clock } = await setup('holding');
    clock.pass({ days: 1, minutes: 1 });
    let message: SweepMessage | undefined = start;
    let calls = 0;
    for (; message; calls += 1) {
      const before = readsOnce();
      await walk(message);
      expect(readsOnce() - before).toBeLessThanOrEqual(25);
      message = queue.in('sweeps').at(-1);
      queue.waiting.splice(0, queue.waiting.length, ...queue.waiting.filter((one) => one.queue !== 'sweeps'));
    }
    // Far more than the 16 after which Lambda ends a chain that it was not told of.
    expect([calls, readsOnce()]).toEqual([many / 25, many]);
    expect(new Set(queue.in('files').map(({ importId }) => importId)).size).toBe(many);
  },
);

test('an import that cannot be read is told of, and all others are given up when they are due (mistake 7)', async () => {
  const system = await setup();
  const broken = job('file 500').id;
  const read: typeof system.imports.read = async (id) => {
    if (id === broken) throw new Error('unreadable');
    return system.imports.read(id);
  };
  system.clock.pass({ days: 1, minutes: 1 });
  await system.take.sweeps({ kind: 'imports' }, { ...system.ports, imports: { ...system.imports, read } });
  expect(system.aside.map(({ about }) => about)).toEqual([{ importId: broken }]);
  expect(system.memory.cancelled.size).toBe(many - 1);
  await system.drain();
  expect(system.memory.open).toEqual(new Set([broken]));
});

test('whoever abandons uploads is refused at a hundred, told what to do, and has the places back when they are given up (mistake 7)', async () => {
  const system = newSystem();
  const ask = (n: number, principal = administrator) =>
    requestImport({ fileName: `${n}.csv`, options: {}, principal }, system.ports);
  for (let n = 0; n < mostOpenImports; n += 1) await ask(n);
  await expect(ask(100)).rejects.toMatchObject({ refusals: [{ code: 'TooManyOpenImports', fact: '100' }] });
  await ask(101, { ...administrator, id: 'somebody-else' });
  system.clock.pass({ days: 1, minutes: 1 });
  await system.ports.queues.sweeps([{ kind: 'imports' }]);
  await system.drain();
  expect(system.memory.open.size).toBe(0);
  await ask(102);
});
