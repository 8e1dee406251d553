/** Looking at a password that somebody typed: one slow hash, whoever it is for. */
import { hash } from 'node:crypto';
import { canonicalUserName } from '../../domain/user-name.ts';
import { costOf, writtenCost } from './hash-cost.ts';
import { type HashSlowly, sameHash, verifyPassword } from './password-hash.ts';
import type { Tried } from './sign-in-attempts.ts';

/** What was found; `renewedHash` is that of a right password whose hash was made at another cost than the present one. */
export type TriedPassword = Tried & { renewedHash?: string };

/**
 * Whether a password is the one that was hashed; never, where nothing was hashed. It takes one slow hash at the present
 * cost in any case, also where there is nobody, or a fast hash to compare with, so that the time tells nothing; a hash of
 * another cost takes that beside it. The trace of a wrong password is made of that slow hash: a wrong one is often nearly
 * the right one.
 */
export const tryPassword = async (
  password: string,
  { phc, userName }: { phc: string | undefined; userName: string },
  hashSlowly: HashSlowly,
): Promise<TriedPassword> => {
  const [, kind, cost, salt = ''] = phc?.split('$') ?? [];
  const slow = await hashSlowly(password, kind === 'scrypt' ? Buffer.from(salt, 'base64') : saltFor(userName));
  const trace = hash('sha256', slow, 'base64').slice(0, 16);
  if (phc === undefined) return { isRight: false, trace };
  if (kind !== 'scrypt') return { isRight: await verifyPassword(password, phc, hashSlowly), trace };
  const stored = costOf(phc);
  // A hash that no function can make again is nobody's password: an error would tell that somebody is there.
  if (!stored) return { isRight: false, trace };
  const present = costOf(slow);
  if (present && writtenCost(present) === cost) return { isRight: sameHash(slow, phc), trace };
  const isRight = await verifyPassword(password, phc, hashSlowly);
  return { isRight, trace, ...(isRight && { renewedHash: slow }) };
};

/** For a name without a slow hash of its own: the same at each attempt, so that a repeat is known, and no other name's. */
const saltFor = (userName: string): Buffer =>
  hash('sha256', `sign-in:${canonicalUserName(userName)}`, 'buffer').subarray(0, 16);
