/** The way out for mail that a deployment's settings choose: SES, or SMTP where SES does not exist. */

import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import type { Settings } from '../settings.ts';
import type { Mailer } from '../work/mailer.ts';
import { paced } from '../work/paced.ts';
import { readSecret } from './secret.ts';
import { sesMailer } from './ses-mailer.ts';

/**
 * Calls that may send at once: two functions, each with the least concurrency that an event source can have (2; 1 is
 * not allowed). Each keeps to its share, so that all together keep to the account's rate.
 */
const callsAtOnce = 4;

/** The mailer of one call, paced to its share. `secretName` names the secret with the SMTP password. */
export const mailOutlet = async (
  { mail, organisation }: Settings,
  secretName: string | undefined,
): Promise<{ mailer: Mailer; mailsPerSecond: number }> => {
  const mailsPerSecond = mail.mailsPerSecond / callsAtOnce;
  const from = organisation.senderMail;
  if (mail.transport === 'ses') {
    return { mailer: paced(sesMailer({ client: new SESClient(), from }), mailsPerSecond), mailsPerSecond };
  }
  // Loaded where it is used only: it is larger than all the rest of mailing, and bundles for SES leave it out.
  const { smtpMailer } = await import('../smtp/smtp-mailer.ts');
  const password = await readSecret(new SecretsManagerClient(), secretName ?? mail.passwordSecretName);
  const { host, port, userName } = mail;
  return { mailer: paced(smtpMailer({ host, port, userName, password, from }), mailsPerSecond), mailsPerSecond };
};
