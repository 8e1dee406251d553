/** The access keys of one data folder: whoever shows one may read that folder, and nobody can guess it. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Makes and knows the keys of a data folder: the name of their holder, a dot, and a word that only the folder has. */
export type AccessKeys = {
  /** The access key id of a function, or of the user of this machine. */
  of: (holder: string) => string;
  isOurs: (accessKeyId: string) => boolean;
};

const wordBytes = 16;

/** The keys of the word in a file that only its owner may read. It is made on the first start, so that addresses that were signed before a restart stay good. */
export const readAccessKeys = (file: string): AccessKeys => {
  if (!existsSync(file)) writeFileSync(file, randomBytes(wordBytes).toString('hex'), { mode: 0o600, flag: 'wx' });
  const word = readFileSync(file, 'utf8');
  return {
    of: (holder) => `${holder}.${word}`,
    isOurs: (accessKeyId) => isSame(accessKeyId.slice(accessKeyId.lastIndexOf('.') + 1), word),
  };
};

const isSame = (shown: string, word: string): boolean =>
  shown.length === word.length && timingSafeEqual(Buffer.from(shown), Buffer.from(word));

/** Whose key it is: what stands before the word. */
export const holderOf = (accessKeyId: string): string => accessKeyId.replace(/\.[^.]*$/, '');
