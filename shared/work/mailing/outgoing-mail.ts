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

/**
 * Whether a refusal speaks of our own address: then every mail is refused until that is put right, and no address is at
 * fault. Addresses are compared whole: an answer about recruit@ says nothing of it@.
 */
export const speaksOfSender = (answer: string, from: string): boolean =>
  addressesIn(answer).includes(from.toLowerCase());

/** What an address is made of (RFC 5322, without comments and quotes), as servers write them into their answers. */
const address = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}.-]+/gu;

/** The addresses in a text, in lower case, without the quotes, the names of fields and the full stops around them. */
const addressesIn = (text: string): string[] =>
  [...text.toLowerCase().matchAll(address)].map(([found]) =>
    found
      .replace(/^(?:from|sender|mailfrom|identity)=/, '')
      .replace(/^['`]+/, '')
      .replace(/[.-]+$/, ''),
  );
