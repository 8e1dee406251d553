/** Passwords that Muster makes. */

/** Letters and digits without look-alikes (no 0 O o 1 I l). */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
const groups = 5;
const groupLength = 4;

/** Entropy of a generated password in bits (116): above the 112 at which a salted fast hash is sound (NIST SP 800-63B). */
export const generatedPasswordBits = Math.floor(groups * groupLength * Math.log2(alphabet.length));

/**
 * A password of five groups of four, such as `k7Rm-9pQx-...`, that a person can read and type. `pick` returns a whole
 * number from 0 up to but not including its argument, each as likely, from a cryptographic source.
 */
export const generatePassword = (pick: (below: number) => number): string => {
  const character = () => alphabet.charAt(pick(alphabet.length));
  const group = () => Array.from({ length: groupLength }, character).join('');
  const password = Array.from({ length: groups }, group).join('-');
  // Lower case, upper case and digit must all be there, for systems downstream that check; nearly every draw has them.
  return [/[a-z]/, /[A-Z]/, /[2-9]/].every((kind) => kind.test(password)) ? password : generatePassword(pick);
};
