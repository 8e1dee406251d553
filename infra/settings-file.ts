import { readFileSync } from 'node:fs';
import { type DeploymentSettings, readSettings } from '../shared/settings.ts';

/** Settings of a file. Throws an Error that names the file and what is wrong in it. */
export const settingsOf = (file: string): DeploymentSettings => {
  try {
    return readSettings(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
};
