/** Bearer tokens: opaque, 256 bits, stored hashed. */
import { hash, randomBytes } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Principal } from '../domain/roles.ts';
import { addDays, epochSeconds, type Instant } from '../domain/time.ts';

/** A token as it is shown, once. The prefix lets secret scanners know it. */
const newToken = (): string => `muster_${randomBytes(32).toString('base64url')}`;

const tokenKey = (token: string) => ({ pk: `TOKEN#${hash('sha256', token)}`, sk: 'TOKEN' });

/** Stores a new token for a principal, good for some days, and returns its text: the only time that it can be seen. */
export const mintToken = async (
  client: DynamoDBDocumentClient,
  table: string,
  { principal, now, days }: { principal: Principal; now: Instant; days: number },
): Promise<string> => {
  const token = newToken();
  const expiresAt = epochSeconds(addDays(now, days));
  await client.send(new PutCommand({ TableName: table, Item: { ...tokenKey(token), principal, expiresAt } }));
  return token;
};

/** Who a token stands for; undefined for an unknown or expired one (DynamoDB's TTL removes items only days later). */
export const principalOf = async (
  client: DynamoDBDocumentClient,
  table: string,
  token: string,
  now: Instant,
): Promise<Principal | undefined> => {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: tokenKey(token), ConsistentRead: true }));
  return Item && Number(Item.expiresAt) > epochSeconds(now) ? (Item.principal as Principal) : undefined;
};
