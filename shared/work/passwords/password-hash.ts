/** Password hashes in PHC string format. Two kinds, each sound for what it hashes (policies.md). */
import { hash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalisePassword } from '../../domain/passwords/password-rules.ts';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** OWASP's second choice, without a native module: N = 2^17, r = 8, p = 1; half a second and 128 MiB. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** Makes the slow hash of a password (PHC string), with this salt or a fresh one. */
export type HashSlowly = (password: string, salt?: Buffer) => Promise<string>;

/** The slow hash of a chosen password. */
export const hashChosenPassword: HashSlowly = async (password, salt = randomBytes(16)) => {
  const key = await derive(normalisePassword(password), salt, 32, cost);
  return `$scrypt$ln=17,r=${cost.r},p=${cost.p}$${base64(salt)}$${base64(key)}`;
};

/** Hash of a generated password: salted and fast, which its 112 bits and more allow (NIST SP 800-63B, look-up secrets). */
export const hashGeneratedPassword = (password: string, salt = randomBytes(16)): string =>
  `$sha256$$${base64(salt)}$${base64(hash('sha256', Buffer.concat([salt, Buffer.from(password)]), 'buffer'))}`;

/** Whether a password is the one that was hashed. Throws on a hash that is not ours. */
export const verifyPassword = async (password: string, phc: string, hashSlowly: HashSlowly): Promise<boolean> => {
  const [, kind, , salt = '', key = ''] = phc.split('$');
  const bytes = Buffer.from(salt, 'base64');
  const again = kind === 'scrypt' ? await hashSlowly(password, bytes) : hashGeneratedPassword(password, bytes);
  if (kind !== 'scrypt' && kind !== 'sha256') throw new Error('unknown password hash');
  const [expected, found] = [Buffer.from(key, 'base64'), Buffer.from(again.split('$')[4] ?? '', 'base64')];
  return expected.length === found.length && timingSafeEqual(expected, found);
};
