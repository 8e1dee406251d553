/** Called by the HTTP API before every route: resolves the bearer token to a principal with roles. */
import { applicationReads } from '../shared/aws/access/applications.ts';
import { tokens } from '../shared/aws/access/tokens.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { personAndRoles } from '../shared/aws/people/person-and-roles.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onAuthorize } from '../shared/lambda/on-authorize.ts';
import { resolveHolder } from '../shared/work/access/resolve-principal.ts';

export const variables = ['DIRECTORY_TABLE'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE } = readEnvironment(variables);
const client = documentClient();

const ports = {
  tokens: tokens(client, DIRECTORY_TABLE),
  applications: applicationReads(client, DIRECTORY_TABLE),
  directory: { personAndRoles: personAndRoles(client, DIRECTORY_TABLE) },
  now,
};

export const handler = onAuthorize((token) => resolveHolder(token, ports));
