import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variables } from '../functions/send-credentials.ts';
import { type Access, accessOf } from './parts/access.ts';
import type { Mail } from './parts/mail.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type SendCredentialsProps = {
  readonly directory: Directory;
  readonly credentials: WorkQueue<'CREDENTIAL_QUEUE_URL'>;
  readonly mail: Mail;
  readonly settings: Access<'SETTINGS'>;
};

/** Mails people their user name and password. */
export class SendCredentials extends Construct {
  constructor(scope: Construct, id: string, { directory, credentials, mail, settings }: SendCredentialsProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'send-credentials',
      whenThisFails: 'New people do not get their user name and password; the sweep tries them again.',
      // Shorter than the shortest lease of a minted password (credentialLeaseSeconds): test/infra/numbers.test.ts holds it.
      timeout: Duration.seconds(60),
      // For whoever it had no time for: each message names fewer people than the one before, 50 at first.
      callsItself: true,
      access: accessOf(
        credentials.allowPostponing(),
        directory.allowMarkingMail(),
        credentials.allowSending(),
        mail.allowSending(),
        mail.allowTracking(),
        settings,
      ),
    });
    // The fewest that Lambda knows; the pace itself is kept in code.
    credentials.consumedBy(handler, 2);
  }
}
