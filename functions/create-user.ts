/** POST /v1.0/users: adds one person. */
import { queueClient } from '../shared/aws/clients.ts';
import { directory } from '../shared/aws/directory.ts';
import { documentClient } from '../shared/aws/document-client.ts';
import { queue } from '../shared/aws/queues.ts';
import { now } from '../shared/lambda/clock.ts';
import { createUserRoute } from '../shared/lambda/create-user-route.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onHttp } from '../shared/lambda/on-http.ts';

export const variables = ['DIRECTORY_TABLE', 'CREDENTIAL_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, CREDENTIAL_QUEUE_URL, SETTINGS } = readEnvironment(variables);
const ports = {
  directory: directory(documentClient(), { directory: DIRECTORY_TABLE }, SETTINGS.policy),
  queues: { credentials: queue<{ userIds: string[] }>(queueClient(), CREDENTIAL_QUEUE_URL) },
  organisation: SETTINGS.organisation,
  policy: SETTINGS.policy,
  now,
};

export const handler = onHttp({ 'POST /v1.0/users': createUserRoute(ports) });
