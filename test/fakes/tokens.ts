/** Tokens in memory: each is a number, so that a test sees what they stand for. */
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import type { Grant, Tokens } from '../../shared/work/tokens.ts';
import { copy, turn } from './memory.ts';

export const fakeTokens = (): Tokens & { all: Map<string, { grant: Grant; end: Instant }> } => {
  const all = new Map<string, { grant: Grant; end: Instant }>();
  return {
    all,
    mint: async (grant, { from, seconds }) => {
      await turn();
      const token = `token-${all.size + 1}`;
      all.set(token, { grant: copy(grant), end: addSeconds(from, seconds) });
      return token;
    },
    read: async (token, now) => {
      await turn();
      const found = all.get(token);
      return found && found.end > now ? copy(found.grant) : undefined;
    },
    forget: async (token) => {
      await turn();
      all.delete(token);
    },
  };
};
