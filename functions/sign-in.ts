/** People sign in (POST /v1.0/signIn), see themselves (GET /v1.0/me), change their password and sign out. */

import { signingIn } from '../shared/aws/access/signing-in.ts';
import { queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queues } from '../shared/aws/queues.ts';
import { keptDirectory } from '../shared/aws/wiring/kept-directory.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import * as routes from '../shared/graph/passwords/sign-in-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { isCommonPassword } from '../shared/lambda/common-passwords.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';
import { hashChosenPassword } from '../shared/work/passwords/password-hash.ts';

export const variables = ['DIRECTORY_TABLE', 'NOTICE_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const client = documentClient();
const current = keptDirectory(client, environment, directory, now);
const toQueues = { queues: queues(queueClient(), environment) };
const ports = { ...toQueues, hashSlowly: hashChosenPassword, isCommonPassword, now };

export const handler = onGraph(
  following((latest) => {
    const all = { ...ports, ...latest, ...signingIn(latest.client, environment.DIRECTORY_TABLE, latest.policy) };
    const leaving = { ...all, ...signingIn(client, environment.DIRECTORY_TABLE, latest.policy) };
    return {
      'POST /v1.0/signIn': routes.signInRoute(all),
      'GET /v1.0/me': routes.meRoute(all),
      'POST /v1.0/me/changePassword': routes.changePasswordRoute(all),
      'POST /v1.0/me/signOut': routes.signOutRoute(leaving),
      'POST /v1.0/me/revokeSignInSessions': routes.revokeOwnSessionsRoute(all),
    };
  }, current),
);
