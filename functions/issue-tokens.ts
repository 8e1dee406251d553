/** OAuth 2.0: POST /oauth2/v2.0/token gives an application a token for its secret; /.well-known/ says where that is. */
import { applicationReads } from '../shared/aws/access/applications.ts';
import { signInWrites } from '../shared/aws/access/sign-in-log.ts';
import { tokens } from '../shared/aws/access/tokens.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { discoveryRoute } from '../shared/oauth/discovery-route.ts';
import { tokenRoute } from '../shared/oauth/token-routes.ts';

export const variables = ['DIRECTORY_TABLE', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, SETTINGS } = readEnvironment(variables);
const client = documentClient();
const ports = {
  applications: applicationReads(client, DIRECTORY_TABLE),
  tokens: tokens(client, DIRECTORY_TABLE),
  signIns: signInWrites(client, DIRECTORY_TABLE, SETTINGS.policy),
  now,
};

export const handler = onGraph({
  'POST /oauth2/v2.0/token': tokenRoute(ports),
  'POST /{tenant}/oauth2/v2.0/token': tokenRoute(ports),
  'GET /.well-known/{document}': discoveryRoute(),
  'GET /{tenant}/v2.0/.well-known/{document}': discoveryRoute(),
});
