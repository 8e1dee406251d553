/** The administrator of a local start. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mintToken, principalOf } from '../../../shared/aws/tokens.ts';
import { instant } from '../../../shared/domain/time.ts';

const principal = { id: 'administrator', displayName: 'Local administrator', roles: ['Global Administrator'] };

const tokenDays = 3650;

/** The administrator's token: the one in the file while it is good, else a new one, which is then kept there. */
export const administratorToken = async (
  client: DynamoDBClient,
  { table, file, now }: { table: string; file: string; now: Date },
): Promise<string> => {
  const documents = DynamoDBDocumentClient.from(client);
  const kept = readIfThere(file);
  if (kept !== undefined && (await principalOf(documents, table, kept, instant(now)))) return kept;
  const token = await mintToken(documents, table, { principal, now: instant(now), days: tokenDays });
  writeFileSync(file, token, { mode: 0o600 });
  return token;
};

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};
