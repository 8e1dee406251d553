/** The list of common passwords, which lies beside the code of each function that judges one. */
import { readFileSync } from 'node:fs';
import { isInFilter } from './bloom-filter.ts';

/**
 * The list's file: a Bloom filter of 384 KiB with the 100,000 most used passwords of leaks and the words in them, in the
 * form of `commonForm`; of other texts it has 1 in 10,000,000. `npm run common-passwords` makes it, and a test measures it.
 */
export const commonPasswordsFile = 'common-passwords.bin';

let list: Uint8Array | undefined;

/** Whether a text of `commonForm` is on the list, which is read when it is first asked: no cold start waits for it. */
export const isCommonPassword = (form: string): boolean => {
  list ??= readFileSync(new URL(`./${commonPasswordsFile}`, import.meta.url));
  return isInFilter(form, list);
};
