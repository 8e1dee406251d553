/** The record of sign-ins in the Directory table. */
import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../domain/policy.ts';
import { everyShard, shards } from '../../domain/uuid.ts';
import type { SignInLog } from '../../work/access/sign-in-log.ts';
import { newestPage, type Spread } from '../dynamodb/newest-page.ts';
import { countedSignIn, signInItem, signInOf, signInsByTime, signInsPartition } from './sign-in-items.ts';

/** Writing, for `policy.signInLogDays`. */
export const signInWrites = (
  client: DynamoDBDocumentClient,
  table: string,
  policy: Pick<Policy, 'signInLogDays'>,
): Pick<SignInLog, 'record' | 'count'> => ({
  record: async (record) => {
    await client.send(new PutCommand({ TableName: table, Item: signInItem(record, policy) }));
  },
  count: async (one) => {
    const { pk, sk, ...told } = signInItem(countedSignIn(one), policy);
    const set = Object.entries(told).filter(([, value]) => value !== undefined);
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk, sk },
        UpdateExpression: `SET ${set.map((_, at) => `#name${at} = :value${at}`).join(', ')} ADD #count :one`,
        ExpressionAttributeNames: {
          ...Object.fromEntries(set.map(([name], at) => [`#name${at}`, name])),
          '#count': 'count',
        },
        ExpressionAttributeValues: {
          ...Object.fromEntries(set.map(([, value], at) => [`:value${at}`, value])),
          ':one': 1,
        },
      }),
    );
  },
});

/** Reading. A page of 100 takes 17 requests at most, one of a person's 1. */
export const signInReads = (client: DynamoDBDocumentClient, table: string): Pick<SignInLog, 'page'> => ({
  page: async ({ subjectId, ...range }) => {
    const { items, next } = await newestPage(client, table, spreadOf(subjectId), range);
    return { records: items.map(signInOf), ...(next !== undefined && { next }) };
  },
});

const spreadOf = (subjectId: string | undefined): Spread =>
  subjectId === undefined
    ? {
        ...{ index: 'audits', pk: 'auditShard', sk: 'auditAt', prefix: '' },
        partitions: everyShard.map(signInsByTime),
        full: shards,
      }
    : { pk: 'pk', sk: 'sk', prefix: '', partitions: [signInsPartition(subjectId)], full: 1 };
