/** Lists of imports by time: of all of them, and of migration batches. */
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';

/** A page of a list, newest first: ids of imports, and with `next` the place before which the next page begins. */
export const newestIds = async (
  client: DynamoDBDocumentClient,
  table: string,
  pk: string,
  { top, after }: { top: number; after?: string | undefined },
): Promise<{ ids: string[]; next?: string }> => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :after',
      ExpressionAttributeValues: { ':pk': pk, ...(after !== undefined && { ':after': after }) },
      Limit: top,
      ScanIndexForward: false,
      ConsistentRead: true,
    }),
  );
  return { ids: Items.map(({ id }) => String(id)), ...(LastEvaluatedKey && { next: String(Items.at(-1)?.sk) }) };
};
