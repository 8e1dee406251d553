/** One sorted list out of several sorted partitions. */

/** What a query of one partition gave: items in order, and the place after which more may follow, if it was cut there. */
export type KeyRange<Item> = { items: Item[]; cutAt?: string | undefined };

/** Items of all partitions in order, complete up to `end`, and absent where they are complete to the very end. */
export type Merged<Item> = { items: Item[]; end?: string };

/** Text order as DynamoDB has it: by the bytes of UTF-8. */
export const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** How many items to ask each of so many partitions for: hashes spread evenly, so that one rarely holds twice its share. */
export const shareOf = (top: number, partitions: number): number => Math.ceil((top / partitions) * 2) + 2;

/**
 * Queries all partitions at once and merges what they give, each item placed by `placeOf`. A partition that was cut may
 * hide items behind its last place, so what others have further on is left out: it comes again after `end`.
 */
export const mergedPartitions = async <Partition, Item>(
  partitions: readonly Partition[],
  query: (partition: Partition) => Promise<KeyRange<Item>>,
  placeOf: (item: Item) => string,
  { descending = false } = {},
): Promise<Merged<Item>> => {
  const ranges = await Promise.all(partitions.map((partition) => query(partition)));
  const compare = descending ? (one: string, other: string) => byBytes(other, one) : byBytes;
  const [end] = ranges.flatMap(({ cutAt }) => cutAt ?? []).sort(compare);
  const items = ranges
    .flatMap((range) => range.items)
    .filter((item) => end === undefined || compare(placeOf(item), end) <= 0)
    .sort((one, other) => compare(placeOf(one), placeOf(other)));
  return { items, ...(end !== undefined && { end }) };
};
