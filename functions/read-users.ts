/** GET /v1.0/users and GET /v1.0/users/{id}: people, one or a page of them. */

import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { keptDirectory } from '../shared/aws/wiring/kept-directory.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { listUsersRoute, readUserRoute } from '../shared/graph/people/user-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';

export const variables = ['DIRECTORY_TABLE', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const current = keptDirectory(documentClient(), environment, directory, now);

export const handler = onGraph(
  following((ports) => {
    return { 'GET /v1.0/users': listUsersRoute(ports), 'GET /v1.0/users/{id}': readUserRoute(ports) };
  }, current),
);
