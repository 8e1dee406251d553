/** What is known of attempts to sign in, in memory: a write is refused to whoever read earlier than another wrote. */
import { attemptsEnd, noAttempts } from '../../shared/domain/passwords/lockout.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { canonicalUserName } from '../../shared/domain/user-name.ts';
import type { AttemptStore, AttemptsOf, StoredAttempts } from '../../shared/work/passwords/sign-in-attempts.ts';
import { copy, turn } from './memory.ts';

export const keyOfAttempts = ({ userName, by = '' }: AttemptsOf): string => `${canonicalUserName(userName)}\n${by}`;

export const fakeAttempts = (): AttemptStore & { stored: Map<string, StoredAttempts & { until: Instant }> } => {
  const stored = new Map<string, StoredAttempts & { until: Instant }>();
  return {
    stored,
    read: async (of, now) => {
      await turn();
      const found = stored.get(keyOfAttempts(of));
      if (!found) return { attempts: noAttempts, version: 0 };
      return copy({ attempts: found.until <= now ? noAttempts : found.attempts, version: found.version });
    },
    write: async (of, { attempts, version }, now) => {
      await turn();
      const key = keyOfAttempts(of);
      if ((stored.get(key)?.version ?? 0) !== version) return false;
      stored.set(key, copy({ attempts, version: version + 1, until: attemptsEnd(attempts, now) }));
      return true;
    },
  };
};
