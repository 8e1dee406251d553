/** Looking at a password that somebody typed: one slow hash, whoever it is for. */
import { hash, timingSafeEqual } from 'node:crypto';
import { canonicalUserName } from '../../domain/user-name.ts';
import { type HashSlowly, verifyPassword } from './password-hash.ts';
import type { Tried } from './sign-in-attempts.ts';

/**
 * Whether a password is the one that was hashed; never, where nothing was hashed. It takes one slow hash in any case,
 * also where there is nobody, or a fast hash to compare with, so that the time tells nothing. The trace of a wrong
 * password is made of that slow hash: a wrong one is often nearly the right one.
 */
export const tryPassword = async (
  password: string,
  { phc, userName }: { phc: string | undefined; userName: string },
  hashSlowly: HashSlowly,
): Promise<Tried> => {
  const kind = phc?.split('$')[1];
  const salt = kind === 'scrypt' ? saltOf(phc ?? '') : saltFor(userName);
  const slow = await hashSlowly(password, salt);
  const trace = hash('sha256', slow, 'base64').slice(0, 16);
  return {
    isRight:
      phc !== undefined && (kind === 'scrypt' ? same(slow, phc) : await verifyPassword(password, phc, hashSlowly)),
    trace,
  };
};

const saltOf = (phc: string): Buffer => Buffer.from(phc.split('$')[3] ?? '', 'base64');

/** For a name without a slow hash of its own: the same at each attempt, so that a repeat is known, and no other name's. */
const saltFor = (userName: string): Buffer =>
  hash('sha256', `sign-in:${canonicalUserName(userName)}`, 'buffer').subarray(0, 16);

const same = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
};
