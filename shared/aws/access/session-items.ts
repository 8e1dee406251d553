/** Sessions of people in the Directory table: an item beside each token, by which its holder finds it. */
import type { SignInSource } from '../../domain/passwords/sign-in-record.ts';
import { epochSeconds, type Instant, instant } from '../../domain/time.ts';
import type { KeptSession } from '../../work/access/sessions.ts';
import type { Grant } from '../../work/access/tokens.ts';
import { directoryKinds } from '../item-kinds.ts';

type Item = Record<string, unknown>;

export const sessionPartition = (userId: string) => `${directoryKinds.sessions}${userId}`;
export const sessionKey = (userId: string, tokenId: string) => ({ pk: sessionPartition(userId), sk: tokenId });

/** The item of a session; undefined for what is none: another's token, and one that is good for changing a password alone. */
export const sessionItem = (
  tokenId: string,
  grant: Grant,
  { from, until }: { from: Instant; until: Instant },
  source: SignInSource | undefined,
): Item | undefined => {
  if (grant.kind !== 'person' || grant.restrictedTo) return undefined;
  return {
    ...sessionKey(grant.userId, tokenId),
    createdDateTime: from,
    generation: grant.generation,
    ...(source && { ipAddress: source.ipAddress, userAgent: source.userAgent }),
    expiresAt: epochSeconds(until),
  };
};

/** The session in an item. */
export const keptSessionOf = (item: Item): KeptSession => ({
  tokenId: String(item.sk),
  createdDateTime: item.createdDateTime as Instant,
  endDateTime: instant(Number(item.expiresAt) * 1000),
  generation: Number(item.generation),
  ...(item.ipAddress !== undefined && {
    source: { ipAddress: String(item.ipAddress), userAgent: String(item.userAgent) },
  }),
});
