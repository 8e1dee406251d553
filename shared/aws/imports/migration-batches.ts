/**
 * Migration batches in the Imports table: an entry of the list for each, and beside its job an item with its marks. Each
 * has a record of its own, so that who completes a batch and who mails its report do not write over each other.
 */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import { type BatchMarks, noMarks } from '../../domain/migrations/migration.ts';
import type { Policy } from '../../domain/policy.ts';
import type { MigrationBatches } from '../../work/imports/migration-batches.ts';
import { auditItem } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { transact } from '../dynamodb/transact.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import { importKinds } from '../item-kinds.ts';
import { expiry, jobKey, jobOf } from './import-items.ts';
import { newestIds } from './newest-ids.ts';

type Listed = Pick<ImportJob, 'createdDateTime' | 'id'>;

const listKey = ({ createdDateTime, id }: Listed) => ({
  pk: importKinds.migrations,
  sk: `${createdDateTime}#${id}`,
});
const marksKey = (id: string) => ({ ...jobKey(id), sk: 'BATCH' });

/** The entry of the list, which is written with the import itself. */
export const batchListed = (table: string, job: Listed): Action => ({
  Put: { TableName: table, Item: { ...listKey(job), id: job.id, ...expiry(job.createdDateTime) } },
});

const marksOf = (item: Record<string, unknown> | undefined): BatchMarks => {
  if (!item) return noMarks;
  const { pk: _pk, sk: _sk, expiresAt: _ttl, ...marks } = item;
  return marks as BatchMarks;
};

/** The batches in DynamoDB; entries lie in the directory, and expire by its policy. */
export const migrationBatches = (
  client: DynamoDBDocumentClient,
  tables: { imports: string; directory?: string },
  policy?: Pick<Policy, 'auditDays'>,
): MigrationBatches => {
  const table = tables.imports;
  return {
    list: async (page) => {
      const { ids, next } = await newestIds(client, table, importKinds.migrations, page);
      const found = await readItems(
        client,
        table,
        ids.flatMap((id) => [jobKey(id), marksKey(id)]),
      );
      const at = (key: { pk: string; sk: string }) => found.find(({ pk, sk }) => pk === key.pk && sk === key.sk);
      const batches = ids.flatMap((id) => {
        const item = at(jobKey(id));
        return item ? [{ job: jobOf(item), marks: marksOf(at(marksKey(id))) }] : [];
      });
      return { batches, ...(next && { next }) };
    },
    marks: async (id) =>
      marksOf((await client.send(new GetCommand({ TableName: table, Key: marksKey(id), ConsistentRead: true }))).Item),
    mark: async (job, before, after, audit = []) => {
      const isFirst = before.version === 0;
      const item = { ...marksKey(job.id), ...after, version: before.version + 1, ...expiry(job.createdDateTime) };
      const put: Action = {
        Put: {
          TableName: table,
          Item: item,
          ...(isFirst
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#version = :version',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':version': before.version },
              }),
        },
      };
      const unlisted: Action[] =
        after.removedDateTime === undefined ? [] : [{ Delete: { TableName: table, Key: listKey(job) } }];
      const told = audit.map((entry): Action => {
        if (!policy || tables.directory === undefined) throw new Error('these batches have no audit to tell');
        return { Put: { TableName: tables.directory, Item: auditItem(entry, policy) } };
      });
      return (await transact(client, [put, ...unlisted, ...told])) === undefined;
    },
  };
};
