/** Bearer tokens: opaque, 256 bits, stored hashed. */
import { hash, randomBytes } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { addSeconds, epochSeconds } from '../../domain/time.ts';
import type { Grant, Tokens } from '../../work/access/tokens.ts';
import { directoryKinds } from '../item-kinds.ts';

/** A token as it is shown, once. The prefix lets secret scanners know it. */
const newToken = (): string => `muster_${randomBytes(32).toString('base64url')}`;

const tokenKey = (token: string) => ({ pk: `${directoryKinds.tokens}${hash('sha256', token)}`, sk: 'TOKEN' });

/** The tokens in the Directory table. DynamoDB's TTL removes expired items only days later, so the time is checked too. */
export const tokens = (client: DynamoDBDocumentClient, table: string): Tokens => ({
  mint: async (grant, { from, seconds }) => {
    const token = newToken();
    const expiresAt = epochSeconds(addSeconds(from, seconds));
    await client.send(
      new PutCommand({ TableName: table, Item: { ...tokenKey(token), grant: storedGrant(grant), expiresAt } }),
    );
    return token;
  },
  read: async (token, now) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: tokenKey(token), ConsistentRead: true }),
    );
    return Item && Number(Item.expiresAt) > epochSeconds(now) ? grantOf(Item.grant) : undefined;
  },
  forget: async (token) => {
    await client.send(new DeleteCommand({ TableName: table, Key: tokenKey(token) }));
  },
});

/** In an item, what a session is restricted to goes by an older name. */
const storedGrant = (grant: Grant): Record<string, unknown> => {
  const { restrictedTo: onlyFor, ...others } = { restrictedTo: undefined, ...grant };
  return { ...others, ...(onlyFor && { onlyFor }) };
};

/** The grant in an item. */
export const grantOf = ({ onlyFor, ...others }: Record<string, unknown>): Grant =>
  ({ ...others, ...(onlyFor !== undefined && { restrictedTo: onlyFor }) }) as Grant;
