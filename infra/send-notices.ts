import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variables } from '../functions/send-notices.ts';
import { type Access, accessOf } from './parts/access.ts';
import type { Mail } from './parts/mail.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';
import type { Imports } from './stores/imports.ts';

export type SendNoticesProps = {
  readonly directory: Directory;
  readonly imports: Imports;
  readonly notices: WorkQueue<'NOTICE_QUEUE_URL'>;
  readonly mail: Mail;
  readonly settings: Access<'SETTINGS'>;
};

/** Mails people their warnings and reminders, and administrators the results of imports. */
export class SendNotices extends Construct {
  constructor(scope: Construct, id: string, { directory, imports, notices, mail, settings }: SendNoticesProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'send-notices',
      whenThisFails: 'People are not warned before a password or mailbox ends; administrators hear no results.',
      timeout: Duration.seconds(60),
      // For whoever it had no time for: each message names fewer people than the one before, 50 at first.
      callsItself: true,
      access: accessOf(
        notices.allowPostponing(),
        directory.allowMarkingMail(),
        directory.allowGathering(),
        directory.allowMailingDigests(),
        imports.allowMarkingMail(),
        notices.allowSending(),
        mail.allowSending(),
        mail.allowTracking(),
        settings,
      ),
    });
    // The fewest that Lambda knows; the pace itself is kept in code.
    notices.consumedBy(handler, 2);
  }
}
