/** Administrators reset a person's password, or sign a person out everywhere. */

import { signInAttempts } from '../shared/aws/access/sign-in-attempts.ts';
import { queueClient } from '../shared/aws/clients.ts';
import { settingsReader } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queue } from '../shared/aws/queues.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { resetPasswordRoute, revokeSessionsRoute } from '../shared/graph/passwords/reset-password-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { hashChosenPassword } from '../shared/work/passwords/password-hash.ts';

export const variables = ['DIRECTORY_TABLE', 'CREDENTIAL_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, CREDENTIAL_QUEUE_URL, SETTINGS } = readEnvironment(variables);
const client = documentClient();
const settings = settingsReader(client, DIRECTORY_TABLE, SETTINGS);
const queues = { credentials: queue<{ userIds: string[] }>(queueClient(), CREDENTIAL_QUEUE_URL) };
const attempts = signInAttempts(client, DIRECTORY_TABLE);

export const handler = onGraph(async () => {
  const { policy } = await settings();
  const people = directory(client, { directory: DIRECTORY_TABLE }, policy);
  const ports = { directory: people, attempts, queues, hashSlowly: hashChosenPassword, policy, now };
  return {
    'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword': resetPasswordRoute(ports),
    'POST /v1.0/users/{id}/revokeSignInSessions': revokeSessionsRoute(ports),
  };
});
