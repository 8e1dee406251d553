/** Bearer tokens in memory, numbered from 1; `all` is what is stored. */

import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { tokenIdOf } from '../../shared/work/access/token-id.ts';
import type { Grant, Tokens } from '../../shared/work/access/tokens.ts';
import { copy, turn } from './memory.ts';

export const fakeTokens = (): Tokens & { all: ReadonlyMap<string, { grant: Grant; until: Instant }> } => {
  const grants = new Map<string, { grant: Grant; until: Instant }>();
  return {
    all: grants,
    mint: async (grant, { from, seconds }) => {
      await turn();
      const token = `muster_${String(grants.size + 1).padStart(43, 'x')}`;
      grants.set(token, { grant: copy(grant), until: addSeconds(from, seconds) });
      return token;
    },
    read: async (token, now) => {
      await turn();
      const found = grants.get(token);
      return found && found.until > now ? copy(found.grant) : undefined;
    },
    readById: async (id, now) => {
      await turn();
      const found = [...grants].find(([token]) => tokenIdOf(token) === id)?.[1];
      return found && found.until > now ? copy(found.grant) : undefined;
    },
    forget: async (token) => {
      await turn();
      grants.delete(token);
    },
  };
};
