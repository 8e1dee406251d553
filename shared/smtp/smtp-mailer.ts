/** Mail by an SMTP server. The only home of nodemailer. */
import { createTransport } from 'nodemailer';
import { MailDelayed, type Mailer } from '../work/mailing/mailer.ts';
import { outgoingMail, speaksOfSender } from '../work/mailing/outgoing-mail.ts';

/** An SMTP server and the account on it that sends. */
export type SmtpAccount = { host: string; port: number; userName: string; password: string; from: string };

/** The port on which TLS begins at once; on every other it begins with STARTTLS. */
const implicitTlsPort = 465;

/** Only this machine itself may be spoken to in the clear: tests do. */
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Sends by SMTP as `from`, on few connections that are kept; `close` ends them. Without TLS and a certificate that holds,
 * nothing is said to the server, the password least of all: then, as for a wrong password, mails are delayed.
 */
export const smtpMailer = ({ host, port, userName, password, from }: SmtpAccount): Mailer & { close(): void } => {
  const isLoopback = loopback.has(host);
  const transport = createTransport({
    host,
    port,
    secure: port === implicitTlsPort,
    requireTLS: !isLoopback,
    ignoreTLS: isLoopback,
    auth: { user: userName, pass: password },
    pool: true,
    maxConnections: 2,
    // Once more after a kept connection proved dead, as it does when Lambda froze us; then the mail is tried later.
    maxRequeues: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      const outgoing = outgoingMail(mail);
      if (!outgoing) return 'rejected';
      const { to, subject, text, html } = outgoing;
      const addresses = to.map((address) => ({ name: '', address }));
      try {
        await transport.sendMail({ from: { name: '', address: from }, to: addresses, subject, text, html });
        return 'sent';
      } catch (error) {
        if (!isSmtpError(error)) throw error;
        if (isRefused(error, from)) return 'rejected';
        throw new MailDelayed(String(error.responseCode ?? error.code));
      }
    },
    close: () => transport.close(),
  };
};

/** The part of nodemailer's errors that is read: its code, the server's answer, and what was said before it. */
type SmtpError = { code: string; responseCode?: number; response?: string; command?: string };

const isSmtpError = (error: unknown): error is SmtpError =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';

/**
 * A lasting refusal (5xx) of every recipient, or of the content. One that comes earlier is about our account or sender,
 * which servers may also say only when a recipient is named: by our address, or by an enhanced code (RFC 3463; 5.4.5 is
 * a used-up quota at Google, 5.7.60 and 5.7.708 an account that may not send at Microsoft). The code stands behind the
 * reply's own (RFC 2034); the same digits elsewhere may be part of an address.
 */
const isRefused = ({ responseCode = 0, response = '', command = '' }: SmtpError, from: string): boolean =>
  responseCode >= 500 &&
  (command === 'RCPT TO' || command === 'DATA') &&
  !speaksOfSender(response, from) &&
  !/^5\d\d[ -]5\.(1\.[78]|4\.5|7\.60|7\.708)(?![\w.@-])/m.test(response);
