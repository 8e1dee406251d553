/** Bearer tokens in memory, numbered from 1; `all` is what is stored. Sessions of people are those of them that are theirs. */

import type { SignInSource } from '../../shared/domain/passwords/sign-in-record.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { tokenIdOf } from '../../shared/work/access/token-id.ts';
import type { Grant, Tokens } from '../../shared/work/access/tokens.ts';
import { copy, turn } from './memory.ts';

type Kept = { grant: Grant; from: Instant; until: Instant; source?: SignInSource | undefined };

export const fakeTokens = (): Tokens & { all: ReadonlyMap<string, Kept> } => {
  const grants = new Map<string, Kept>();
  return {
    all: grants,
    mint: async (grant, { from, seconds }, source) => {
      await turn();
      const token = `muster_${String(grants.size + 1).padStart(43, 'x')}`;
      grants.set(token, { grant: copy(grant), from, until: addSeconds(from, seconds), source });
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
    until: async (token, now) => {
      await turn();
      const until = grants.get(token)?.until;
      return until !== undefined && until > now ? until : undefined;
    },
    forget: async (token) => {
      await turn();
      grants.delete(token);
    },
  };
};
