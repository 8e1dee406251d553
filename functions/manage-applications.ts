/** /v1.0/applications: programs that use the API, their roles and their secrets. */
import { applications } from '../shared/aws/access/applications.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { applicationRoutes } from '../shared/graph/access/application-routes.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';

export const variables = ['DIRECTORY_TABLE', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, SETTINGS } = readEnvironment(variables);
const ports = { applications: applications(documentClient(), DIRECTORY_TABLE, SETTINGS.policy), now };

export const handler = onGraph(applicationRoutes(ports));
