/** Signing out: whoever holds a token ends it. */
import { randomUUID } from 'node:crypto';
import { tokenEntry } from '../../domain/access/operator-token.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';
import type { OwnToken } from './operator-tokens.ts';
import type { Tokens } from './tokens.ts';

export type SignOutPorts = { tokens: Pick<Tokens, 'forget'>; ownToken: OwnToken; now: () => Instant };

/** Makes the token worthless at once. An operator's stands for rights of its own, so that its end is on record. */
export const signOut = async (
  token: string,
  principal: Principal,
  { tokens, ownToken, now }: SignOutPorts,
): Promise<void> => {
  if (principal.kind !== 'operator') return tokens.forget(token);
  const act = { id: randomUUID(), now: now(), initiatedBy: actorOf(principal) };
  await ownToken.end(token, act.now, (ended) => tokenEntry('revoked', ended, act));
};
