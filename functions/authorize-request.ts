/** Called by the HTTP API before every route: resolves the bearer token to a principal with roles. */
import { documentClient } from '../shared/aws/document-client.ts';
import { principalOf } from '../shared/aws/tokens.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onAuthorize } from '../shared/lambda/on-authorize.ts';

export const variables = ['DIRECTORY_TABLE'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE } = readEnvironment(variables);
const client = documentClient();

export const handler = onAuthorize((token) => principalOf(client, DIRECTORY_TABLE, token, now()));
