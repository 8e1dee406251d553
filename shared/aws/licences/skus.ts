/** Licences in the Directory table: an item with the seats of each, one with its service plans, and a catalogue by part number. */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Directory } from '../../work/directory.ts';
import { plansKey, plansOf, skuKey, skuOf } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { readCatalogue } from './catalogue.ts';

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
