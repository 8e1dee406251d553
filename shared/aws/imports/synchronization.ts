/** What is kept of synchronisation, in the Imports table: one record, and an item for each object that was refused. */
import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../domain/policy.ts';
import type { SynchronizationState } from '../../domain/synchronization/run-state.ts';
import type { ObjectError, SynchronizationStore } from '../../work/imports/synchronization-store.ts';
import { auditItem } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { transact } from '../dynamodb/transact.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import { importKinds } from '../item-kinds.ts';

const stateKey = { pk: importKinds.synchronization, sk: 'STATE' };
const errorKey = (objectGuid: string) => ({ pk: importKinds.synchronization, sk: `ERROR#${objectGuid}` });

/** The put of the record with its next version, on the condition that it is as it was read. */
export const statePut = (table: string, before: SynchronizationState | undefined, after: SynchronizationState) => ({
  TableName: table,
  Item: { ...stateKey, ...after, version: (before?.version ?? 0) + 1 },
  ...(before
    ? {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': before.version },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' }),
});

/** Items that are written together. */
const mostItems = 100;

/** The port in DynamoDB; entries lie in the directory, and expire by its policy. */
export const synchronization = (
  client: DynamoDBDocumentClient,
  tables: { imports: string; directory: string },
  policy: Pick<Policy, 'auditDays'>,
): SynchronizationStore => {
  const table = tables.imports;
  return {
    read: async () => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: stateKey, ConsistentRead: true }));
      if (!Item) return undefined;
      const { pk: _pk, sk: _sk, ...state } = Item;
      return state as SynchronizationState;
    },
    write: async (before, after, audit = []) => {
      const told = audit.map(
        (entry): Action => ({ Put: { TableName: tables.directory, Item: auditItem(entry, policy) } }),
      );
      return (await transact(client, [{ Put: statePut(table, before, after) }, ...told])) === undefined;
    },
    errors: async ({ top, after }) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':pk': importKinds.synchronization,
            // Behind the one that is named: no objectGUID goes on with a blank.
            ':first': after === undefined ? 'ERROR#' : `${errorKey(after).sk} `,
            ':last': 'ERROR#~',
          },
          Limit: top,
          ConsistentRead: true,
        }),
      );
      const errors = Items.map(({ pk: _pk, sk: _sk, ...error }) => error as ObjectError);
      const last = errors.at(-1)?.objectGuid;
      return { errors, ...(LastEvaluatedKey && last !== undefined && { next: last }) };
    },
    errorsOf: async (objectGuids) => {
      const items = await readItems(client, table, [...new Set(objectGuids)].map(errorKey));
      const errors = items.map(({ pk: _pk, sk: _sk, ...error }) => error as ObjectError);
      return new Map(errors.map((error) => [error.objectGuid, error]));
    },
    putErrors: async ({ put, remove }) => {
      const actions: Action[] = [
        ...put.map((error) => ({ Put: { TableName: table, Item: { ...errorKey(error.objectGuid), ...error } } })),
        ...remove.map((objectGuid) => ({ Delete: { TableName: table, Key: errorKey(objectGuid) } })),
      ];
      for (let start = 0; start < actions.length; start += mostItems) {
        await transact(client, actions.slice(start, start + mostItems));
      }
    },
  };
};
