/** GET /signin: the page on which people sign in and change their password. */
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { keptSettings } from '../shared/aws/wiring/kept-settings.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';
import { signInPageRoute } from '../shared/pages/sign-in-page-route.ts';

export const variables = ['DIRECTORY_TABLE', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, SETTINGS } = readEnvironment(variables);
const settings = keptSettings(documentClient(), { DIRECTORY_TABLE, SETTINGS }, now);

export const handler = onGraph(following((latest) => ({ 'GET /signin': signInPageRoute(latest) }), settings));
