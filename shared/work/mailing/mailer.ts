/** The port through which mail leaves. */

import type { MailedAttempt } from '../../domain/credentials/mail-delivery.ts';

/**
 * A mail: its addresses, its one-line subject, and the same content twice. `about` names those whose credentials it
 * carries, for a service that tells later what became of it.
 */
export type Mail = {
  to: readonly string[];
  subject: string;
  text: string;
  html: string;
  about?: readonly MailedAttempt[];
};

/**
 * Sends a mail. `sent`: the service took it for at least one of its addresses. `rejected`: the service will never take
 * it for any of them, so it goes elsewhere (an address that is none or does not exist, or content that is refused).
 * Throws `MailDelayed` when the same mail may be taken later. Any other error is a fault of ours or of the installation.
 */
export type Mailer = { send(mail: Mail): Promise<'sent' | 'rejected'> };

/**
 * Thrown when a mail could not be sent now and nothing is wrong with it: throttling, a used-up quota, paused sending, a
 * sender that is not verified, a server that cannot be reached. `reason` is the service's own code and safe to log; its
 * message is not kept, because it may name addresses.
 */
export class MailDelayed extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`The mail could not be sent now: ${reason}`);
    this.name = 'MailDelayed';
    this.reason = reason;
  }
}
