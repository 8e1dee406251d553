/** Mail by Amazon SES. */
import { type SESClient, SESServiceException, SendEmailCommand } from '@aws-sdk/client-ses';
import { MailDelayed, type Mailer } from '../../work/mailing/mailer.ts';
import { outgoingMail, speaksOfSender } from '../../work/mailing/outgoing-mail.ts';
import { tagsOf } from './mail-tags.ts';

export type SesOptions = { client: SESClient; from: string; configurationSet?: string | undefined };

/**
 * Sends by SES as `from`, an address whose identity is verified in the client's region. Every mail goes by the
 * configuration set, where there is one: by TLS only, and with news of those that name people by their tags.
 */
export const sesMailer = ({ client, from, configurationSet }: SesOptions): Mailer => ({
  send: async (mail) => {
    const outgoing = outgoingMail(mail);
    if (!outgoing) return 'rejected';
    const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
    const command = new SendEmailCommand({
      ...(configurationSet && { ConfigurationSetName: configurationSet }),
      ...(configurationSet && mail.about && { Tags: tagsOf(mail.about) }),
      Source: from,
      Destination: { ToAddresses: [...outgoing.to] },
      Message: {
        Subject: utf8(outgoing.subject),
        Body: { Text: utf8(outgoing.text), Html: utf8(outgoing.html) },
      },
    });
    try {
      await client.send(command);
      return 'sent';
    } catch (error) {
      if (isRefused(error, from)) return 'rejected';
      const delay = delayOf(error);
      if (delay) throw new MailDelayed(delay);
      throw error;
    }
  },
});

/** An address that SES cannot read, one that its sandbox does not know, or content that it will not carry. */
const isRefused = (error: unknown, from: string): boolean =>
  error instanceof SESServiceException &&
  (error.name === 'MessageRejected' || error.name === 'InvalidParameterValue') &&
  // SES also says "rejected" when the sender is not verified, or when sending is paused.
  !speaksOfSender(error.message, from) &&
  !isPaused(error.message);

const isPaused = (message: string): boolean => /\bsending (is |has been )?(paused|suspended)\b/i.test(message);

/**
 * Names without `Exception`, which some versions of the service and the SDK append. Throttling covers "Maximum sending
 * rate exceeded" and "Daily message quota exceeded". The others wait for an operator; a rejected message and an invalid
 * value are among them only when they are no refusal, because they speak of the sender or of sending that is paused.
 */
const passingFaults: ReadonlySet<string> = new Set([
  'Throttling',
  'LimitExceeded',
  'MessageRejected',
  'InvalidParameterValue',
  'AccountSendingPaused',
  'ConfigurationSetSendingPaused',
  'ConfigurationSetDoesNotExist',
  'MailFromDomainNotVerified',
  'FromEmailAddressNotVerified',
]);

/** Why a mail cannot be sent now: a fault that passes, one on the side of SES, or a network that brought no answer. */
const delayOf = (error: unknown): string | undefined => {
  if (error instanceof SESServiceException) {
    const name = error.name.replace(/Exception$/, '');
    return error.$fault === 'server' || passingFaults.has(name) ? name : undefined;
  }
  // The SDK counts the attempts of a request that left; without a status, none of them was answered.
  const { $metadata, name, code } = error as { $metadata?: Attempts; name: string; code?: string };
  return $metadata?.attempts !== undefined && $metadata.httpStatusCode === undefined ? (code ?? name) : undefined;
};

type Attempts = { attempts?: number; httpStatusCode?: number };
