/** The catalogue of licences in the Directory table. */
import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Catalogue } from '../../domain/licences/licences.ts';
import { catalogueMarkKey, skuKey, skuOf } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';

/** Every licence by part number, and the mark that changes with any of them: read first, so that it is never too new. */
export const readCatalogue = async (
  client: DynamoDBDocumentClient,
  table: string,
): Promise<{ catalogue: Catalogue; mark: unknown }> => {
  const items: Record<string, unknown>[] = [];
  const input = {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': catalogueMarkKey.pk },
    ConsistentRead: true,
  };
  for await (const { Items = [] } of paginateQuery({ client }, input)) items.push(...Items);
  const places = items.filter(({ sk }) => sk !== catalogueMarkKey.sk);
  const keys = places.map(({ id }) => skuKey(String(id)));
  const found = (await readItems(client, table, keys)).map(skuOf);
  return {
    catalogue: found.sort((one, other) => (one.skuPartNumber < other.skuPartNumber ? -1 : 1)),
    mark: items.find(({ sk }) => sk === catalogueMarkKey.sk)?.mark,
  };
};
