/** News of a mail from an event of SES. */
import type { MailDelivery } from '../../domain/person.ts';
import { instant } from '../../domain/time.ts';
import type { DeliveryNews } from '../../work/credentials/record-delivery.ts';
import { peopleIn } from './mail-tags.ts';

/** What is read of an event, as EventBridge brings it. */
export type MailEvent = {
  time: string;
  detail: {
    eventType: string;
    mail: { tags: Readonly<Record<string, readonly string[]>> };
    bounce?: { bounceType: string; bounceSubType?: string | undefined } | undefined;
    complaint?: { complaintFeedbackType?: string | null | undefined } | undefined;
  };
};

/** What an event tells of whom; undefined for one that tells nothing of the kind. */
export const newsOf = ({ time, detail }: MailEvent): DeliveryNews | undefined => {
  const told = toldBy(detail);
  const people = peopleIn(detail.mail.tags);
  if (!told || people.length === 0) return undefined;
  return { delivery: { ...told, dateTime: instant(time) }, people };
};

const toldBy = ({ eventType, bounce, complaint }: MailEvent['detail']): Omit<MailDelivery, 'dateTime'> | undefined => {
  switch (eventType) {
    case 'Delivery':
      return { state: 'delivered' };
    case 'Bounce':
      return { state: 'bounced', reason: joined(bounce?.bounceType, bounce?.bounceSubType) };
    case 'Complaint':
      return { state: 'complaint', reason: joined(complaint?.complaintFeedbackType) };
    // Nobody got it: SES found a virus in it, or could not write it.
    case 'Reject':
    case 'Rendering Failure':
      return { state: 'bounced', reason: eventType.replace(' ', '') };
    default:
      return undefined;
  }
};

/** Words of SES, such as `Permanent/General`; whatever else an event may hold does not get in. */
const joined = (...words: (string | null | undefined)[]): string =>
  words.filter((word) => word && /^[A-Za-z-]{1,40}$/.test(word)).join('/') || 'Unknown';
