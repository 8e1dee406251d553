/** Mail by Amazon SES. */
import type { SESClient } from '@aws-sdk/client-ses';
import type { Mailer } from '../work/mailer.ts';

/** Sends by SES as `from`, an address whose identity is verified in the client's region. */
export const sesMailer = (_sender: { client: SESClient; from: string }): Mailer => {
  throw new Error('not written yet');
};
