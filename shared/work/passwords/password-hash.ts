/** Password hashes in PHC string format. Two kinds, each sound for what it hashes (policies.md). */
import { hash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalisePassword } from '../../domain/passwords/password-rules.ts';
import { costOf, type HashCost, mostHashBytes, presentCost, writtenCost } from './hash-cost.ts';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** Makes the slow hash of a password (PHC string), with this salt or a fresh one, at this cost or the present one. */
export type HashSlowly = (password: string, salt?: Buffer, cost?: HashCost) => Promise<string>;

/** The slow hash of a chosen password. */
export const hashChosenPassword: HashSlowly = async (password, salt = randomBytes(16), cost = presentCost) => {
  const { ln, r, p } = cost;
  // OpenSSL counts a little more than the bytes of the blocks.
  const options = { N: 2 ** ln, r, p, maxmem: mostHashBytes + 1024 * 1024 };
  const key = await derive(normalisePassword(password), salt, 32, options);
  return `$scrypt$${writtenCost(cost)}$${base64(salt)}$${base64(key)}`;
};

/** Hash of a generated password: salted and fast, which its 112 bits and more allow (NIST SP 800-63B, look-up secrets). */
export const hashGeneratedPassword = (password: string, salt = randomBytes(16)): string =>
  `$sha256$$${base64(salt)}$${base64(hash('sha256', Buffer.concat([salt, Buffer.from(password)]), 'buffer'))}`;

/**
 * Whether a password is the one that was hashed, at whatever cost that was. Throws on a hash that is not ours, and on one
 * that costs more than a function has.
 */
export const verifyPassword = async (password: string, phc: string, hashSlowly: HashSlowly): Promise<boolean> => {
  const [, kind, , salt = ''] = phc.split('$');
  const bytes = Buffer.from(salt, 'base64');
  const cost = costOf(phc);
  if (!cost && kind !== 'sha256') throw new Error('unknown password hash');
  const again = cost ? await hashSlowly(password, bytes, cost) : hashGeneratedPassword(password, bytes);
  return sameHash(again, phc);
};

/** Whether two PHC strings have the same key, in a time that does not tell how much of it is the same. */
export const sameHash = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((phc) => Buffer.from(phc.split('$')[4] ?? '', 'base64')) as [Buffer, Buffer];
  return first.length === second.length && timingSafeEqual(first, second);
};
