/** What the due index holds of people, and its change without a change of the person. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../domain/policy.ts';
import { instant } from '../../domain/time.ts';
import { domainOf } from '../../domain/user-name.ts';
import type { DatedPerson, DueDates } from '../../work/enforcement/recompute-due-dates.ts';
import { namePartition, personKey } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { dueEntryOf, dueKeys, personOf } from './person-item.ts';

/** The due moments in the Directory table, computed by this policy. */
export const dueDates = (client: DynamoDBDocumentClient, table: string, policy: Policy): DueDates => ({
  datedPeople: async ({ shard, top, after, domain }) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: { ':pk': namePartition(shard), ...(after !== undefined && { ':after': after }) },
        Limit: top,
        ConsistentRead: true,
      }),
    );
    const claims = Items.filter(({ sk }) => domain === undefined || domainOf(String(sk)) === domain);
    const items = await readItems(
      client,
      table,
      claims.map(({ id }) => personKey(String(id))),
    );
    return { people: items.map(datedPerson), ...(LastEvaluatedKey && { next: String(LastEvaluatedKey.sk) }) };
  },
  dateEarlier: async (person) => {
    const keys = dueKeys(person, policy);
    if (!keys) return false;
    const update = new UpdateCommand({
      TableName: table,
      Key: personKey(person.id),
      UpdateExpression: 'SET dueShard = :shard, dueAt = :at',
      // Two walks by different settings may meet: the earlier moment stays.
      ConditionExpression: '#version = :version AND (attribute_not_exists(dueAt) OR dueAt > :at)',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':shard': keys.dueShard, ':at': keys.dueAt, ':version': person.version },
    });
    return isWritten(client, update);
  },
  putOff: async (id, now, until) => {
    const update = new UpdateCommand({
      TableName: table,
      Key: personKey(id),
      UpdateExpression: 'SET dueAt = :until',
      // Whoever was written meanwhile, or put off by another sweep, has a moment that is right.
      ConditionExpression: 'dueAt <= :now',
      // Behind the moment stands what ends: `~` sorts behind all of it.
      ExpressionAttributeValues: { ':now': `${now}#~`, ':until': until },
    });
    await isWritten(client, update);
  },
});

const datedPerson = (item: Record<string, unknown>): DatedPerson => {
  const person = personOf(item);
  return item.dueAt === undefined ? { person } : { person, dueAt: instant(dueEntryOf(item).moment) };
};

const isWritten = async (client: DynamoDBDocumentClient, update: UpdateCommand): Promise<boolean> => {
  try {
    await client.send(update);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
