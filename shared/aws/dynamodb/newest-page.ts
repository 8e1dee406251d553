/** A page of what lies by its time, newest first, in one partition or spread over several. */
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { readItems } from './document-client.ts';
import { type KeyRange, mergedPartitions, shareOf } from './merged-partitions.ts';

type Item = Record<string, unknown>;

/**
 * The partitions in which items are, how many of them hold the bulk, and the names of their keys. A sort key is `prefix`
 * and the place. An index holds keys alone: whole items are read by them.
 */
export type Spread = {
  index?: string;
  pk: string;
  sk: string;
  prefix: string;
  partitions: readonly string[];
  full: number;
};

/** Places from `from` on that come before `before`. */
export type PlaceRange = { from: string; before: string };

type Found = { place: string; item: Item };

/**
 * The newest `top` items of a range. With `next`, more may follow: those before it. One that expired since the index was
 * read is left out.
 */
export const newestPage = async (
  client: DynamoDBDocumentClient,
  table: string,
  spread: Spread,
  { top, ...range }: PlaceRange & { top: number },
): Promise<{ items: Item[]; next?: string }> => {
  // Of one partition that holds the bulk all that is asked for may come; one more is the range's end.
  const most = spread.full === 1 ? top + 1 : shareOf(top, spread.full);
  const { items, end } = await mergedPartitions(
    spread.partitions,
    (partition) => placesIn(client, table, { spread, partition, range, most }),
    ({ place }) => place,
    { descending: true },
  );
  const page = items.slice(0, top);
  const last = page.at(-1)?.place;
  const more = end !== undefined || page.length < items.length;
  return { items: await wholeItems(client, table, spread, page), ...(more && last && { next: last }) };
};

const placesIn = async (
  client: DynamoDBDocumentClient,
  table: string,
  { spread, partition, range, most }: { spread: Spread; partition: string; range: PlaceRange; most: number },
): Promise<KeyRange<Found>> => {
  const { index, pk, sk, prefix } = spread;
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      ...(index ? { IndexName: index } : { ConsistentRead: true }),
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :before',
      ExpressionAttributeNames: { '#pk': pk, '#sk': sk },
      ExpressionAttributeValues: {
        ':pk': partition,
        ':from': prefix + range.from,
        ':before': prefix + range.before,
      },
      ScanIndexForward: false,
      Limit: most,
    }),
  );
  const found = Items.map((item) => ({ place: String(item[sk]).slice(prefix.length), item }));
  // BETWEEN takes in its end, which is where the page before this one ended.
  const items = found.filter(({ place }) => place < range.before);
  return { items, ...(LastEvaluatedKey && { cutAt: items.at(-1)?.place ?? '' }) };
};

const wholeItems = async (
  client: DynamoDBDocumentClient,
  table: string,
  { index }: Spread,
  page: readonly Found[],
): Promise<Item[]> => {
  if (!index) return page.map(({ item }) => item);
  const keys = page.map(({ item }) => ({ pk: String(item.pk), sk: String(item.sk) }));
  const items = await readItems(client, table, keys);
  const byKey = new Map(items.map((item): [string, Item] => [`${item.pk}\n${item.sk}`, item]));
  return keys.flatMap(({ pk, sk }): Item[] => {
    const item = byKey.get(`${pk}\n${sk}`);
    return item ? [item] : [];
  });
};
