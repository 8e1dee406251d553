/**
 * Licences in the Directory table: an item with the seats of each, one with its service plans, and a catalogue by part
 * number.
 */
import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Audit } from '../domain/audit.ts';
import type { Sku } from '../domain/licences.ts';
import { auditOfSku, type SkuState } from '../domain/sku-audit.ts';
import type { Directory, SkuSetting } from '../work/directory.ts';
import { auditItem, catalogueKey, plansKey, plansOf, skuKey, skuOf } from './directory-items.ts';
import { readItems } from './document-client.ts';
import { type Action, transact } from './transact.ts';

export const skus = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Directory, 'catalogue' | 'readSku' | 'servicePlans' | 'putSku'> => {
  const read = async (Key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;
  const readSku = async (skuId: string): Promise<Sku | undefined> => {
    const item = await read(skuKey(skuId));
    return item && skuOf(item);
  };
  const putSku: Directory['putSku'] = async (setting, audit) => {
    const { skuId, skuPartNumber, carriesMailbox, enabled } = setting;
    const sku = await readSku(skuId);
    const before = sku && { sku, servicePlans: plansOf(await read(plansKey(skuId))) };
    const inUse = sku ? sku.enabled - sku.free : 0;
    if (enabled < inUse) return { kind: 'below', inUse };
    const after = {
      sku: { skuId, skuPartNumber, carriesMailbox, enabled, free: enabled - inUse, reserved: sku?.reserved ?? 0 },
      servicePlans: setting.servicePlans ?? before?.servicePlans ?? [],
    };
    const place = placeAction(table, setting);
    const actions = [place, ...settingActions(table, setting, before), ...auditActions(table, before, after, audit)];
    const met = await transact(client, actions);
    if (met?.[0]?.held === false) return { kind: 'taken' };
    // Somebody took or gave a seat, or set the licence meanwhile: look again.
    return met ? putSku(setting, audit) : { kind: 'set', ...after };
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
    servicePlans: async (skuIds) => {
      const items = await readItems(client, table, [...new Set(skuIds)].map(plansKey));
      return new Map(items.map((item) => [String(item.skuId), plansOf(item)]));
    },
  };
};

/** The licence's place in the catalogue: its part number is nobody else's. */
const placeAction = (table: string, { skuId, skuPartNumber }: SkuSetting): Action => ({
  Put: {
    TableName: table,
    Item: { ...catalogueKey(skuPartNumber), id: skuId },
    ConditionExpression: 'attribute_not_exists(pk) OR id = :id',
    ExpressionAttributeValues: { ':id': skuId },
  },
});

/**
 * The licence, its plans where they are given, and without the place of its former part number. What was read still
 * holds, or nothing is written: so the audit tells the truth, and seats that moved meanwhile are not lost.
 */
const settingActions = (table: string, setting: SkuSetting, before: SkuState | undefined): Action[] => {
  const { skuId, skuPartNumber, carriesMailbox, enabled, servicePlans } = setting;
  const sku = before?.sku;
  const write: Action = sku
    ? {
        Update: {
          TableName: table,
          Key: skuKey(skuId),
          UpdateExpression:
            'SET skuPartNumber = :part, carriesMailbox = :mailbox, #free = #free + :more, #enabled = :enabled',
          // Seats may have moved meanwhile: the difference holds all the same.
          ConditionExpression:
            '#enabled = :was AND skuPartNumber = :wasPart AND carriesMailbox = :wasMailbox AND #free >= :least',
          ExpressionAttributeNames: { '#free': 'free', '#enabled': 'enabled' },
          ExpressionAttributeValues: {
            ':part': skuPartNumber,
            ':mailbox': carriesMailbox,
            ':more': enabled - sku.enabled,
            ':enabled': enabled,
            ':was': sku.enabled,
            ':wasPart': sku.skuPartNumber,
            ':wasMailbox': sku.carriesMailbox,
            ':least': Math.max(sku.enabled - enabled, 0),
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
  const plans: Action = {
    Put: {
      TableName: table,
      Item: { ...plansKey(skuId), skuId, servicePlans },
      ConditionExpression: 'attribute_not_exists(pk) OR servicePlans = :were',
      ExpressionAttributeValues: { ':were': before?.servicePlans ?? [] },
    },
  };
  const isRenamed = sku && sku.skuPartNumber.toUpperCase() !== skuPartNumber.toUpperCase();
  return [
    write,
    ...(servicePlans ? [plans] : []),
    ...(isRenamed ? [{ Delete: { TableName: table, Key: catalogueKey(sku.skuPartNumber) } }] : []),
  ];
};

const auditActions = (
  table: string,
  before: SkuState | undefined,
  after: SkuState,
  audit: Audit | undefined,
): Action[] => {
  const entry = audit && auditOfSku(before, after, { ...audit, id: randomUUID() });
  return entry ? [{ Put: { TableName: table, Item: auditItem(entry) } }] : [];
};
