/** PATCH and DELETE /v1.0/users/{id}: changes a person, or deletes them so that they can be restored. */
import { queueClient } from '../shared/aws/clients.ts';
import { settingsReader } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queues } from '../shared/aws/queues.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { deleteUserRoute, updateUserRoute } from '../shared/graph/people/change-user-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';

export const variables = ['DIRECTORY_TABLE', 'NOTICE_QUEUE_URL', 'SWEEP_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const { DIRECTORY_TABLE, SETTINGS } = environment;
const client = documentClient();
const settings = settingsReader(client, DIRECTORY_TABLE, SETTINGS);
const ports = { queues: queues(queueClient(), environment), now };

export const handler = onGraph(async () => {
  const { organisation, policy } = await settings();
  const people = directory(client, { directory: DIRECTORY_TABLE }, policy);
  const all = { ...ports, directory: people, organisation, policy };
  return { 'PATCH /v1.0/users/{id}': updateUserRoute(all), 'DELETE /v1.0/users/{id}': deleteUserRoute(all) };
});
