/** What is known of passwords tried with a user name, in the Directory table. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AttemptStore } from '../../work/passwords/sign-in-attempts.ts';
import { attemptsKey, attemptsPut, storedAttempts } from './attempts-items.ts';

/** Attempts as items with a time to live. */
export const signInAttempts = (client: DynamoDBDocumentClient, table: string): AttemptStore => ({
  read: async (of, now) => {
    const input = { TableName: table, Key: attemptsKey(of), ConsistentRead: true };
    return storedAttempts((await client.send(new GetCommand(input))).Item, now);
  },
  write: async (of, stored, now) => {
    try {
      await client.send(new PutCommand(attemptsPut(table, of, stored, now)));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
