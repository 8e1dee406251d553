import { readFileSync } from 'node:fs';
import { type DeploymentSettings, readSettings } from '../shared/settings.ts';

/**
 * Settings of a file; `instead` goes before what it says, such as the stage that a deployment is told of. Throws an Error
 * that names the file and what is wrong in it.
 */
export const settingsOf = (file: string, instead: { stage?: string } = {}): DeploymentSettings => {
  try {
    return readSettings({ ...JSON.parse(readFileSync(file, 'utf8')), ...instead });
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
};
