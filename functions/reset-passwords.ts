/** Administrators reset a person's password, or sign a person out everywhere. */

import { signInAttempts } from '../shared/aws/access/sign-in-attempts.ts';
import { queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queues } from '../shared/aws/queues.ts';
import { keptDirectory } from '../shared/aws/wiring/kept-directory.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { resetPasswordRoute, revokeSessionsRoute } from '../shared/graph/passwords/reset-password-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { isCommonPassword } from '../shared/lambda/common-passwords.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';
import { hashChosenPassword } from '../shared/work/passwords/password-hash.ts';

export const variables = ['DIRECTORY_TABLE', 'CREDENTIAL_QUEUE_URL', 'NOTICE_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const client = documentClient();
const current = keptDirectory(client, environment, directory, now);
const ports = {
  attempts: signInAttempts(client, environment.DIRECTORY_TABLE),
  queues: queues(queueClient(), environment),
  hashSlowly: hashChosenPassword,
  isCommonPassword,
  now,
};

export const handler = onGraph(
  following((latest) => {
    const all = { ...ports, ...latest };
    return {
      'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword': resetPasswordRoute(all),
      'POST /v1.0/users/{id}/revokeSignInSessions': revokeSessionsRoute(all),
    };
  }, current),
);
