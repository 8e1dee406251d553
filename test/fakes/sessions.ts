/** Sessions in memory: of people, and those that operators' tokens begin, by the tokens that the other fake has. */
import type { AuditEntry } from '../../shared/domain/audit.ts';
import { epochSeconds, type Instant } from '../../shared/domain/time.ts';
import type { OperatorSessions } from '../../shared/work/access/operator-sessions.ts';
import type { KeptSession, Sessions } from '../../shared/work/access/sessions.ts';
import { tokenIdOf } from '../../shared/work/access/token-id.ts';
import { copy, turn } from './memory.ts';
import type { fakeTokens } from './tokens.ts';

type FakeTokens = ReturnType<typeof fakeTokens>;

export const fakeSessions = (tokens: FakeTokens): Sessions => ({
  list: async (userId, now) => {
    await turn();
    return [...tokens.all].flatMap(([token, { grant, from, until, source }]): KeptSession[] => {
      if (grant.kind !== 'person' || grant.restrictedTo || grant.userId !== userId || until <= now) return [];
      const { generation } = grant;
      const { ipAddress = '', userAgent = '' } = source ?? {};
      return [
        {
          ...{ tokenId: tokenIdOf(token), createdDateTime: from, endDateTime: until, generation },
          ...(source && { source: { ipAddress, userAgent } }),
        },
      ];
    });
  },
  end: async (_userId, tokenId) => {
    for (const token of tokens.all.keys()) if (tokenIdOf(token) === tokenId) await tokens.forget(token);
  },
});

/** `codes` are those that are there, each with the token that it stands for and its end. */
export const fakeOperatorSessions = (
  tokens: FakeTokens,
  audit: AuditEntry[],
): OperatorSessions & { codes: Map<string, { tokenId: string; until: Instant }> } => {
  const codes = new Map<string, { tokenId: string; until: Instant }>();
  const goodCode = (code: string, now: Instant) => {
    const found = codes.get(code);
    return found && found.until > now ? found : undefined;
  };
  return {
    codes,
    tokenOf: async (tokenId, now) => {
      await turn();
      const [, kept] = [...tokens.all].find(([token]) => tokenIdOf(token) === tokenId) ?? [];
      if (kept?.grant.kind !== 'operator' || kept.until <= now) return undefined;
      const { principal } = kept.grant;
      return { tokenId, principal, token: { ...principal, endDateTime: kept.until } };
    },
    tokenIdOfCode: async (code, now) => {
      await turn();
      return goodCode(code, now)?.tokenId;
    },
    open: async ({ grant, good: { from, until }, entry, code }) => {
      await turn();
      if (code !== undefined && !goodCode(code, from)) return undefined;
      if (code !== undefined) codes.delete(code);
      audit.push(copy(entry));
      return tokens.mint(grant, { from, seconds: epochSeconds(until) - epochSeconds(from) });
    },
  };
};
