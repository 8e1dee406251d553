/** Sets of rows that an import's plan keeps, in items beside it. */
import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Imports } from '../../work/imports/imports.ts';
import { expiry, jobKey, rowSetKey } from './import-items.ts';

/** Bytes of a set in one item, which takes 400 KB. */
const partBytes = 300_000;

export const rowSets = (client: DynamoDBDocumentClient, table: string): Pick<Imports, 'keepRowSet' | 'rowSet'> => ({
  keepRowSet: async ({ id, createdDateTime }, name, bytes) => {
    for (let part = 0; part * partBytes < bytes.length; part += 1) {
      const piece = bytes.subarray(part * partBytes, (part + 1) * partBytes);
      const Item = { ...rowSetKey(id, name, part), ...expiry(createdDateTime), piece };
      await client.send(new PutCommand({ TableName: table, Item }));
    }
  },
  rowSet: async (id, name) => {
    const input = {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :name)',
      ExpressionAttributeValues: { ':pk': jobKey(id).pk, ':name': rowSetKey(id, name, 0).sk.slice(0, -4) },
      ConsistentRead: true,
    };
    const pieces: Uint8Array[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, input)) {
      pieces.push(...Items.map(({ piece }) => piece as Uint8Array));
    }
    return Buffer.concat(pieces);
  },
});
