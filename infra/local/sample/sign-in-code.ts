/**
 * The code that signs the local administrator in: a browser shows it once, within ten minutes, in place of a token that
 * nobody wants to type. It is made here, with the right to write the table, and by no function: no role may put one.
 */
import { randomBytes } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { signInCodeKey } from '../../../shared/aws/access/sign-in-code-items.ts';
import { addSeconds, epochSeconds, type Instant } from '../../../shared/domain/time.ts';
import { tokenIdOf } from '../../../shared/work/access/token-id.ts';

/** How long a code is good. */
export const codeSeconds = 600;

/** An address of the console that signs in whoever opens it, once: what is behind the `#` is sent to no server and kept in no log. */
export const signInLink = async (
  service: DynamoDBClient,
  by: { url: string; table: string; token: string; now: Instant },
): Promise<string> => `${by.url}/console#code=${await mintSignInCode(DynamoDBDocumentClient.from(service), by)}`;

/** Stores a code that stands for an operator's token, and returns its text: 256 random bits, of which the table has a hash. */
export const mintSignInCode = async (
  client: DynamoDBDocumentClient,
  { table, token, now }: { table: string; token: string; now: Instant },
): Promise<string> => {
  const code = randomBytes(32).toString('base64url');
  const expiresAt = epochSeconds(addSeconds(now, codeSeconds));
  const Item = { ...signInCodeKey(code), tokenId: tokenIdOf(token), expiresAt };
  await client.send(new PutCommand({ TableName: table, Item }));
  return code;
};
