/** The due index as far as it lies ahead. An entry has some 110 bytes: 0.013 read units, eventually consistent. */
import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type Instant, instant } from '../../domain/time.ts';
import { everyShard } from '../../domain/uuid.ts';
import type { DueAhead } from '../../work/reports/forecast.ts';
import { duePartition } from '../directory-items.ts';
import { dueEndsOf } from '../people/person-item.ts';

/**
 * Queries of one partition at most, 1 MB each: some 300,000 people in all, which is two seconds of a function with a
 * whole core. Where nothing else is due, that many have something ahead among three quarters of a million.
 */
const maxQueries = 2;

/** The port in DynamoDB. */
export const dueAhead = (client: DynamoDBDocumentClient, table: string): DueAhead => ({
  entriesBefore: async (end, take) => {
    const readShard = async (shard: number): Promise<Instant | undefined> => {
      let queries = 0;
      let last: Instant | undefined;
      const input = {
        TableName: table,
        IndexName: 'due',
        KeyConditionExpression: 'dueShard = :shard AND dueAt < :end',
        ProjectionExpression: 'dueAt',
        ExpressionAttributeValues: { ':shard': duePartition(shard), ':end': end },
      };
      for await (const { Items = [] } of paginateQuery({ client }, input)) {
        if (queries === maxQueries) return last;
        queries += 1;
        for (const { dueAt } of Items) {
          last = instant(String(dueAt).split('#')[0] ?? '');
          take({ moment: last, ends: dueEndsOf({ dueAt }) });
        }
      }
      return undefined;
    };
    const [completeTo] = (await Promise.all(everyShard.map(readShard))).filter((moment) => moment !== undefined).sort();
    return completeTo === undefined ? {} : { completeTo };
  },
});
