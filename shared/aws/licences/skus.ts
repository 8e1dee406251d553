/** Licences in the Directory table: an item with the seats of each, one with its service plans, and a catalogue by part number. */
import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Catalogue } from '../../domain/licences/licences.ts';
import type { Directory } from '../../work/directory.ts';
import { catalogueMarkKey, plansKey, plansOf, skuKey, skuOf } from '../directory-items.ts';
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

export const skus = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Directory, 'catalogue' | 'readSku' | 'servicePlans'> => ({
  readSku: async (skuId) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: skuKey(skuId), ConsistentRead: true }));
    return Item && skuOf(Item);
  },
  catalogue: async () => (await readCatalogue(client, table)).catalogue,
  servicePlans: async (skuIds) => {
    const items = await readItems(client, table, [...new Set(skuIds)].map(plansKey));
    return new Map(items.map((item) => [String(item.skuId), plansOf(item)]));
  },
});
