/** Sessions of people in the Directory table. */
import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { KeptSession, Sessions } from '../../work/access/sessions.ts';
import { transact } from '../dynamodb/transact.ts';
import { keptSessionOf, sessionKey, sessionPartition } from './session-items.ts';
import { keyOfHash } from './token-items.ts';

/** The sessions behind their port. DynamoDB's TTL removes expired items only days later, so the time is checked too. */
export const sessions = (client: DynamoDBDocumentClient, table: string): Sessions => ({
  list: async (userId, now) => {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': sessionPartition(userId) },
        ConsistentRead: true,
      },
    );
    const kept: KeptSession[] = [];
    for await (const { Items = [] } of pages) kept.push(...Items.map(keptSessionOf));
    return kept.filter(({ endDateTime }) => endDateTime > now);
  },
  end: async (userId, tokenId) => {
    const keys = [keyOfHash(tokenId), sessionKey(userId, tokenId)];
    await transact(
      client,
      keys.map((Key) => ({ Delete: { TableName: table, Key } })),
    );
  },
});
