/** Bearer tokens: opaque, 256 bits, stored hashed. */
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { addSeconds, epochSeconds } from '../../domain/time.ts';
import { tokenIdOf } from '../../work/access/token-id.ts';
import type { Grant, Tokens } from '../../work/access/tokens.ts';
import { keyOfHash, newToken, tokenItem, tokenKey } from './token-items.ts';

/** Reading tokens: all that whoever asks who somebody is needs. */
export const tokenReads = (client: DynamoDBDocumentClient, table: string): Pick<Tokens, 'read' | 'readById'> => {
  const readById: Tokens['readById'] = async (id, now) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOfHash(id), ConsistentRead: true }));
    return Item && Number(Item.expiresAt) > epochSeconds(now) ? grantOf(Item.grant) : undefined;
  };
  return { readById, read: (token, now) => readById(tokenIdOf(token), now) };
};

/** The tokens in the Directory table. DynamoDB's TTL removes expired items only days later, so the time is checked too. */
export const tokens = (client: DynamoDBDocumentClient, table: string): Tokens => ({
  ...tokenReads(client, table),
  mint: async (grant, { from, seconds }) => {
    const token = newToken();
    const Item = tokenItem(tokenIdOf(token), storedGrant(grant), addSeconds(from, seconds));
    await client.send(new PutCommand({ TableName: table, Item }));
    return token;
  },
  forget: async (token) => {
    await client.send(new DeleteCommand({ TableName: table, Key: tokenKey(token) }));
  },
});

/** In an item, what a session is restricted to goes by an older name. */
export const storedGrant = (grant: Grant): Record<string, unknown> => {
  const { restrictedTo: onlyFor, ...others } = { restrictedTo: undefined, ...grant };
  return { ...others, ...(onlyFor && { onlyFor }) };
};

/** The grant in an item. */
export const grantOf = ({ onlyFor, ...others }: Record<string, unknown>): Grant =>
  ({ ...others, ...(onlyFor !== undefined && { restrictedTo: onlyFor }) }) as Grant;
