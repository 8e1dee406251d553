/** The record of sign-ins in the Directory table. */
import { type DynamoDBDocumentClient, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../domain/policy.ts';
import { everyShard, shards } from '../../domain/uuid.ts';
import type { SignInLog, SignInRange } from '../../work/access/sign-in-log.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { type KeyRange, mergedPartitions, shareOf } from '../dynamodb/merged-partitions.ts';
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

type Found = { place: string; item: Record<string, unknown> };

/** Reading. A page of 100 takes 17 requests at most, one of a person's 1. */
export const signInReads = (client: DynamoDBDocumentClient, table: string): Pick<SignInLog, 'page'> => ({
  page: async ({ subjectId, top, ...range }) => {
    const isOne = subjectId !== undefined;
    const partitions = isOne ? [signInsPartition(subjectId)] : everyShard.map(signInsByTime);
    const most = isOne ? top + 1 : shareOf(top, shards);
    const { items, end } = await mergedPartitions(
      partitions,
      (partition) => rangeIn(client, table, { partition, isOne, ...range, most }),
      ({ place }) => place,
      { descending: true },
    );
    const page = items.slice(0, top);
    const last = page.at(-1)?.place;
    const more = end !== undefined || page.length < items.length;
    const whole = isOne ? page.map(({ item }) => item) : await wholeItems(client, table, page);
    return {
      records: whole.map((item) => signInOf(item as Record<string, unknown>)),
      ...(more && last && { next: last }),
    };
  },
});

type InPartition = Pick<SignInRange, 'from' | 'before'> & { partition: string; isOne: boolean; most: number };

const rangeIn = async (
  client: DynamoDBDocumentClient,
  table: string,
  { partition, isOne, from, before, most }: InPartition,
): Promise<KeyRange<Found>> => {
  const [pk, sk] = isOne ? ['pk', 'sk'] : ['auditShard', 'auditAt'];
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      ...(isOne ? { ConsistentRead: true } : { IndexName: 'audits' }),
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :before',
      ExpressionAttributeNames: { '#pk': pk, '#sk': sk },
      ExpressionAttributeValues: { ':pk': partition, ':from': from, ':before': before },
      ScanIndexForward: false,
      Limit: most,
    }),
  );
  // BETWEEN takes in its end, which is where the page before this one ended.
  const items = Items.map((item) => ({ place: String(item[sk]), item })).filter(({ place }) => place < before);
  return { items, ...(LastEvaluatedKey && { cutAt: items.at(-1)?.place ?? '' }) };
};

/** The index holds keys alone: the items are read by them. One that expired meanwhile is left out. */
const wholeItems = async (client: DynamoDBDocumentClient, table: string, page: readonly Found[]) => {
  const keys = page.map(({ item }) => ({ pk: String(item.pk), sk: String(item.sk) }));
  const items = await readItems(client, table, keys);
  const byKey = new Map(items.map((item) => [`${item.pk}\n${item.sk}`, item]));
  return keys.flatMap(({ pk, sk }) => byKey.get(`${pk}\n${sk}`) ?? []);
};
