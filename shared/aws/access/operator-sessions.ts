/** Sessions that operators' tokens begin, in the Directory table. */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../domain/policy.ts';
import type { Principal } from '../../domain/principal.ts';
import { epochSeconds, type Instant } from '../../domain/time.ts';
import type { OperatorOpening, OperatorSessions } from '../../work/access/operator-sessions.ts';
import { tokenIdOf } from '../../work/access/token-id.ts';
import { auditItem } from '../directory-items.ts';
import { transact } from '../dynamodb/transact.ts';
import { signInCodeKey } from './sign-in-code-items.ts';
import { keyOfHash, newToken, operatorTokenOf, tokenItem } from './token-items.ts';
import { storedGrant } from './tokens.ts';

/** The port: a session takes 4 write units for token and entry, which lie in one transaction, and 2 for the code. */
export const operatorSessions = (
  client: DynamoDBDocumentClient,
  table: string,
  policy: Pick<Policy, 'auditDays'>,
): OperatorSessions => {
  const read = async (key: { pk: string; sk: string }, now: Instant) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item && Number(Item.expiresAt) > epochSeconds(now) ? Item : undefined;
  };
  return {
    tokenOf: async (tokenId, now) => {
      const item = await read(keyOfHash(tokenId), now);
      const kept = operatorTokenOf(item);
      return kept && { tokenId, token: kept.token, principal: item?.grant.principal as Principal };
    },
    tokenIdOfCode: async (code, now) => (await read(signInCodeKey(code), now))?.tokenId as string | undefined,
    open: async ({ grant, good, entry, code }) => {
      const token = newToken();
      const met = await transact(client, [
        { Put: { TableName: table, Item: tokenItem(tokenIdOf(token), storedGrant(grant), good.until) } },
        { Put: { TableName: table, Item: auditItem(entry, policy) } },
        ...(code === undefined ? [] : [takeCode(table, code, good)]),
      ]);
      return met === undefined ? token : undefined;
    },
  };
};

/** Of two who take a code one does: it has to be there, and young enough, when it goes. */
const takeCode = (table: string, code: string, { from }: OperatorOpening['good']) => ({
  Delete: {
    TableName: table,
    Key: signInCodeKey(code),
    ConditionExpression: 'attribute_exists(pk) AND expiresAt > :now',
    ExpressionAttributeValues: { ':now': epochSeconds(from) },
  },
});
