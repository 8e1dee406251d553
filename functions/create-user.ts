/** POST /v1.0/users: adds one person. */
import { queueClient } from '../shared/aws/clients.ts';
import { settingsReader } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queue } from '../shared/aws/queues.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { createUserRoute } from '../shared/graph/people/create-user-route.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';

export const variables = ['DIRECTORY_TABLE', 'CREDENTIAL_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, CREDENTIAL_QUEUE_URL, SETTINGS } = readEnvironment(variables);
const client = documentClient();
const settings = settingsReader(client, DIRECTORY_TABLE, SETTINGS);
const queues = { credentials: queue<{ userIds: string[] }>(queueClient(), CREDENTIAL_QUEUE_URL) };

export const handler = onGraph(async () => {
  const { organisation, policy } = await settings();
  const people = directory(client, { directory: DIRECTORY_TABLE }, policy);
  return { 'POST /v1.0/users': createUserRoute({ directory: people, queues, organisation, policy, now }) };
});
