/** Mail by an SMTP server. */
import type { Mailer } from '../work/mailer.ts';

/** An SMTP server and the account on it that sends. */
export type SmtpAccount = { host: string; port: number; userName: string; password: string; from: string };

/** Sends by SMTP over TLS, on few connections that are kept; `close` ends them. */
export const smtpMailer = (_account: SmtpAccount): Mailer & { close(): void } => {
  throw new Error('not written yet');
};
