/** People and operators sign in, see who they are and where, change their password and sign out. */

import { signingIn } from '../shared/aws/access/signing-in.ts';
import { queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queues } from '../shared/aws/queues.ts';
import { keptDirectory } from '../shared/aws/wiring/kept-directory.ts';
import { sessionRoutes } from '../shared/graph/access/session-routes.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { signInRoutes } from '../shared/graph/passwords/sign-in-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { isCommonPassword } from '../shared/lambda/common-passwords.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';
import { hashChosenPassword } from '../shared/work/passwords/password-hash.ts';

export const variables = ['DIRECTORY_TABLE', 'NOTICE_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment([...variables, 'AWS_REGION']);
const client = documentClient();
const current = keptDirectory(client, environment, directory, now);
const ports = {
  queues: queues(queueClient(), environment),
  region: environment.AWS_REGION,
  ...{ hashSlowly: hashChosenPassword, isCommonPassword, now },
};

export const handler = onGraph(
  following((latest) => {
    const all = { ...ports, ...latest, ...signingIn(latest.client, environment.DIRECTORY_TABLE, latest.policy) };
    const leaving = { ...all, ...signingIn(client, environment.DIRECTORY_TABLE, latest.policy) };
    return { ...signInRoutes(all, leaving), ...sessionRoutes(all, leaving) };
  }, current),
);
