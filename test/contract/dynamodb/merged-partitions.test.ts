/** Sorted partitions as one list, a stretch at a time. */
import fc from 'fast-check';
import { byBytes, mergedPartitions } from '../../../shared/aws/dynamodb/merged-partitions.ts';

/** Partitions that give so many items of theirs at once, from behind a place on, as queries do. */
const queryOf = (partitions: readonly string[][], limit: number, after: string | undefined, descending: boolean) => {
  const compare = (one: string, other: string) => byBytes(one, other) * (descending ? -1 : 1);
  return async (partition: number) => {
    const open = (partitions[partition] ?? []).toSorted(compare).filter((item) => !after || compare(item, after) > 0);
    const items = open.slice(0, limit);
    return { items, cutAt: open.length > limit ? items.at(-1) : undefined };
  };
};

test('however unevenly items lie, all come once and in order', async () => {
  const items = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      items,
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      fc.nat(),
      async (all, limit, descending, lot) => {
        const partitions: string[][] = [[], [], [], []];
        for (const [n, item] of all.entries()) partitions[((n * lot) % 7) % 4]?.push(item);
        const found: string[] = [];
        let after: string | undefined;
        do {
          const query = queryOf(partitions, limit, after, descending);
          const stretch = await mergedPartitions([...partitions.keys()], query, (item) => item, { descending });
          if (stretch.end !== undefined) expect(stretch.items.at(-1)).toBe(stretch.end);
          found.push(...stretch.items);
          after = stretch.end;
        } while (after !== undefined);
        expect(found).toEqual(all.toSorted((one, other) => byBytes(one, other) * (descending ? -1 : 1)));
      },
    ),
  );
});

test('a partition that was cut without giving anything holds the others back all the same', async () => {
  const stretches = [{ items: ['a', 'c'] }, { items: [], cutAt: 'b' }];
  const query = async (partition: number) => stretches[partition] ?? { items: [] };
  expect(await mergedPartitions([0, 1], query, (item: string) => item)).toEqual({ items: ['a'], end: 'b' });
});
