/** PATCH and DELETE /v1.0/users/{id}: changes a person, or deletes them so that they can be restored. */

import { queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queues } from '../shared/aws/queues.ts';
import { keptDirectory } from '../shared/aws/wiring/kept-directory.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { deleteUserRoute, updateUserRoute } from '../shared/graph/people/change-user-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { isCommonPassword } from '../shared/lambda/common-passwords.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';
import { hashChosenPassword } from '../shared/work/passwords/password-hash.ts';

export const variables = ['DIRECTORY_TABLE', 'NOTICE_QUEUE_URL', 'SWEEP_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const current = keptDirectory(documentClient(), environment, directory, now);
const ports = { queues: queues(queueClient(), environment), hashSlowly: hashChosenPassword, isCommonPassword, now };

export const handler = onGraph(
  following((latest) => {
    const all = { ...ports, ...latest };
    return { 'PATCH /v1.0/users/{id}': updateUserRoute(all), 'DELETE /v1.0/users/{id}': deleteUserRoute(all) };
  }, current),
);
