/** Bearer tokens: opaque, 256 bits, stored hashed. */
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { addSeconds, epochSeconds, type Instant, instant } from '../../domain/time.ts';
import { tokenIdOf } from '../../work/access/token-id.ts';
import type { Grant, Tokens } from '../../work/access/tokens.ts';
import { transact } from '../dynamodb/transact.ts';
import { sessionItem, sessionKey } from './session-items.ts';
import { keyOfHash, newToken, tokenItem, tokenKey } from './token-items.ts';

/** Reading tokens: all that whoever asks who somebody is needs. */
export const tokenReads = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Tokens, 'read' | 'readById' | 'until'> => {
  const itemOf = async (id: string, now: Instant) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOfHash(id), ConsistentRead: true }));
    return Item && Number(Item.expiresAt) > epochSeconds(now) ? Item : undefined;
  };
  const readById: Tokens['readById'] = async (id, now) => {
    const item = await itemOf(id, now);
    return item && grantOf(item.grant);
  };
  return {
    readById,
    read: (token, now) => readById(tokenIdOf(token), now),
    until: async (token, now) => {
      const item = await itemOf(tokenIdOf(token), now);
      return item && instant(Number(item.expiresAt) * 1000);
    },
  };
};

/** The tokens in the Directory table. DynamoDB's TTL removes expired items only days later, so the time is checked too. */
export const tokens = (client: DynamoDBDocumentClient, table: string): Tokens => ({
  ...tokenReads(client, table),
  mint: async (grant, { from, seconds }, source) => {
    const token = newToken();
    const until = addSeconds(from, seconds);
    const Item = tokenItem(tokenIdOf(token), storedGrant(grant), until);
    const session = sessionItem(tokenIdOf(token), grant, { from, until }, source);
    if (session)
      await transact(
        client,
        [Item, session].map((each) => ({ Put: { TableName: table, Item: each } })),
      );
    else await client.send(new PutCommand({ TableName: table, Item }));
    return token;
  },
  forget: async (token, userId) => {
    const keys = [tokenKey(token), ...(userId === undefined ? [] : [sessionKey(userId, tokenIdOf(token))])];
    if (keys.length > 1)
      await transact(
        client,
        keys.map((Key) => ({ Delete: { TableName: table, Key } })),
      );
    else await client.send(new DeleteCommand({ TableName: table, Key: tokenKey(token) }));
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
