/** POST /v1.0/users/{id}/assignLicense: gives and takes licences. */

import { queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queues } from '../shared/aws/queues.ts';
import { keptDirectory } from '../shared/aws/wiring/kept-directory.ts';
import { assignLicenseRoute } from '../shared/graph/licences/assign-license-route.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';

export const variables = ['DIRECTORY_TABLE', 'SWEEP_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const current = keptDirectory(documentClient(), environment, directory, now);
const ports = { queues: queues(queueClient(), environment), now };

export const handler = onGraph(
  following(
    (latest) => ({
      'POST /v1.0/users/{id}/assignLicense': assignLicenseRoute({ ...ports, ...latest }),
    }),
    current,
  ),
);
