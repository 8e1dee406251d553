/** The settings under which benchmarks run. */
import { join } from 'node:path';
import { settingsOf } from '../../infra/settings-file.ts';
import { bucketOwner } from '../../shared/domain/imports/bucket-owner.ts';

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

/** The sample organisation and its policy. */
const settings = settingsOf(settingsFiles.deployed);
export const { policy } = settings;

/** Mails a second that SES allows an account which has left the sandbox, and the local mailbox says that it allows. */
export const accountRate = 14;

export const organisation = { ...settings.organisation, signInUrl: 'https://signin.contoso.com' };

/** Who imports the files of benchmarks: the owner of those in the bucket, who is looked up nowhere. */
export const owner = bucketOwner;
