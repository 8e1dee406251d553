/**
 * The directory's size by day, an item for each day. Counting reads the index `people` once (some 320 bytes a person, so
 * 0.04 read units each, eventually consistent), and the deleted; nothing but numbers is sent. That is about what sweeps
 * read of somebody whose password is in force, in a day: 4 units for 100 people. Noting it writes the day's item 16
 * times, a unit each for a handful of licences.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type DirectoryDay, daysKept, type PeopleCount, sumOf } from '../../domain/reports/directory-day.ts';
import { addDays, epochSeconds, instant } from '../../domain/time.ts';
import { everyShard } from '../../domain/uuid.ts';
import type { Counted, DirectoryDays } from '../../work/reports/count-directory.ts';
import { deletedPartition, listPartition } from '../directory-items.ts';
import { directoryKinds } from '../item-kinds.ts';

const { reports: partition } = directoryKinds;
const dayKey = (day: string) => ({ pk: partition, sk: day });

/** Counts of a shard in the item of its day: people, blocked, deleted. */
const nameOf = (shard: number) => `shard${shard}`;
const countOf = (item: Record<string, unknown>, shard: number): PeopleCount | undefined => {
  const [people = 0, blocked = 0, deleted = 0] = (item[nameOf(shard)] ?? []) as number[];
  return item[nameOf(shard)] === undefined ? undefined : { people, blocked, deleted };
};

/** Whoever lists days needs no more. */
export const directoryDayReads = (client: DynamoDBDocumentClient, table: string): Pick<DirectoryDays, 'list'> => ({
  list: async ({ from, to }) => {
    const days: DirectoryDay[] = [];
    const input = {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': partition, ':from': from, ':to': to },
    };
    for await (const { Items = [] } of paginateQuery({ client }, input)) days.push(...Items.flatMap(dayOfItem));
    return days;
  },
});

/** The day in an item, if every shard of it is counted. */
const dayOfItem = (item: Record<string, unknown>): DirectoryDay[] => {
  const counts = everyShard.flatMap((shard) => countOf(item, shard) ?? []);
  if (counts.length < everyShard.length) return [];
  const { sk, countedDateTime, licences } = item;
  const seats = licences as DirectoryDay['licences'];
  return [{ day: String(sk), dateTime: instant(String(countedDateTime)), ...sumOf(counts), licences: seats }];
};

/** The port in DynamoDB. */
export const directoryDays = (client: DynamoDBDocumentClient, table: string): DirectoryDays => ({
  ...directoryDayReads(client, table),
  uncounted: async (day) => {
    const { Item = {} } = await client.send(new GetCommand({ TableName: table, Key: dayKey(day) }));
    return everyShard.filter((shard) => countOf(Item, shard) === undefined);
  },
  countPeople: async (shard, after) => {
    const {
      Count = 0,
      ScannedCount = 0,
      LastEvaluatedKey,
    } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'people',
        Select: 'COUNT',
        KeyConditionExpression: `listShard = :shard${after === undefined ? '' : ' AND listName > :after'}`,
        // Who is not blocked has no such attribute.
        FilterExpression: 'accountEnabled = :no',
        ExpressionAttributeValues: {
          ':shard': listPartition(shard),
          ':no': false,
          ...(after !== undefined && { ':after': after }),
        },
      }),
    );
    const next = LastEvaluatedKey && String(LastEvaluatedKey.listName);
    return { people: ScannedCount, blocked: Count, ...(next !== undefined && { next }) };
  },
  countDeleted: async (shard) => {
    let deleted = 0;
    const input = {
      TableName: table,
      Select: 'COUNT' as const,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': deletedPartition(shard) },
    };
    for await (const { Count = 0 } of paginateQuery({ client }, input)) deleted += Count;
    return deleted;
  },
  note: async (day, shard, counted) => {
    try {
      await client.send(new UpdateCommand(noteOf(table, day, shard, counted)));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});

const noteOf = (table: string, day: string, shard: number, { people, blocked, deleted, licences, now }: Counted) => ({
  TableName: table,
  Key: dayKey(day),
  UpdateExpression: `SET #shard = :counts, countedDateTime = if_not_exists(countedDateTime, :now), expiresAt = :end${licences ? ', licences = :licences' : ''}`,
  ConditionExpression: 'attribute_not_exists(#shard)',
  ExpressionAttributeNames: { '#shard': nameOf(shard) },
  ExpressionAttributeValues: {
    ':counts': [people, blocked, deleted],
    ':now': now,
    ':end': epochSeconds(addDays(instant(day), daysKept)),
    ...(licences && { ':licences': licences }),
  },
});
