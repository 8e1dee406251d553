/** What is known of attempts to sign in, in memory: a write is refused to whoever read earlier than another wrote. */
import { noAttempts } from '../../shared/domain/passwords/lockout.ts';
import { addDays, type Instant } from '../../shared/domain/time.ts';
import { canonicalUserName } from '../../shared/domain/user-name.ts';
import type { AttemptStore, StoredAttempts } from '../../shared/work/passwords/sign-in-attempts.ts';
import { copy, turn } from './memory.ts';

export const fakeAttempts = (): AttemptStore & { stored: Map<string, StoredAttempts & { until: Instant }> } => {
  const stored = new Map<string, StoredAttempts & { until: Instant }>();
  return {
    stored,
    read: async (userName, now) => {
      await turn();
      const found = stored.get(canonicalUserName(userName));
      if (!found) return { attempts: noAttempts, version: 0 };
      return copy({ attempts: found.until <= now ? noAttempts : found.attempts, version: found.version });
    },
    write: async (userName, { attempts, version }, now) => {
      await turn();
      const key = canonicalUserName(userName);
      if ((stored.get(key)?.version ?? 0) !== version) return false;
      const { lockedUntil } = attempts;
      const until = addDays(lockedUntil && lockedUntil > now ? lockedUntil : now, 1);
      stored.set(key, copy({ attempts, version: version + 1, until }));
      return true;
    },
  };
};
