import { settingsBeside } from '../../shared/lambda/settings/beside-code.ts';
import { type DeploymentSettings, functionSettingsSchema } from '../../shared/settings.ts';
import type { Access } from './access.ts';

/**
 * The settings as functions read them: in a file of their package, however long. What is known at deployment only comes by
 * the environment: where people sign in, which is the API's own page unless the file says otherwise.
 */
export const allowReadingSettings = (
  settings: DeploymentSettings,
  api: { readonly url: string },
): Access<'SETTINGS'> => {
  const { signInUrl } = settings.organisation;
  const known = signInUrl === undefined ? { organisation: { signInUrl: `${api.url}/signin` } } : {};
  return {
    environment: { SETTINGS: JSON.stringify(known) },
    files: { [settingsBeside]: JSON.stringify(settingsOfFunctions(settings)) },
    allow: () => {},
  };
};

/** What is of the deployment alone is no function's: a change of it changes none. */
const settingsOfFunctions = (settings: DeploymentSettings): object =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => Object.hasOwn(functionSettingsSchema.shape, name)));
