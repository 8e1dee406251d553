/** People sign in (POST /v1.0/signIn), see themselves (GET /v1.0/me), change their password and sign out. */

import { signInAttempts } from '../shared/aws/access/sign-in-attempts.ts';
import { tokens } from '../shared/aws/access/tokens.ts';
import { settingsReader } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import * as routes from '../shared/graph/passwords/sign-in-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { hashChosenPassword } from '../shared/work/passwords/password-hash.ts';

export const variables = ['DIRECTORY_TABLE', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, SETTINGS } = readEnvironment(variables);
const client = documentClient();
const settings = settingsReader(client, DIRECTORY_TABLE, SETTINGS);
const stores = { attempts: signInAttempts(client, DIRECTORY_TABLE), tokens: tokens(client, DIRECTORY_TABLE) };

export const handler = onGraph(async () => {
  const { policy } = await settings();
  const people = directory(client, { directory: DIRECTORY_TABLE }, policy);
  const ports = { ...stores, directory: people, hashSlowly: hashChosenPassword, policy, now };
  return {
    'POST /v1.0/signIn': routes.signInRoute(ports),
    'GET /v1.0/me': routes.meRoute(ports),
    'POST /v1.0/me/changePassword': routes.changePasswordRoute(ports),
    'POST /v1.0/me/signOut': routes.signOutRoute(ports),
    'POST /v1.0/me/revokeSignInSessions': routes.revokeOwnSessionsRoute(ports),
  };
});
