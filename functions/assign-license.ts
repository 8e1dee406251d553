/** POST /v1.0/users/{id}/assignLicense: gives and takes licences. */
import { queueClient } from '../shared/aws/clients.ts';
import { directory } from '../shared/aws/directory.ts';
import { documentClient } from '../shared/aws/document-client.ts';
import { queue } from '../shared/aws/queues.ts';
import { assignLicenseRoute } from '../shared/lambda/assign-license-route.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onHttp } from '../shared/lambda/on-http.ts';
import type { SweepMessage } from '../shared/messages.ts';

export const variables = ['DIRECTORY_TABLE', 'SWEEP_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, SWEEP_QUEUE_URL, SETTINGS } = readEnvironment(variables);
const { policy } = SETTINGS;
const ports = {
  directory: directory(documentClient(), { directory: DIRECTORY_TABLE }, policy),
  queues: { sweeps: queue<SweepMessage>(queueClient(), SWEEP_QUEUE_URL) },
  policy,
  now,
};

export const handler = onHttp({ 'POST /v1.0/users/{id}/assignLicense': assignLicenseRoute(ports) });
