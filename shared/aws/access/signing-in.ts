/** What signing in reads and writes besides people. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../domain/policy.ts';
import { entrance } from './entrance.ts';
import { operatorSessions } from './operator-sessions.ts';
import { ownToken } from './own-token.ts';
import { sessions } from './sessions.ts';
import { signInAttempts } from './sign-in-attempts.ts';
import { signInWrites } from './sign-in-log.ts';
import { tokens } from './tokens.ts';

/** Attempts, tokens and the record of sign-ins in the Directory table, kept for as long as the policy says. */
export const signingIn = (client: DynamoDBDocumentClient, table: string, policy: Policy) => ({
  attempts: signInAttempts(client, table),
  entrance: entrance(client, table),
  tokens: tokens(client, table),
  signIns: signInWrites(client, table, policy),
  ownToken: ownToken(client, table, policy),
  sessions: sessions(client, table),
  operatorSessions: operatorSessions(client, table, policy),
});
