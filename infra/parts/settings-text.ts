import type { DeploymentSettings, Settings } from '../../shared/settings.ts';
import { type Access, accessTo } from './access.ts';

/** Lambda takes 4 KB of environment; the other variables need less than the rest. */
const maxBytes = 3_000;

/**
 * The settings as functions read them: where people sign in is the API's own page, unless the file says otherwise.
 * Throws an Error when they are too long for a function's environment.
 */
export const allowReadingSettings = (
  { organisation, ...others }: DeploymentSettings,
  api: { readonly url: string },
): Access<'SETTINGS'> => {
  const { signInUrl = `${api.url}/signin` } = organisation;
  const settings: Settings = { ...others, organisation: { ...organisation, signInUrl } };
  // The API's address is known at deployment only, so what stands here for it is not as long as it will be.
  const json = JSON.stringify(settings);
  const bytes = Buffer.byteLength(json);
  if (bytes > maxBytes)
    throw new Error(`The settings take ${bytes} bytes; a function has room for ${maxBytes}. Shorten bannedPasswords.`);
  return accessTo('SETTINGS', json, () => []);
};
