/** An operator's token that ends: its item and its place in the list go with the entry that tells of it, once. */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Policy } from '../../domain/policy.ts';
import type { OwnToken } from '../../work/access/operator-tokens.ts';
import { auditItem } from '../directory-items.ts';
import { transact } from '../dynamodb/transact.ts';
import { type KeptToken, keyOfHash, listedKey, operatorTokenOf, tokenKey } from './token-items.ts';

/** Ends a token; false when it had ended before. One of an earlier release has no place in the list. */
export const endToken = async (
  client: DynamoDBDocumentClient,
  { table, policy }: { table: string; policy: Pick<Policy, 'auditDays'> },
  { token: { createdDateTime }, tokenHash }: KeptToken,
  audit: AuditEntry,
): Promise<boolean> => {
  const isThere = { ConditionExpression: 'attribute_exists(pk)' };
  const met = await transact(client, [
    { Delete: { TableName: table, Key: keyOfHash(tokenHash), ...isThere } },
    { Put: { TableName: table, Item: auditItem(audit, policy) } },
    ...(createdDateTime === undefined
      ? []
      : [{ Delete: { TableName: table, Key: listedKey(createdDateTime, tokenHash) } }]),
  ]);
  return met === undefined;
};

/** The token of whoever asks. */
export const ownToken = (
  client: DynamoDBDocumentClient,
  table: string,
  policy: Pick<Policy, 'auditDays'>,
): OwnToken => ({
  end: async (token, now, tell) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: tokenKey(token), ConsistentRead: true }),
    );
    const kept = operatorTokenOf(Item);
    if (kept && kept.token.endDateTime > now) await endToken(client, { table, policy }, kept, tell(kept.token));
  },
});
