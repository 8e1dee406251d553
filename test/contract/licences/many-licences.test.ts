/** Rows that want many licences: what they write is more than one transaction takes. */
import { chunkOnWire } from '../chunk-on-wire.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

const skuIds = ['sku-a', 'sku-b', 'sku-c', 'sku-d', 'sku-e'];

test.each([
  ['seats of all five', [], 1],
  ['none of the five, and a place in each line', skuIds, 4],
])(
  '49 rows with %s: no transaction has more than 100 actions, and each row is done once (case 22)',
  async (_, short, parts) => {
    const { deliver, asked, outcomes, directory, imports, id, peopleOfRows } = await chunkOnWire(dynoxide, {
      rows: 49,
      skuIds,
      short,
    });
    expect(await deliver()).toBe('provisioned');
    const sizes = asked.flatMap(({ body: { TransactItems } }) => TransactItems?.length ?? []);
    expect(sizes).toHaveLength(parts);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
    expect(await outcomes()).toEqual(Array.from({ length: 49 }, () => 'created'));
    expect(await imports.progress(id)).toMatchObject({ chunks: 1, created: 49 });
    const people = await directory.readPeople(await peopleOfRows());
    const held = people.flatMap(({ assignedLicenses }) => assignedLicenses);
    const waited = people.flatMap(({ waitingLicenses }) => waitingLicenses);
    expect([held.length, waited.length]).toEqual(short.length > 0 ? [0, 245] : [245, 0]);
    for (const skuId of short) expect(await directory.countWaiting(skuId)).toBe(49);
    expect(await deliver()).toBe('repeated');
  },
);
