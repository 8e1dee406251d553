/** What SES tells of a mail that came back, as EventBridge brings it. */
import { tagsOf } from '../../../shared/aws/mail/mail-tags.ts';

/** The first mail with somebody's credentials bounced. */
export const bounceOf = ({ id, otherMails }: { id: string; otherMails: readonly string[] }) => ({
  version: '0',
  'detail-type': 'Email Bounced',
  source: 'aws.ses',
  time: new Date().toISOString(),
  detail: {
    eventType: 'Bounce',
    bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: [] },
    mail: {
      destination: otherMails,
      tags: Object.fromEntries(tagsOf([{ id, attempt: 1 }]).map(({ Name = '', Value = '' }) => [Name, [Value]])),
    },
  },
});
