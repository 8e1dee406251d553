/** What SES tells of a mail, as EventBridge brings it. */
import * as z from 'zod';

const tags = z.record(z.string(), z.array(z.string())).default({});

/** Type and subtype of a bounce alone are read: addresses and diagnoses stay in the event. */
export const mailEvent = z.object({
  source: z.literal('aws.ses'),
  time: z.string(),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ tags }),
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string().optional() }).optional(),
    complaint: z.object({ complaintFeedbackType: z.string().nullish() }).optional(),
  }),
});
