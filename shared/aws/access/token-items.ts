/** Where tokens lie in the Directory table. */
import { randomBytes } from 'node:crypto';
import type { ListedToken } from '../../domain/access/operator-token.ts';
import type { Principal } from '../../domain/principal.ts';
import { epochSeconds, type Instant, instant } from '../../domain/time.ts';
import { tokenIdOf } from '../../work/access/token-id.ts';
import { directoryKinds } from '../item-kinds.ts';

/** A token as it is shown, once. The prefix lets secret scanners know it. */
export const newToken = (): string => `muster_${randomBytes(32).toString('base64url')}`;

export const tokenPrefix = directoryKinds.tokens;
export const keyOfHash = (tokenHash: string) => ({ pk: `${tokenPrefix}${tokenHash}`, sk: 'TOKEN' });
export const tokenKey = (token: string) => keyOfHash(tokenIdOf(token));

/** The list of operators' tokens, in the order in which they were minted. */
export const tokenList = directoryKinds.tokenList;
export const listedKey = (createdDateTime: Instant, tokenHash: string) => ({
  pk: tokenList,
  sk: `${createdDateTime}#${tokenHash}`,
});

/** A token's item; one of an operator knows its place in the list. */
export const tokenItem = (
  tokenHash: string,
  grant: Record<string, unknown>,
  until: Instant,
  createdDateTime?: Instant,
) => ({
  ...keyOfHash(tokenHash),
  grant,
  ...(createdDateTime !== undefined && { createdDateTime }),
  expiresAt: epochSeconds(until),
});

/** The operator's token in an item that holds one, with the keys of all that it is kept in; undefined for any other item. */
export const operatorTokenOf = (item: Record<string, unknown> | undefined): KeptToken | undefined => {
  const grant = item?.grant as { kind?: string; principal?: Principal } | undefined;
  if (!item || grant?.kind !== 'operator' || !grant.principal) return undefined;
  const { id, displayName, roles } = grant.principal;
  const createdDateTime = item.createdDateTime as Instant | undefined;
  const tokenHash = String(item.pk).slice(tokenPrefix.length);
  const token: ListedToken = {
    ...{ id, displayName, roles },
    ...(createdDateTime !== undefined && { createdDateTime }),
    endDateTime: instant(Number(item.expiresAt) * 1000),
  };
  return { token, tokenHash };
};

/** A token as it is listed, and the hash by which it is found. */
export type KeptToken = { token: ListedToken; tokenHash: string };
