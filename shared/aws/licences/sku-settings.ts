/** Setting a licence: its seats, its place in the catalogue and its service plans, with the entry that tells of it. */
import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Audit } from '../../domain/audit.ts';
import { auditOfSku, type SkuState } from '../../domain/licences/sku-audit.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Directory, SkuSetting } from '../../work/directory.ts';
import { auditItem, catalogueKey, catalogueMarkKey, plansKey, skuKey } from '../directory-items.ts';
import { transact } from '../dynamodb/transact.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import { skus } from './skus.ts';

export const skuSettings = (
  client: DynamoDBDocumentClient,
  table: string,
  policy: Policy,
): Pick<Directory, 'putSku' | 'readSku'> => {
  const { readSku, servicePlans } = skus(client, table);
  const putSku: Directory['putSku'] = async (setting, audit, isAsSeen) => {
    const { skuId, skuPartNumber, carriesMailbox, enabled } = setting;
    const sku = await readSku(skuId);
    const before = sku && { sku, servicePlans: (await servicePlans([skuId])).get(skuId) ?? [] };
    if (isAsSeen && !isAsSeen(before)) return { kind: 'unseen' };
    const inUse = sku ? sku.enabled - sku.free : 0;
    if (enabled < inUse) return { kind: 'below', inUse };
    const after = {
      sku: { skuId, skuPartNumber, carriesMailbox, enabled, free: enabled - inUse, reserved: sku?.reserved ?? 0 },
      servicePlans: setting.servicePlans ?? before?.servicePlans ?? [],
    };
    const place = placeAction(table, setting);
    const told = [markAction(table), ...auditActions(after, before, audit)];
    const actions = [place, ...settingActions(table, setting, before), ...told];
    const met = await transact(client, actions);
    if (met?.[0]?.isMet === false) return { kind: 'taken' };
    // Somebody took or gave a seat, or set the licence meanwhile: look again.
    return met ? putSku(setting, audit, isAsSeen) : { kind: 'set', ...after };
  };
  const auditActions = (after: SkuState, before: SkuState | undefined, audit: Audit | undefined): Action[] => {
    const entry = audit && auditOfSku(before, after, { ...audit, id: randomUUID() });
    return entry ? [{ Put: { TableName: table, Item: auditItem(entry, policy) } }] : [];
  };
  return { putSku, readSku };
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

/** Whoever keeps the catalogue finds by this that it is another one. */
const markAction = (table: string): Action => ({
  Put: { TableName: table, Item: { ...catalogueMarkKey, mark: randomUUID() } },
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
