/** POST /v1.0/users: adds one person. */

import { queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { addingDirectory } from '../shared/aws/people/adding-directory.ts';
import { queues } from '../shared/aws/queues.ts';
import { keptDirectory } from '../shared/aws/wiring/kept-directory.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { createUserRoute } from '../shared/graph/people/create-user-route.ts';
import { now } from '../shared/lambda/clock.ts';
import { isCommonPassword } from '../shared/lambda/common-passwords.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';
import { hashChosenPassword } from '../shared/work/passwords/password-hash.ts';

export const variables = ['DIRECTORY_TABLE', 'CREDENTIAL_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const current = keptDirectory(documentClient(), environment, addingDirectory, now);
const ports = { queues: queues(queueClient(), environment), hashSlowly: hashChosenPassword, isCommonPassword, now };

export const handler = onGraph(
  following(
    (latest) => ({
      'POST /v1.0/users': createUserRoute({ ...ports, ...latest }),
    }),
    current,
  ),
);
