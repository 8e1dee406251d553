/** The administrator of a local start. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { operatorTokens } from '../../../shared/aws/access/operator-tokens.ts';
import { tokens } from '../../../shared/aws/access/tokens.ts';
import { tokenDays, tokenEntry } from '../../../shared/domain/access/operator-token.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { actorOf, type Principal } from '../../../shared/domain/principal.ts';
import { addDays, instant } from '../../../shared/domain/time.ts';

const principal: Principal = {
  kind: 'operator',
  id: 'administrator',
  displayName: 'Local administrator',
  roles: ['Global Administrator'],
};

/** The administrator's token: the one in the file while it is good, else a new one, which is then kept there. */
export const administratorToken = async (
  client: DynamoDBClient,
  { table, file, now }: { table: string; file: string; now: Date },
): Promise<string> => {
  const documents = DynamoDBDocumentClient.from(client);
  const store = tokens(documents, table);
  const kept = readIfThere(file);
  if (kept !== undefined && (await store.read(kept, instant(now)))) return kept;
  const from = instant(now);
  const until = addDays(from, tokenDays.longLived);
  const act = { id: randomUUID(), now: from, initiatedBy: actorOf(principal) };
  const entry = tokenEntry('minted', { ...principal, endDateTime: until }, act);
  const token = await operatorTokens(documents, table, defaultPolicy).mint(principal, { from, until }, entry);
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
