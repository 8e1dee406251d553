/**
 * SES's SendEmail as the SDK sends it: a form, each of whose addresses is a field of its own. The emulator beside it reads
 * the first address only, so that nobody would see who else got a mail.
 */
import { randomUUID } from 'node:crypto';
import type { KeptMail } from './mails.ts';

/** The mail of a form; undefined for any other request of SES. */
export const mailOfForm = (form: string, now: Date = new Date()): KeptMail | undefined => {
  const fields = new URLSearchParams(form);
  if (fields.get('Action') !== 'SendEmail') return undefined;
  const [text, html] = ['Text', 'Html'].map((kind) => fields.get(`Message.Body.${kind}.Data`) ?? undefined);
  return {
    messageId: `ses-${randomUUID()}`,
    from: fields.get('Source') ?? '',
    destination: { to: [...fields].filter(([name]) => isRecipient.test(name)).map(([, address]) => address) },
    subject: fields.get('Message.Subject.Data') ?? '',
    body: { ...(text !== undefined && { text }), ...(html !== undefined && { html }) },
    at: Math.floor(now.getTime() / 1000),
  };
};

const isRecipient = /^Destination\.(To|Cc|Bcc)Addresses\.member\.\d+$/;

/** What SES answers. */
export const sentAnswer = ({ messageId }: KeptMail): string =>
  `<SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult><MessageId>${messageId}</MessageId></SendEmailResult></SendEmailResponse>`;
