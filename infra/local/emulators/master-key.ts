/** The key under which the local engine seals what AWS would encrypt, or not keep at all. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The master key in a file that only its owner may read, made on the first start. */
export const readMasterKey = (file: string): Buffer => {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
};
