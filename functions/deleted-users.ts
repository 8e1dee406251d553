/** /v1.0/directory/deletedItems: deleted people are looked up, restored, and removed for good. */

import { queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queues } from '../shared/aws/queues.ts';
import { keptDirectory } from '../shared/aws/wiring/kept-directory.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import {
  listDeletedUsersRoute,
  purgeUserRoute,
  readDeletedUserRoute,
  restoreUserRoute,
} from '../shared/graph/people/deleted-user-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';

export const variables = ['DIRECTORY_TABLE', 'CREDENTIAL_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const current = keptDirectory(documentClient(), environment, directory, now);
const ports = { queues: queues(queueClient(), environment), now };

export const handler = onGraph(
  following((latest) => {
    const all = { ...ports, ...latest };
    return {
      'GET /v1.0/directory/deletedItems/microsoft.graph.user': listDeletedUsersRoute(all),
      'GET /v1.0/directory/deletedItems/{id}': readDeletedUserRoute(all),
      'POST /v1.0/directory/deletedItems/{id}/restore': restoreUserRoute(all),
      'DELETE /v1.0/directory/deletedItems/{id}': purgeUserRoute(all),
    };
  }, current),
);
