/** What an import does when seats are short, and what rows get that say nothing of licence and place. */
import { type Crowd, holdersAmong, newCrowd, peopleOf, seatsOf } from '../driver/crowd.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, setSeats } from '../driver/names.ts';
import { nobody, tally } from '../driver/outcomes.ts';
import { followed, importRequested } from '../driver/requested-imports.ts';
import type { Import, Licence } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const count = 120;
const seats = 100;
/** Rows that are refused for their own fault, and so need no seat. */
const faulty = [2, 60];
const bad = (row: number) => (faulty.includes(row) ? { 'Display Name': '' } : undefined);

const report = ({ id }: Import) => muster.api.report(id, '?$top=1000');
const rowsBetween = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

test('reject: the first good rows have the seats, the others are refused', async () => {
  const plan = await newLicence(muster, seats);
  const crowd = newCrowd(count, plan);
  const content = crowd.file((row) => bad(row) ?? {});
  const options = { seatsShort: 'reject' } as const;
  const shown = await importRequested(muster, `${crowd.run}.csv`, content, { ...options, dryRun: true });
  const over = await importRequested(muster, `${crowd.run}.csv`, content, options);
  for (const each of [shown, over]) {
    expect(each).toMatchObject({ status: 'succeeded', ...nobody, created: seats, refused: count - seats });
    expect(tally(await report(each))).toEqual({
      created: rowsBetween(1, seats + faulty.length).filter((row) => !faulty.includes(row)),
      'refused DisplayNameMissing': faulty,
      'refused NoSeatForRow': rowsBetween(seats + faulty.length + 1, count),
    });
  }
  const people = await peopleOf(muster, crowd);
  expect(people).toHaveLength(seats);
  expect(holdersAmong(people)).toEqual({ holding: seats, waiting: 0 });
  expect(await seatsOf(muster, plan)).toEqual({ enabled: seats, consumed: seats, reserved: 0 });
});

/** An import that has found too few seats for its file, and waits. */
const heldImport = async (): Promise<{ plan: Licence; crowd: Crowd; held: Import }> => {
  const plan = await newLicence(muster, seats);
  const crowd = newCrowd(count, plan);
  const held = await importRequested(muster, `${crowd.run}.csv`, crowd.file(), { seatsShort: 'hold' });
  expect(held).toMatchObject({ status: 'onHold', ...nobody, rows: count, completedDateTime: null });
  expect(held.licences).toMatchObject([{ needed: count, granted: 0, short: count, seatsToBuy: count - seats }]);
  expect(await peopleOf(muster, crowd)).toEqual([]);
  expect(await seatsOf(muster, plan)).toEqual({ enabled: seats, consumed: 0, reserved: 0 });
  return { plan, crowd, held };
};

test('hold: nothing is done until there are seats, and then it goes on by itself', async () => {
  const { plan, crowd, held } = await heldImport();
  await setSeats(muster, plan, count - 1);
  expect((await muster.api.import(held.id)).status).toBe('onHold');
  await setSeats(muster, plan, count);
  const over = await waitFor(
    'the import to go on and end',
    () => muster.api.import(held.id),
    ({ status }) => status === 'succeeded',
  );
  expect(over).toMatchObject({ ...nobody, created: count });
  expect(holdersAmong(await peopleOf(muster, crowd))).toEqual({ holding: count, waiting: 0 });
  expect(await seatsOf(muster, plan)).toEqual({ enabled: count, consumed: count, reserved: 0 });
});

test('hold: resumed, it goes on with the seats that there are; cancelled, it has done nothing', async () => {
  const { plan, crowd, held } = await heldImport();
  await muster.api.askOfImport(held.id, 'resume');
  const over = await waitFor(
    'the import to go on and end',
    () => muster.api.import(held.id),
    ({ status }) => status === 'succeeded',
  );
  expect(over).toMatchObject({ ...nobody, created: count });
  expect(holdersAmong(await peopleOf(muster, crowd))).toEqual({ holding: seats, waiting: count - seats });
  expect(await seatsOf(muster, plan)).toEqual({ enabled: seats, consumed: seats, reserved: 0 });

  const other = await heldImport();
  await muster.api.askOfImport(other.held.id, 'cancel');
  const cancelled = await waitFor(
    'the import to be cancelled',
    () => muster.api.import(other.held.id),
    ({ status }) => status === 'cancelled',
  );
  expect(cancelled).toMatchObject(nobody);
  expect(await peopleOf(muster, other.crowd)).toEqual([]);
});

test('rows that name no licence and no place get those of the import; others keep their own', async () => {
  const [plan, own] = [await newLicence(muster, 20), await newLicence(muster, 20)];
  const crowd = newCrowd(10, own);
  const content = crowd.file((row) => (row === 3 ? {} : { Licenses: '', 'Usage Location': '' }));
  const options = { licenses: [plan.skuPartNumber], usageLocation: 'BE' };
  const over = await importRequested(muster, `${crowd.run}.csv`, content, options);
  expect(over).toMatchObject({ status: 'succeeded', created: 10 });
  expect((await peopleOf(muster, crowd)).map((one) => [one.usageLocation, one.assignedLicenses[0]?.skuId])).toEqual(
    crowd.rowNumbers.map((row) => (row === 3 ? ['NL', own.skuId] : ['BE', plan.skuId])),
  );
  expect((await seatsOf(muster, plan)).consumed).toBe(9);

  // Whoever exists keeps what they have, even where their row says nothing.
  const again = await importRequested(muster, `${crowd.run}.csv`, content, { existingPeople: 'update' });
  expect(again).toMatchObject({ status: 'succeeded', ...nobody, unchanged: 10 });
  expect((await followed(muster, again)).licences).toEqual(again.licences);
});
