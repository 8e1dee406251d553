/** The access keys of one data folder: whoever shows one may read that folder, and nobody can guess it. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Makes and knows the keys of a data folder: the name of their holder, a dot, and a word that follows from both. */
export type AccessKeys = {
  /** The access key id of a function, or of the user of this machine. No holder learns another's from its own. */
  of: (holder: string) => string;
  isOurs: (accessKeyId: string) => boolean;
};

const secretBytes = 32;

/**
 * The keys that follow from the secret in a file, which only its owner may read. It is made on the first start and stays,
 * so that addresses that were signed before a restart stay good.
 */
export const readAccessKeys = (file: string): AccessKeys => {
  if (!existsSync(file)) writeFileSync(file, randomBytes(secretBytes).toString('hex'), { mode: 0o600, flag: 'wx' });
  const secret = readFileSync(file, 'utf8');
  const of = (holder: string) => `${holder}.${createHmac('sha256', secret).update(holder).digest('hex').slice(0, 32)}`;
  // Each call shows one, and there are as many as functions.
  const known = new Set<string>();
  const isOurs = (accessKeyId: string): boolean => {
    if (known.has(accessKeyId)) return true;
    const isRight = isSame(accessKeyId, of(holderOf(accessKeyId)));
    if (isRight) known.add(accessKeyId);
    return isRight;
  };
  return { of, isOurs };
};

const isSame = (shown: string, own: string): boolean => {
  const [one, other] = [Buffer.from(shown), Buffer.from(own)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** Whose key it is: what stands before the word. */
export const holderOf = (accessKeyId: string): string => accessKeyId.replace(/\.[^.]*$/, '');
