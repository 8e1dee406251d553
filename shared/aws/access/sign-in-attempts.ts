/** What is known of passwords tried with a user name, in the Directory table. */
import { hash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { attemptsEnd, noAttempts, type SignInAttempts } from '../../domain/passwords/lockout.ts';
import { epochSeconds } from '../../domain/time.ts';
import { canonicalUserName } from '../../domain/user-name.ts';
import type { AttemptStore, AttemptsOf } from '../../work/passwords/sign-in-attempts.ts';
import { directoryKinds } from '../item-kinds.ts';

/** By a hash: a name may be of any length, and may be anything that somebody typed. All counts of a name lie together. */
const keyOf = ({ userName, by }: AttemptsOf) => ({
  pk: `${directoryKinds.attempts}${hash('sha256', canonicalUserName(userName))}`,
  sk: by === undefined ? 'SIGNIN' : `BY#${by}`,
});
/** Attempts as items with a time to live; DynamoDB removes them only days later, so the time is checked too. */
export const signInAttempts = (client: DynamoDBDocumentClient, table: string): AttemptStore => ({
  read: async (of, now) => {
    const input = { TableName: table, Key: keyOf(of), ConsistentRead: true };
    const { Item } = await client.send(new GetCommand(input));
    if (!Item) return { attempts: noAttempts, version: 0 };
    const { pk: _pk, sk: _sk, version, expiresAt, ...attempts } = Item;
    const isOver = Number(expiresAt) <= epochSeconds(now);
    return { attempts: isOver ? noAttempts : (attempts as SignInAttempts), version: Number(version) };
  },
  write: async (of, { attempts, version }, now) => {
    const Item = {
      ...keyOf(of),
      ...attempts,
      version: version + 1,
      expiresAt: epochSeconds(attemptsEnd(attempts, now)),
    };
    const condition =
      version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': version },
          };
    try {
      await client.send(new PutCommand({ TableName: table, Item, ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
