/** Licences in the Directory table: an item with the seats of each, and a catalogue by part number. */
import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Sku } from '../domain/licences.ts';
import type { Directory, SkuSetting } from '../work/directory.ts';
import { catalogueKey, skuKey, skuOf } from './directory-items.ts';
import { readItems } from './document-client.ts';
import { type Action, transact } from './transact.ts';

export const skus = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Directory, 'catalogue' | 'readSku' | 'putSku'> => {
  const readSku = async (skuId: string): Promise<Sku | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: skuKey(skuId), ConsistentRead: true }));
    return Item && skuOf(Item);
  };
  const putSku: Directory['putSku'] = async (setting) => {
    const before = await readSku(setting.skuId);
    const inUse = before ? before.enabled - before.free : 0;
    if (setting.enabled < inUse) return { kind: 'below', inUse };
    const met = await transact(client, settingActions(table, setting, before));
    if (met?.slice(1).some(({ held }) => !held)) return { kind: 'taken' };
    // Somebody took or gave a seat meanwhile: look again.
    if (met) return putSku(setting);
    const sku = { ...setting, free: setting.enabled - inUse, reserved: before?.reserved ?? 0 };
    return { kind: 'set', sku };
  };
  return {
    readSku,
    putSku,
    catalogue: async () => {
      const ids: string[] = [];
      const input = {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': catalogueKey('').pk },
        ConsistentRead: true,
      };
      for await (const { Items = [] } of paginateQuery({ client }, input))
        ids.push(...Items.map(({ id }) => String(id)));
      const found = (await readItems(client, table, ids.map(skuKey))).map(skuOf);
      return found.sort((one, other) => (one.skuPartNumber < other.skuPartNumber ? -1 : 1));
    },
  };
};

/** The licence first, then its place in the catalogue, then the place of its former part number. */
const settingActions = (table: string, setting: SkuSetting, before: Sku | undefined): Action[] => {
  const { skuId, skuPartNumber, carriesMailbox, enabled } = setting;
  const write: Action = before
    ? {
        Update: {
          TableName: table,
          Key: skuKey(skuId),
          UpdateExpression:
            'SET skuPartNumber = :part, carriesMailbox = :mailbox, #free = #free + :more, #enabled = :enabled',
          // Seats and the part number may have moved meanwhile: the difference and the old place hold for what was read.
          ConditionExpression: '#enabled = :was AND skuPartNumber = :wasPart AND #free >= :least',
          ExpressionAttributeNames: { '#free': 'free', '#enabled': 'enabled' },
          ExpressionAttributeValues: {
            ':part': skuPartNumber,
            ':mailbox': carriesMailbox,
            ':more': enabled - before.enabled,
            ':enabled': enabled,
            ':was': before.enabled,
            ':wasPart': before.skuPartNumber,
            ':least': Math.max(before.enabled - enabled, 0),
          },
        },
      }
    : {
        Put: {
          TableName: table,
          Item: { ...skuKey(skuId), skuId, skuPartNumber, carriesMailbox, enabled, free: enabled, reserved: 0 },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
  const place: Action = {
    Put: {
      TableName: table,
      Item: { ...catalogueKey(skuPartNumber), id: skuId },
      ConditionExpression: 'attribute_not_exists(pk) OR id = :id',
      ExpressionAttributeValues: { ':id': skuId },
    },
  };
  const renamed = before && before.skuPartNumber.toUpperCase() !== skuPartNumber.toUpperCase();
  return [
    write,
    place,
    ...(renamed ? [{ Delete: { TableName: table, Key: catalogueKey(before.skuPartNumber) } }] : []),
  ];
};
