/**
 * Templates of new people in the Directory table: each an item, and beside them how many there are, so that of two who
 * add the last one that there is room for, one does. Adding or removing one is a transaction of template, count and audit
 * entry: 8 write units where each is below a kilobyte (2, 2, and 4 with the entry's indexes); changing one takes 6. The
 * list is one query: a read unit for each 4 KB, so one for some ten templates.
 */
import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../domain/policy.ts';
import { mostTemplates, type UserTemplate } from '../domain/settings/user-template.ts';
import type { TemplateChange, UserTemplates } from '../work/settings/user-templates.ts';
import { auditItem } from './directory-items.ts';
import { transact } from './dynamodb/transact.ts';
import type { Action } from './dynamodb/transact-command.ts';
import { directoryKinds } from './item-kinds.ts';

const { templates: partition } = directoryKinds;
const keyOf = (id: string) => ({ pk: partition, sk: id });

/** How many there are: before every id, which begin with a digit or a letter. */
const countKey = { pk: partition, sk: '#COUNT' };

const templateOf = ({ pk: _pk, sk: id, ...content }: Record<string, unknown>): UserTemplate =>
  ({ ...content, id }) as UserTemplate;

/** The port in DynamoDB. */
export const userTemplates = (
  client: DynamoDBDocumentClient,
  table: string,
  policy: Pick<Policy, 'auditDays'>,
): UserTemplates => ({
  list: async () => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk > :count',
        ExpressionAttributeValues: { ':pk': partition, ':count': `${countKey.sk}~` },
        ConsistentRead: true,
      }),
    );
    return Items.map(templateOf);
  },
  read: async (id) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }));
    return Item && templateOf(Item);
  },
  write: async (change) => {
    const [own, entry, count] = [writeOf(table, change), { TableName: table }, countOf(table, change)];
    const actions: Action[] = [own, { Put: { ...entry, Item: auditItem(change.audit, policy) } }, ...count];
    const met = await transact(client, actions);
    if (met === undefined) return 'written';
    return met[0]?.isMet === false ? 'stale' : 'full';
  },
});

const writeOf = (table: string, { before, after }: TemplateChange): Action => {
  const condition = before
    ? {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': before.version },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  if (!after) return { Delete: { TableName: table, Key: keyOf(before?.id ?? ''), ...condition } };
  const { id, ...content } = after;
  return { Put: { TableName: table, Item: { ...keyOf(id), ...content }, ...condition } };
};

/** One more, if there is room, or one less. */
const countOf = (table: string, { before, after }: TemplateChange): Action[] => {
  if (before && after) return [];
  const own = { TableName: table, Key: countKey, UpdateExpression: 'ADD templates :more' };
  if (!after) return [{ Update: { ...own, ExpressionAttributeValues: { ':more': -1 } } }];
  return [
    {
      Update: {
        ...own,
        ConditionExpression: 'attribute_not_exists(templates) OR templates < :most',
        ExpressionAttributeValues: { ':more': 1, ':most': mostTemplates },
      },
    },
  ];
};
