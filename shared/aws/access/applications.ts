/** Applications in the Directory table. */
import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Application } from '../../domain/access/application.ts';
import type { Policy } from '../../domain/policy.ts';
import type { ApplicationChange, Applications } from '../../work/access/applications.ts';
import { applicationKey, applicationListKey, auditItem } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { transact } from '../dynamodb/transact.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import { directoryKinds } from '../item-kinds.ts';

const applicationOf = ({ pk: _pk, sk: _sk, ...application }: Record<string, unknown>): Application =>
  application as Application;

/** Reading applications: all that whoever judges a secret or a token needs. */
export const applicationReads = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Applications, 'read' | 'list'> => ({
  read: async (id) => {
    const input = { TableName: table, Key: applicationKey(id), ConsistentRead: true };
    const { Item } = await client.send(new GetCommand(input));
    return Item && applicationOf(Item);
  },
  list: async ({ top, after }) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: { ':pk': listPartition, ...(after !== undefined && { ':after': after }) },
        // One more than the page has, which says whether there is another page.
        Limit: top + 1,
        ConsistentRead: true,
      }),
    );
    const page = Items.slice(0, top);
    const ids = page.map(({ id }) => String(id));
    const found = (await readItems(client, table, ids.map(applicationKey))).map(applicationOf);
    const byId = new Map(found.map((application) => [application.id, application]));
    const next = Items.length > top && String(page.at(-1)?.sk);
    return { applications: ids.flatMap((id) => byId.get(id) ?? []), ...(next && { next }) };
  },
});

/** The applications behind their port. */
export const applications = (client: DynamoDBDocumentClient, table: string, policy: Policy): Applications => ({
  ...applicationReads(client, table),
  write: async (change) => ((await transact(client, actionsOf(table, change, policy))) ? 'stale' : 'written'),
});

const { applicationList: listPartition } = directoryKinds;

/** The application under its condition, its place in the list where it comes or goes, and the entry. */
const actionsOf = (table: string, { before, after, audit }: ApplicationChange, policy: Policy): Action[] => {
  const actions: Action[] = [{ Put: { TableName: table, Item: auditItem(audit, policy) } }];
  if (after) {
    const version = before ? before.version + 1 : after.version;
    const Item = { ...applicationKey(after.id), ...after, version };
    actions.push({ Put: { TableName: table, Item, ...unchangedSince(before) } });
  } else if (before) {
    actions.push({ Delete: { TableName: table, Key: applicationKey(before.id), ...unchangedSince(before) } });
    actions.push({ Delete: { TableName: table, Key: applicationListKey(before) } });
  }
  if (after && !before)
    actions.push({ Put: { TableName: table, Item: { ...applicationListKey(after), id: after.id } } });
  return actions;
};

const unchangedSince = (before: Application | undefined) =>
  before
    ? {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': before.version },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
