/** Slow hashes that cost nothing, for tests that make many; the real one has its own tests. */
import { randomBytes, scryptSync } from 'node:crypto';
import { normalisePassword } from '../../shared/domain/passwords/password-rules.ts';
import { writtenCost } from '../../shared/work/passwords/hash-cost.ts';
import { type HashSlowly, verifyPassword } from '../../shared/work/passwords/password-hash.ts';

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** As `hashChosenPassword`, whose present cost is the lowest here. */
export const hashCheaply: HashSlowly = async (password, salt = randomBytes(16), cost = { ln: 1, r: 1, p: 1 }) => {
  const key = scryptSync(normalisePassword(password), salt, 32, { N: 2 ** cost.ln, r: cost.r, p: cost.p });
  return `$scrypt$${writtenCost(cost)}$${base64(salt)}$${base64(key)}`;
};

/** Whether a password is the one that was hashed like that. */
export const verifyCheaply = (password: string, phc: string): Promise<boolean> =>
  verifyPassword(password, phc, hashCheaply);
