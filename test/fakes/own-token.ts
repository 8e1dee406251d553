/** Operators' tokens in memory, as their holders end them. */
import type { AuditEntry } from '../../shared/domain/audit.ts';
import type { OwnToken } from '../../shared/work/access/operator-tokens.ts';
import { copy, turn } from './memory.ts';
import type { fakeTokens } from './tokens.ts';

export const fakeOwnToken = (tokens: ReturnType<typeof fakeTokens>, audit: AuditEntry[]): OwnToken => ({
  end: async (token, now, tell) => {
    await turn();
    const kept = tokens.all.get(token);
    if (kept?.grant.kind !== 'operator' || kept.until <= now) return;
    audit.push(copy(tell({ ...kept.grant.principal, endDateTime: kept.until })));
    await tokens.forget(token);
  },
});
