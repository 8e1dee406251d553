/** Bearer tokens in memory. */
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import type { Grant, Tokens } from '../../shared/work/tokens.ts';
import { copy, turn } from './memory.ts';

export const fakeTokens = (): Tokens => {
  const grants = new Map<string, { grant: Grant; until: Instant }>();
  return {
    mint: async (grant, { from, seconds }) => {
      await turn();
      const token = `muster_${String(grants.size).padStart(43, 'x')}`;
      grants.set(token, { grant: copy(grant), until: addSeconds(from, seconds) });
      return token;
    },
    read: async (token, now) => {
      await turn();
      const found = grants.get(token);
      return found && found.until > now ? copy(found.grant) : undefined;
    },
    forget: async (token) => {
      await turn();
      grants.delete(token);
    },
  };
};
