/** People sign in (POST /v1.0/signIn), see themselves (GET /v1.0/me), change their password and sign out. */
import { directory } from '../shared/aws/directory.ts';
import { settingsReader } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/document-client.ts';
import { signInAttempts } from '../shared/aws/sign-in-attempts.ts';
import { tokens } from '../shared/aws/tokens.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onHttp } from '../shared/lambda/on-http.ts';
import * as routes from '../shared/lambda/sign-in-routes.ts';
import { hashChosenPassword } from '../shared/work/password-hash.ts';

export const variables = ['DIRECTORY_TABLE', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, SETTINGS } = readEnvironment(variables);
const client = documentClient();
const settings = settingsReader(client, DIRECTORY_TABLE, SETTINGS);
const stores = { attempts: signInAttempts(client, DIRECTORY_TABLE), tokens: tokens(client, DIRECTORY_TABLE) };

export const handler = onHttp(async () => {
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
