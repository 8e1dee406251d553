/** What every mailer makes sure of, whatever the service behind it would let through. */
import { isMailAddress } from '../../domain/mail-address.ts';
import { oneLine } from '../../domain/one-line.ts';
import type { Mail } from './mailer.ts';

/**
 * The mail as it may leave: its subject on one line, so that it cannot begin another header. Undefined when an address is
 * none, such as one with a line break or with a second address in it, or when there is no address.
 */
export const outgoingMail = (mail: Mail): Mail | undefined =>
  mail.to.length > 0 && mail.to.every(isMailAddress) ? { ...mail, subject: oneLine(mail.subject) } : undefined;

/** Whether a refusal speaks of our own address: then every mail is refused until that is put right, and no address is at fault. */
export const speaksOfSender = (answer: string, from: string): boolean =>
  answer.toLowerCase().includes(from.toLowerCase());
