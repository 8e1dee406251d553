/** What the log says of the account's mail quota. */
import { log } from './log.ts';

/** Says that the quota could not be asked for, so that one mail a second leaves, and by its code why. */
export const reportQuota = (code: string): void => log('mail quota not told, 1 a second', { codes: code });
