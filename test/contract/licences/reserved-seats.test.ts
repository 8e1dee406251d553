/** An import's seats are set aside in one write, and settled once. */
import type { ImportJob, SeatPlan } from '../../../shared/domain/imports/import-job.ts';
import { e3, ems, job, person } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  const setup = async (enabled = 5) => {
    const { directory, imports } = await open();
    await directory.putSku({ ...e3, enabled });
    await directory.putSku({ ...ems, enabled });
    const begun = await imports.begin(job());
    const planned = (...seats: [granted: number, needed: number, sku: typeof e3 | typeof ems][]): ImportJob => ({
      ...begun,
      stage: 'sending',
      seats: seats.map(([granted, needed, { skuId, skuPartNumber }]): SeatPlan => {
        return { skuId, skuPartNumber, needed, granted };
      }),
    });
    const seats = async ({ skuId }: { skuId: string }) => {
      const sku = await directory.readSku(skuId);
      return [sku?.free, sku?.reserved];
    };
    return { directory, imports, begun, planned, seats };
  };

  test('seats move from free to reserved together with the plan', async () => {
    const { imports, begun, planned, seats } = await setup();
    const plan = planned([3, 3, e3], [0, 2, ems]);
    expect(await imports.reserve(begun, plan)).toBe('reserved');
    expect([await seats(e3), await seats(ems)]).toEqual([
      [2, 3],
      [5, 0],
    ]);
    expect(await imports.read(begun.id)).toEqual(plan);
  });

  test('a second delivery of the plan reserves nothing', async () => {
    const { imports, begun, planned, seats } = await setup();
    const plan = planned([2, 2, e3]);
    const outcomes = await Promise.all([imports.reserve(begun, plan), imports.reserve(begun, plan)]);
    expect(outcomes.toSorted()).toEqual(['lost', 'reserved']);
    expect(await imports.reserve(begun, plan)).toBe('lost');
    expect(await seats(e3)).toEqual([3, 2]);
  });

  test('with one licence short nothing is reserved, and the plan is not written', async () => {
    const { imports, begun, planned, seats } = await setup();
    expect(await imports.reserve(begun, planned([2, 2, ems], [6, 6, e3]))).toBe('short');
    expect([await seats(e3), await seats(ems)]).toEqual([
      [5, 0],
      [5, 0],
    ]);
    expect(await imports.read(begun.id)).toEqual(begun);
  });

  test('two imports at once never reserve more than there is', async () => {
    const { imports, planned, begun, seats } = await setup(5);
    const other = await imports.begin(job('other.csv'));
    const { seats: plan } = planned([3, 3, e3]);
    const outcomes = await Promise.all(
      [begun, other].map((one) => imports.reserve(one, { ...one, stage: 'sending', seats: plan })),
    );
    expect(outcomes.toSorted()).toEqual(['reserved', 'short']);
    expect(await seats(e3)).toEqual([2, 3]);
  });

  test('reserved seats are in use: nobody else gets them, and the licence cannot shrink below them (case 21)', async () => {
    const { directory, imports, begun, planned } = await setup(3);
    await imports.reserve(begun, planned([3, 3, e3]));
    const people = [person('ada', { skuIds: [e3.skuId] })];
    expect(await directory.addPeople({ people, seatsFrom: 'free' })).toMatchObject({ short: [e3.skuId] });
    expect(await directory.putSku({ ...e3, enabled: 2 })).toEqual({ kind: 'below', inUse: 3 });
    expect(await directory.putSku({ ...e3, enabled: 4 })).toMatchObject({ kind: 'set', sku: { free: 1, reserved: 3 } });
  });

  test('a licence that shrinks while an import reserves: one of them is refused, and no seat is promised twice (case 21)', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { directory, imports, begun, planned, seats } = await setup(5);
      const reserve = () => imports.reserve(begun, planned([4, 4, e3]));
      const shrink = () => directory.putSku({ ...e3, enabled: 2 });
      const [first, second] = round % 2 ? [shrink(), reserve()] : [reserve(), shrink()];
      const [one, other] = await Promise.all([first, second]);
      const [reserved, set] = round % 2 ? [other, one] : [one, other];
      const end = `${reserved} ${typeof set === 'object' && set.kind}`;
      expect(['reserved below', 'short set']).toContain(end);
      expect(await seats(e3)).toEqual(end === 'short set' ? [2, 0] : [1, 4]);
    }
  });

  test('settled once: held seats stay with their people, the rest is free again', async () => {
    const { imports, begun, planned, seats } = await setup(5);
    const plan = planned([4, 6, e3], [1, 1, ems]);
    await imports.reserve(begun, plan);
    const settled: ImportJob = { ...plan, stage: 'settled', status: 'succeeded' };
    const held = { [e3.skuId]: 3, [ems.skuId]: 1 };
    const outcomes = await Promise.all([imports.settle(plan, settled, held), imports.settle(plan, settled, held)]);
    expect(outcomes.toSorted()).toEqual([false, true]);
    expect(await imports.settle(plan, settled, held)).toBe(false);
    expect([await seats(e3), await seats(ems)]).toEqual([
      [2, 0],
      [4, 0],
    ]);
    expect(await imports.read(begun.id)).toEqual(settled);
  });

  test('an import without seats is settled too', async () => {
    const { imports, begun, planned } = await setup();
    await imports.reserve(begun, planned());
    expect(await imports.settle(planned(), { ...planned(), stage: 'settled' }, {})).toBe(true);
  });
});
