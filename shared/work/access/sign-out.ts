/** Signing out: whoever holds a token ends it. */
import { randomUUID } from 'node:crypto';
import { tokenEntry } from '../../domain/access/operator-token.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';
import type { OwnToken } from './operator-tokens.ts';
import { tokenIdOf } from './token-id.ts';
import type { Tokens } from './tokens.ts';

export type SignOutPorts = { tokens: Pick<Tokens, 'forget'>; ownToken: OwnToken; now: () => Instant };

/**
 * Makes the token worthless at once. An operator's stands for rights of its own, so that its end is on record; a session
 * that was begun with one ends alone, and its token stays good.
 */
export const signOut = async (
  token: string,
  principal: Principal,
  { tokens, ownToken, now }: SignOutPorts,
): Promise<void> => {
  if (principal.kind !== 'operator')
    return tokens.forget(token, principal.kind === 'person' ? principal.id : undefined);
  const isSession = principal.credentialId !== undefined && principal.credentialId !== tokenIdOf(token);
  if (isSession) return tokens.forget(token);
  const act = { id: randomUUID(), now: now(), initiatedBy: actorOf(principal) };
  await ownToken.end(token, act.now, (ended) => tokenEntry('revoked', ended, act));
};
