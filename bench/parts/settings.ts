/** The settings under which benchmarks run. */
import { join } from 'node:path';
import { settingsOf } from '../../infra/settings-file.ts';

/**
 * How fast mail leaves: at the 14 a second of a deployed sample organisation, as fast as a local start sends, or as fast
 * as the machine can.
 */
export type MailPace = 'deployed' | 'local' | 'unpaced';

const folder = join(import.meta.dirname, '../../infra/settings');

/** The settings file of each pace; they differ in nothing else. */
export const settingsFiles: Readonly<Record<MailPace, string>> = {
  deployed: join(folder, 'contoso.json'),
  local: join(folder, 'local.json'),
  unpaced: join(import.meta.dirname, 'unpaced.json'),
};

/** The sample organisation, its policy, and its mail. */
const settings = settingsOf(settingsFiles.deployed);
export const { policy, mail } = settings;
export const organisation = { ...settings.organisation, signInUrl: 'https://signin.contoso.com' };
