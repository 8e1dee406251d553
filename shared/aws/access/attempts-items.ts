/** Where what is known of passwords tried with a user name lies in the Directory table. */
import { hash } from 'node:crypto';
import { attemptsEnd, noAttempts, type SignInAttempts } from '../../domain/passwords/lockout.ts';
import { epochSeconds, type Instant } from '../../domain/time.ts';
import { canonicalUserName } from '../../domain/user-name.ts';
import type { AttemptsOf, StoredAttempts } from '../../work/passwords/sign-in-attempts.ts';
import { directoryKinds } from '../item-kinds.ts';

/** By a hash: a name may be of any length, and may be anything that somebody typed. All counts of a name lie together. */
export const attemptsKey = ({ userName, by }: AttemptsOf) => ({
  pk: `${directoryKinds.attempts}${hash('sha256', canonicalUserName(userName))}`,
  sk: by === undefined ? 'SIGNIN' : `BY#${by}`,
});

/** The attempts in an item: DynamoDB removes it only days after its end, so the time is checked too. */
export const storedAttempts = (item: Record<string, unknown> | undefined, now: Instant): StoredAttempts => {
  if (!item) return { attempts: noAttempts, version: 0 };
  const { pk: _pk, sk: _sk, version, expiresAt, ...attempts } = item;
  const isOver = Number(expiresAt) <= epochSeconds(now);
  return { attempts: isOver ? noAttempts : (attempts as SignInAttempts), version: Number(version) };
};

/** What writes attempts in place of those that were read. */
export const attemptsPut = (table: string, of: AttemptsOf, { attempts, version }: StoredAttempts, now: Instant) => ({
  TableName: table,
  Item: {
    ...attemptsKey(of),
    ...attempts,
    version: version + 1,
    expiresAt: epochSeconds(attemptsEnd(attempts, now)),
  },
  ...(version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version },
      }),
});
