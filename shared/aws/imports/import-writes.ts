/** The transactions that begin, advance and end an import, with the seats that go with them. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { Imports } from '../../work/imports/imports.ts';
import { skuKey } from '../directory-items.ts';
import { transact } from '../dynamodb/transact.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import { cancelKey, expiry, jobItem, listKey, openKey, resultActions } from './import-items.ts';

type Writes = Pick<
  Imports,
  'begin' | 'advance' | 'revive' | 'reserve' | 'settle' | 'requestCancel' | 'resume' | 'record'
>;

export const importWrites = (
  client: DynamoDBDocumentClient,
  tables: { imports: string; directory?: string },
  read: Imports['read'],
): Writes => {
  const table = tables.imports;
  const advance = (before: ImportJob, after: ImportJob): Action => ({
    Put: {
      TableName: table,
      Item: jobItem(after),
      ConditionExpression: 'stage = :stage AND nextRow <= :next AND resumptions = :resumptions',
      ExpressionAttributeValues: {
        ':stage': before.stage,
        ':next': after.nextRow,
        ':resumptions': before.resumptions,
      },
    },
  });
  /** Whether the import was neither advanced nor resumed since; it may go back to its first row. */
  const standsAt = (before: ImportJob) => ({
    ConditionExpression: 'stage = :stage AND resumptions = :resumptions',
    ExpressionAttributeValues: { ':stage': before.stage, ':resumptions': before.resumptions },
  });
  const seat = (
    skuId: string,
    UpdateExpression: string,
    values: Record<string, number>,
    condition?: string,
  ): Action => ({
    Update: {
      TableName: tables.directory,
      Key: skuKey(skuId),
      UpdateExpression,
      ExpressionAttributeNames: { '#free': 'free', '#reserved': 'reserved' },
      ExpressionAttributeValues: values,
      ...(condition && { ConditionExpression: condition }),
    },
  });

  return {
    begin: async (job) => {
      const lost = await transact(client, [
        { Put: { TableName: table, Item: jobItem(job), ConditionExpression: 'attribute_not_exists(pk)' } },
        { Put: { TableName: table, Item: { ...listKey(job), id: job.id, ...expiry(job.createdDateTime) } } },
        { Put: { TableName: table, Item: openKey(job.id) } },
      ]);
      return (lost && (await read(job.id))) || job;
    },
    advance: async (before, after) => (await transact(client, [advance(before, after)])) === undefined,
    revive: async (before, after) => {
      const condition = {
        ConditionExpression: 'stage = :stage AND revivals = :revivals AND resumptions = :resumptions',
        ExpressionAttributeValues: {
          ':stage': before.stage,
          ':revivals': before.revivals,
          ':resumptions': before.resumptions,
        },
      };
      return (
        (await transact(client, [{ Put: { TableName: table, Item: jobItem(after), ...condition } }])) === undefined
      );
    },
    reserve: async (before, after) => {
      const taken = after.seats.filter(({ granted }) => granted > 0);
      const met = await transact(client, [
        advance(before, after),
        ...taken.map(({ skuId, granted }) =>
          seat(skuId, 'SET #free = #free - :n, #reserved = #reserved + :n', { ':n': granted }, '#free >= :n'),
        ),
      ]);
      if (!met) return 'reserved';
      return met[0]?.isMet ? 'short' : 'lost';
    },
    settle: async (before, after, taken) => {
      const granted = new Map(before.seats.map((plan) => [plan.skuId, plan.granted]));
      const skuIds = [...new Set([...granted.keys(), ...Object.keys(taken)])];
      const moves = skuIds
        .map((skuId) => ({ skuId, granted: granted.get(skuId) ?? 0, taken: taken[skuId] ?? 0 }))
        .filter((move) => move.granted !== 0 || move.taken !== 0);
      const met = await transact(client, [
        advance(before, after),
        ...moves.map((move) =>
          seat(move.skuId, 'SET #reserved = #reserved - :granted, #free = #free + :rest', {
            ':granted': move.granted,
            ':rest': move.granted - move.taken,
          }),
        ),
      ]);
      return met === undefined;
    },
    requestCancel: async (id, because) => {
      const job = await read(id);
      if (!job) return;
      const Item = { ...cancelKey(id), ...(because && { because }), ...expiry(job.createdDateTime) };
      // Whoever gives no reason takes none away.
      const once = because ? {} : { ConditionExpression: 'attribute_not_exists(pk)' };
      try {
        await client.send(new PutCommand({ TableName: table, Item, ...once }));
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    resume: async (before, after) => {
      const met = await transact(client, [
        { Put: { TableName: table, Item: jobItem(after), ...standsAt(before) } },
        { Put: { TableName: table, Item: openKey(after.id) } },
        { Delete: { TableName: table, Key: cancelKey(after.id) } },
      ]);
      return met === undefined;
    },
    record: async (result, replaced) => (await transact(client, resultActions(table, result, replaced))) === undefined,
  };
};
