/** POST /v1.0/users/{id}/assignLicense: gives and takes licences. */
import { queueClient } from '../shared/aws/clients.ts';
import { settingsReader } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queue } from '../shared/aws/queues.ts';
import { assignLicenseRoute } from '../shared/graph/licences/assign-license-route.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import type { SweepMessage } from '../shared/messages/queues.ts';

export const variables = ['DIRECTORY_TABLE', 'SWEEP_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, SWEEP_QUEUE_URL, SETTINGS } = readEnvironment(variables);
const client = documentClient();
const settings = settingsReader(client, DIRECTORY_TABLE, SETTINGS);
const queues = { sweeps: queue<SweepMessage>(queueClient(), SWEEP_QUEUE_URL) };

export const handler = onGraph(async () => {
  const { policy } = await settings();
  const ports = { directory: directory(client, { directory: DIRECTORY_TABLE }, policy), queues, policy, now };
  return { 'POST /v1.0/users/{id}/assignLicense': assignLicenseRoute(ports) };
});
