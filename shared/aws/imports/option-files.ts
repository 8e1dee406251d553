/** What is known of files of options, in the Imports table. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { addDays, epochSeconds, type Instant } from '../../domain/time.ts';
import type { OptionFiles, UnusedOptions } from '../../work/imports/option-files.ts';
import { importKinds } from '../item-kinds.ts';

/** Days that it is kept: longer than a message lives, so that options which were used are not taken for new ones. */
const keptDays = 45;

/** Told of by one sweep at most; the next one, a quarter of an hour later, has the others. */
const mostAtOnce = 200;

const expiry = (from: Instant) => ({ expiresAt: epochSeconds(addDays(from, keptDays)) });

/** Noted by the object's key, of 1,024 bytes at most, as a sort key may have. */
const keyOf = (key: string) => ({ pk: importKinds.optionFiles, sk: key });

export const optionFiles = (client: DynamoDBDocumentClient, table: string): OptionFiles => ({
  seen: async ({ key, ...seen }) => {
    const Item = { ...keyOf(key), ...seen, ...expiry(seen.dateTime) };
    const once = { ConditionExpression: 'attribute_not_exists(pk)' };
    try {
      await client.send(new PutCommand({ TableName: table, Item, ...once }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
  settled: async (key, now) => {
    const Item = { ...keyOf(key), settledDateTime: now, ...expiry(now) };
    await client.send(new PutCommand({ TableName: table, Item }));
  },
  unusedSince: async (before) => {
    const unused: UnusedOptions[] = [];
    for (let ExclusiveStartKey: Record<string, unknown> | undefined; unused.length < mostAtOnce; ) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          FilterExpression: 'attribute_not_exists(settledDateTime) AND #dateTime < :before',
          ExpressionAttributeNames: { '#dateTime': 'dateTime' },
          ExpressionAttributeValues: { ':pk': importKinds.optionFiles, ':before': before },
          ExclusiveStartKey,
          ConsistentRead: true,
        }),
      );
      unused.push(...Items.map(({ pk: _pk, sk, expiresAt: _ttl, ...seen }) => ({ ...seen, key: sk }) as UnusedOptions));
      if (!LastEvaluatedKey) break;
      ExclusiveStartKey = LastEvaluatedKey;
    }
    return unused.slice(0, mostAtOnce);
  },
});
