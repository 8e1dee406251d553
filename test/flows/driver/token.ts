/** Tokens, minted as an operator mints them: with the right to write the table. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tokens } from '../../../shared/aws/access/tokens.ts';
import { instant } from '../../../shared/domain/time.ts';
import type { Grant } from '../../../shared/work/access/tokens.ts';

const program = join(import.meta.dirname, '../../../clients/mint-token.ts');

/** A new token with a role, by `npm run token`. */
export const newToken = async (
  table: string,
  environment: Record<string, string | undefined>,
  role = 'Global Administrator',
): Promise<string> => {
  const options = ['--table', table, '--name', 'Flows', '--role', role, '--days', '1'];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options], { env: environment });
  return stdout.trim();
};

/** A new token for whatever a token can stand for, good for an hour; a thousand of them cost no process each. */
export const tokenFor = (client: DynamoDBDocumentClient, table: string, grant: Grant): Promise<string> =>
  tokens(client, table).mint(grant, { from: instant(new Date()), seconds: 3600 });
