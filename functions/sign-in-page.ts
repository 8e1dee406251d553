/** GET /signin and GET /account: the pages on which people sign in and look after their account; and what leads there. */
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { keptSettings } from '../shared/aws/wiring/kept-settings.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';
import { pageRoutes } from '../shared/pages/page-routes.ts';

export const variables = ['DIRECTORY_TABLE', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, SETTINGS } = readEnvironment(variables);
const settings = keptSettings(documentClient(), { DIRECTORY_TABLE, SETTINGS }, now);

export const handler = onGraph(following(pageRoutes, settings));
