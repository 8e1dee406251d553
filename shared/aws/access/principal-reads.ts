/** What it takes to look up who somebody is now. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ResolveAgainPorts } from '../../work/access/resolve-again.ts';
import { applicationReads } from './applications.ts';
import { tokenReads } from './tokens.ts';

/** Reads of tokens and applications; people are the directory's. */
export const principalReads = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<ResolveAgainPorts, 'tokens' | 'applications'> => ({
  tokens: tokenReads(client, table),
  applications: applicationReads(client, table),
});
