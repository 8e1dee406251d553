import type { PasswordRules } from './page-data.ts';

/** Which rules a password keeps; the names are those of the rules' texts. */
export type Judgement = { ruleLength: boolean; ruleKinds: boolean; ruleSame: boolean };

/** Judges a new password while it is typed, as `checkPassword` does when it arrives, but for
 * the list of common passwords, which is held against what is sent. Runs in the browser by itself. */
export const judgePassword = (password: string, repeated: string, { least, most, kinds }: PasswordRules): Judgement => {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  const found = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(text)).length;
  return {
    ruleLength: length >= least && length <= most,
    ruleKinds: kinds <= 1 || found >= kinds,
    ruleSame: password !== '' && password === repeated,
  };
};
