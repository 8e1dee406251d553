/**
 * Operators' tokens in the Directory table: the token itself, and its place in a list of a partition of its own, so that
 * nobody has to look through the table for them. Those that an earlier release minted have no such place.
 */
import { type DynamoDBDocumentClient, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { ListedToken } from '../../domain/access/operator-token.ts';
import type { Policy } from '../../domain/policy.ts';
import { epochSeconds, type Instant } from '../../domain/time.ts';
import type { OperatorTokens } from '../../work/access/operator-tokens.ts';
import { tokenIdOf } from '../../work/access/token-id.ts';
import { auditItem } from '../directory-items.ts';
import { transact } from '../dynamodb/transact.ts';
import { endToken } from './own-token.ts';
import {
  type KeptToken,
  listedKey,
  newToken,
  operatorTokenOf,
  tokenItem,
  tokenList,
  tokenPrefix,
} from './token-items.ts';

/** The tokens behind their port, for whoever has rights of their own to the table. */
export const operatorTokens = (
  client: DynamoDBDocumentClient,
  table: string,
  policy: Pick<Policy, 'auditDays'>,
): OperatorTokens => {
  const listed = () => keptTokens(listPages(client, table), (item) => item.token as KeptToken | undefined);
  const everywhere = () => keptTokens(scanPages(client, table), operatorTokenOf);
  const list = async (kept: Promise<KeptToken[]>, now: Instant): Promise<ListedToken[]> =>
    (await kept).map(({ token }) => token).filter(({ endDateTime }) => endDateTime > now);
  return {
    mint: async ({ id, displayName, roles, ...principal }, { from, until }, audit) => {
      const text = newToken();
      const tokenHash = tokenIdOf(text);
      const grant = { kind: 'operator', principal: { ...principal, id, displayName, roles } };
      const token: ListedToken = { id, displayName, roles, createdDateTime: from, endDateTime: until };
      const place = { ...listedKey(from, tokenHash), token: { token, tokenHash }, expiresAt: epochSeconds(until) };
      await transact(client, [
        { Put: { TableName: table, Item: tokenItem(tokenHash, grant, until, from) } },
        { Put: { TableName: table, Item: place } },
        { Put: { TableName: table, Item: auditItem(audit, policy) } },
      ]);
      return text;
    },
    list: (now) => list(listed(), now),
    listEverywhere: (now) => list(everywhere(), now),
    revoke: async (id, { now, everywhere: isScan, tell }) => {
      const kept = await (isScan ? everywhere() : listed());
      let revoked = 0;
      for (const one of kept.filter(({ token }) => token.id === id && token.endDateTime > now)) {
        if (await endToken(client, { table, policy }, one, tell(one.token))) revoked += 1;
      }
      return revoked;
    },
  };
};

type Items = AsyncIterable<{ Items?: Record<string, unknown>[] | undefined }>;

const listPages = (client: DynamoDBDocumentClient, table: string): Items =>
  paginateQuery(
    { client },
    {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': tokenList },
      ConsistentRead: true,
    },
  );

const scanPages = (client: DynamoDBDocumentClient, table: string): Items =>
  paginateScan(
    { client },
    {
      TableName: table,
      FilterExpression: 'begins_with(pk, :prefix)',
      ExpressionAttributeValues: { ':prefix': tokenPrefix },
      ConsistentRead: true,
    },
  );

const keptTokens = async (
  pages: Items,
  tokenOf: (item: Record<string, unknown>) => KeptToken | undefined,
): Promise<KeptToken[]> => {
  const kept: KeptToken[] = [];
  for await (const { Items = [] } of pages) kept.push(...Items.flatMap((item) => tokenOf(item) ?? []));
  return kept;
};
