/** What an account may send by Amazon SES. */
import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import type { MailQuota } from '../../work/mailing/account-pace.ts';

/** The answer is waited for before the first mail, so not for long. */
const patienceMilliseconds = 3_000;

/** Slower than this, a call would end before its next mail may leave (settings.ts): a smaller share gets so much. */
const leastPerSecond = 0.5;

/**
 * Asks SES for the account's rate, of which a share is ours, and what is left of its day for all who send. Throws when no
 * answer comes in time, or none that says so.
 */
export const sesQuota = async (client: SESClient, share = 1): Promise<MailQuota> => {
  const abortSignal = AbortSignal.timeout(patienceMilliseconds);
  const answer = await client.send(new GetSendQuotaCommand(), { abortSignal });
  const { MaxSendRate = 0, Max24HourSend = -1, SentLast24Hours = 0 } = answer;
  if (!(MaxSendRate > 0)) throw Object.assign(new Error('SES allows no mail a second'), { name: 'NoSendRate' });
  // -1 means that nothing limits them.
  const mailsLeft = Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Math.max(0, Max24HourSend - SentLast24Hours);
  return { mailsPerSecond: share === 1 ? MaxSendRate : Math.max(leastPerSecond, MaxSendRate * share), mailsLeft };
};
