/** The administrator of a local start. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tokens } from '../../../shared/aws/access/tokens.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { instant } from '../../../shared/domain/time.ts';

const principal: Principal = {
  kind: 'operator',
  id: 'administrator',
  displayName: 'Local administrator',
  roles: ['Global Administrator'],
};

const tokenDays = 3650;

/** The administrator's token: the one in the file while it is good, else a new one, which is then kept there. */
export const administratorToken = async (
  client: DynamoDBClient,
  { table, file, now }: { table: string; file: string; now: Date },
): Promise<string> => {
  const store = tokens(DynamoDBDocumentClient.from(client), table);
  const kept = readIfThere(file);
  if (kept !== undefined && (await store.read(kept, instant(now)))) return kept;
  const token = await store.mint({ kind: 'operator', principal }, { from: instant(now), seconds: tokenDays * 86_400 });
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
