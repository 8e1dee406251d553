/** Paging through deleted people, in the order of the user names that they had. */

import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { everyShard, shards } from '../../domain/uuid.ts';
import type { Directory } from '../../work/directory.ts';
import { deletedPartition } from '../directory-items.ts';
import { mergedPartitions, shareOf } from '../dynamodb/merged-partitions.ts';

type Place = { place: string; id: string };

/** A page of the deleted, merged from their partitions; who was restored while it was read is left out. */
export const listDeleted =
  (client: DynamoDBDocumentClient, table: string, readPeople: Directory['readPeople']): Directory['listDeleted'] =>
  async ({ top, after }) => {
    const share = shareOf(top, shards);
    const query = async (shard: number) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
          ExpressionAttributeValues: {
            ':pk': deletedPartition(shard),
            ...(after !== undefined && { ':after': after }),
          },
          Limit: share,
          ConsistentRead: true,
        }),
      );
      const items = Items.map(({ sk, id }): Place => ({ place: String(sk), id: String(id) }));
      return { items, cutAt: LastEvaluatedKey && items.at(-1)?.place };
    };
    const { items, end } = await mergedPartitions(everyShard, query, ({ place }: Place) => place);
    const page = items.slice(0, top);
    const next = page.length < items.length ? page.at(-1)?.place : end;
    const people = await readPeople(page.map(({ id }) => id));
    return { people: people.filter(({ deleted }) => deleted), ...(next !== undefined && { next }) };
  };
