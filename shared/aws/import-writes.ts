/** The transactions that begin, advance and end an import, with the seats that go with them. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ImportJob } from '../domain/import-job.ts';
import type { Imports } from '../work/imports.ts';
import { skuKey } from './directory-items.ts';
import { expiry, jobKey, listKey, openKey } from './import-items.ts';
import { type Action, transact } from './transact.ts';

export const importWrites = (
  client: DynamoDBDocumentClient,
  tables: { imports: string; directory?: string },
  read: Imports['read'],
): Pick<Imports, 'begin' | 'advance' | 'revive' | 'reserve' | 'settle'> => {
  const table = tables.imports;
  const item = (job: ImportJob) => ({ ...jobKey(job.id), ...job, ...expiry(job.createdDateTime) });
  const advance = (before: ImportJob, after: ImportJob): Action => ({
    Put: {
      TableName: table,
      Item: item(after),
      ConditionExpression: 'stage = :stage AND nextRow <= :next',
      ExpressionAttributeValues: { ':stage': before.stage, ':next': after.nextRow },
    },
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
        { Put: { TableName: table, Item: item(job), ConditionExpression: 'attribute_not_exists(pk)' } },
        { Put: { TableName: table, Item: { ...listKey(job), id: job.id, ...expiry(job.createdDateTime) } } },
        { Put: { TableName: table, Item: openKey(job.id) } },
      ]);
      return (lost && (await read(job.id))) || job;
    },
    advance: async (before, after) => (await transact(client, [advance(before, after)])) === undefined,
    revive: async (before, after) => {
      const condition = {
        ConditionExpression: 'stage = :stage AND revivals = :revivals',
        ExpressionAttributeValues: { ':stage': before.stage, ':revivals': before.revivals },
      };
      return (await transact(client, [{ Put: { TableName: table, Item: item(after), ...condition } }])) === undefined;
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
      return met[0]?.held ? 'short' : 'lost';
    },
    settle: async (before, after, held) => {
      const reserved = before.seats.filter(({ granted }) => granted > 0);
      const met = await transact(client, [
        advance(before, after),
        ...reserved.map(({ skuId, granted }) =>
          seat(skuId, 'SET #reserved = #reserved - :granted, #free = #free + :rest', {
            ':granted': granted,
            ':rest': granted - (held[skuId] ?? 0),
          }),
        ),
      ]);
      return met === undefined;
    },
  };
};
