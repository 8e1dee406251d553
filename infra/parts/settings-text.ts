import type { Settings } from '../../shared/settings.ts';
import { type Access, accessTo } from './access.ts';

/** Lambda takes 4 KB of environment; the other variables need less than the rest. */
const mostBytes = 3_000;

/** The settings as functions read them. Throws an Error when they are too long for a function's environment. */
export const allowReadingSettings = (settings: Settings): Access<'SETTINGS'> => {
  const json = JSON.stringify(settings);
  const bytes = Buffer.byteLength(json);
  if (bytes > mostBytes)
    throw new Error(`The settings take ${bytes} bytes; a function has room for ${mostBytes}. Shorten bannedPasswords.`);
  return accessTo('SETTINGS', json, () => []);
};
