/** A chosen password on its way into the directory. */
import type { Person } from '../../domain/person.ts';
import { Refused } from '../../domain/refusals.ts';
import { type HashSlowly, verifyPassword } from './password-hash.ts';

/**
 * The hash of a new password for a person, for `withNewPassword`. Throws `Refused` PasswordRepeated when it is the
 * present or the last one. Slow on purpose, up to three times half a second, so every other rule is asked before; the
 * answer holds for the passwords that `person` has, which whoever writes it must see unchanged.
 */
export const hashNewPassword = async (
  password: string,
  { password: { hash, previousHash } }: Person,
  hashSlowly: HashSlowly,
  target = 'passwordProfile.password',
): Promise<string> => {
  for (const used of [hash, previousHash]) {
    if (used !== undefined && (await verifyPassword(password, used, hashSlowly))) {
      throw new Refused({ code: 'PasswordRepeated', target });
    }
  }
  return hashSlowly(password);
};
