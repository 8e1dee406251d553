/** The transport of mail that a deployment's settings choose: SES, or SMTP where SES does not exist. */

import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import type { Settings } from '../../settings.ts';
import { accountPace, type MailQuota } from '../../work/mailing/account-pace.ts';
import type { Mailer } from '../../work/mailing/mailer.ts';
import { paced } from '../../work/mailing/paced.ts';
import { readSecret } from './secret.ts';
import { sesMailer } from './ses-mailer.ts';
import { sesQuota } from './ses-quota.ts';

/**
 * Calls that may send at once: two functions, each with the least concurrency that an event source can have (2; 1 is
 * not allowed), which a test of the template holds. Each keeps to its share, so that all together keep to the account's
 * rate.
 */
export const callsAtOnce = 4;

/** The mailer, paced to this call's share, and what of the account's day is left for all. */
export type MailTransport = { mailer: Mailer } & MailQuota;

/** Variables that name the secret with the SMTP password, and SES's configuration set that tells of mails. */
export type TransportNames = {
  SMTP_PASSWORD_SECRET?: string | undefined;
  MAIL_CONFIGURATION_SET?: string | undefined;
};

/**
 * The transport, asked at each call of a function, so that it keeps to a rate that changes. `report` hears the code of what
 * kept the account from being asked.
 */
export const mailTransport = async (
  settings: Settings,
  names: TransportNames,
  report: (code: string) => void,
): Promise<() => Promise<MailTransport>> => {
  const { mailer, quota } = await unpacedTransport(settings, names, report);
  let share = 1 / callsAtOnce;
  const pacedMailer = paced(mailer, () => share);
  return async () => {
    const { mailsPerSecond, mailsLeft } = await quota();
    share = mailsPerSecond / callsAtOnce;
    return { mailer: pacedMailer, mailsPerSecond: share, mailsLeft };
  };
};

const unpacedTransport = async (
  { mail, organisation }: Settings,
  { SMTP_PASSWORD_SECRET, MAIL_CONFIGURATION_SET }: TransportNames,
  report: (code: string) => void,
): Promise<{ mailer: Mailer; quota: () => Promise<MailQuota> }> => {
  const from = organisation.senderMail;
  if (mail.transport === 'ses') {
    const client = new SESClient();
    // A set rate is the operator's word; of the day they say nothing, so only SES itself ends it.
    const ask = () => sesQuota(client, mail.shareOfRate);
    const quota = mail.mailsPerSecond === undefined ? accountPace(ask, report) : steady(mail);
    return { mailer: sesMailer({ client, from, configurationSet: MAIL_CONFIGURATION_SET }), quota };
  }
  // Loaded where it is used only: it is larger than all the rest of mailing, and bundles for SES leave it out.
  const { smtpMailer } = await import('../../smtp/smtp-mailer.ts');
  const password = await readSecret(new SecretsManagerClient(), SMTP_PASSWORD_SECRET ?? mail.passwordSecretName);
  const { host, port, userName } = mail;
  return { mailer: smtpMailer({ host, port, userName, password, from }), quota: steady(mail) };
};

const steady =
  ({ mailsPerSecond = 1 }: { mailsPerSecond?: number | undefined }) =>
  async (): Promise<MailQuota> => ({ mailsPerSecond, mailsLeft: Number.POSITIVE_INFINITY });
