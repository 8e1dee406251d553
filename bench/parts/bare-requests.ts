/** What single requests come to in the database alone: their transactions and reads, by the SDK, from a loop. */
import {
  type DynamoDBClient,
  GetItemCommand,
  paginateScan,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from '../../infra/local/template/tables.ts';
import { withBareDatabase } from './bare-database.ts';
import { sendAll } from './clients.ts';
import { timed } from './numbers.ts';
import { usedCpu } from './used-cpu.ts';

type Item = NonNullable<NonNullable<TransactWriteItem['Put']>['Item']>;

/** One kind of request: how many a second, and milliseconds of CPU of each, the database included. */
export type Rate = { perSecond: number; cpu: number };

/** The items of a table that belong to each of these people, as their creation left them. */
export const itemsOfPeople = async (
  client: DynamoDBClient,
  table: string,
  ids: readonly string[],
): Promise<Map<string, Item[]>> => {
  const items = new Map<string, Item[]>(ids.map((id) => [id, []]));
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table })) {
    for (const item of Items) {
      const [owner] =
        JSON.stringify(item)
          .match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)
          ?.filter((id) => items.has(id)) ?? [];
      if (owner !== undefined) items.get(owner)?.push(item);
    }
  }
  return items;
};

/** Writes the items of each person in one transaction, then reads their first ones, by so many at once, on a database of its own on disk. */
export const bareRates = async (
  people: readonly Item[][],
  table: string,
  definitions: readonly TableDefinition[],
  atOnce: number,
): Promise<{ transactions: Rate; reads: Rate }> => {
  return withBareDatabase(definitions, async (client, folder) => {
    const rate = async (count: number, send: (index: number) => Promise<unknown>): Promise<Rate> => {
      const before = usedCpu(folder);
      const { milliseconds } = await timed(() => sendAll(atOnce, count, async (index) => void (await send(index))));
      return { perSecond: (count * 1000) / milliseconds, cpu: (usedCpu(folder) - before) / count };
    };
    const write = (index: number) =>
      client.send(
        new TransactWriteItemsCommand({
          TransactItems: (people[index] ?? []).map((Item) => ({
            Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' },
          })),
        }),
      );
    const read = (index: number) => {
      const { pk, sk } = people[index % people.length]?.[0] ?? {};
      return client.send(new GetItemCommand({ TableName: table, Key: { pk, sk } as Item, ConsistentRead: true }));
    };
    return { transactions: await rate(people.length, write), reads: await rate(2 * people.length, read) };
  });
};
