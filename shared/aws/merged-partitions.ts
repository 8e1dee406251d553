/** One sorted list out of several sorted partitions. */

/** What a query of one partition gave: items in order, and the place after which more may follow, if it was cut there. */
export type Stretch<Item> = { items: Item[]; cutAt?: string | undefined };

/** Items of all partitions in order, complete up to `end`, and absent where they are complete to the very end. */
export type Merged<Item> = { items: Item[]; end?: string };

/** Text order as DynamoDB has it: by the bytes of UTF-8. */
export const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/**
 * Queries all partitions at once and merges what they give, each item placed by `placeOf`. A partition that was cut may
 * hide items behind its last place, so what others have further on is left out: it comes again after `end`.
 */
export const mergedPartitions = async <Item>(
  count: number,
  query: (partition: number) => Promise<Stretch<Item>>,
  placeOf: (item: Item) => string,
  { descending = false } = {},
): Promise<Merged<Item>> => {
  const stretches = await Promise.all(Array.from({ length: count }, (_, partition) => query(partition)));
  const compare = descending ? (one: string, other: string) => byBytes(other, one) : byBytes;
  const [end] = stretches.flatMap(({ cutAt }) => cutAt ?? []).sort(compare);
  const items = stretches
    .flatMap((stretch) => stretch.items)
    .filter((item) => end === undefined || compare(placeOf(item), end) <= 0)
    .sort((one, other) => compare(placeOf(one), placeOf(other)));
  return { items, ...(end !== undefined && { end }) };
};
