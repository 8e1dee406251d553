import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { WorkQueue } from './parts/work-queue.ts';

/** Waiting for another delivery's lease, or for a mail quota, counts as a receive, so mail gets many. */
const mailReceives = 20;

/** An hour's outage ends by itself (test/infra/queues.test.ts); what waits for longer, somebody has to look at. */
const soon = Duration.hours(2);

/** At SES's usual 14 mails a second, 300,000 mails: by then either many were imported, or none leaves. */
const inTurn = Duration.hours(6);

/** The queues between the functions, each with the one sentence that says whom its dead letters hurt. */
export const workQueues = (scope: Construct) => ({
  /** Steps of imports: a file arrived, go on with one, settle one. */
  files: new WorkQueue(scope, 'Files', {
    variable: 'FILE_QUEUE_URL',
    whenThisFails: 'An import is stuck: its file was not read to the end. Redrive when the cause is mended.',
    late: {
      after: soon,
      means:
        'A file waits: nobody reads it, or several large ones go before it. Look at errors and throttles of import-users.',
    },
  }),
  /** Chunks of rows to make people of. */
  rows: new WorkQueue(scope, 'Rows', {
    variable: 'ROW_QUEUE_URL',
    whenThisFails:
      'Up to 50 people of an import do not exist yet, and it cannot end. Redrive when the cause is mended.',
    late: {
      after: soon,
      means:
        'Rows of an import wait: people are not added, or very many are. Look at errors and throttles of provision-users.',
    },
  }),
  /** People to whom user name and password are owed. */
  credentials: new WorkQueue(scope, 'Credentials', {
    variable: 'CREDENTIAL_QUEUE_URL',
    whenThisFails: 'New people have not got their password. The sweep mails them again; nothing is lost.',
    receives: mailReceives,
    late: {
      after: inTurn,
      means:
        'New people wait for their password: mails are many, or none leaves. Look at the sender, the rate and errors of send-credentials.',
    },
  }),
  /** Warnings, reminders and results to mail. */
  notices: new WorkQueue(scope, 'Notices', {
    variable: 'NOTICE_QUEUE_URL',
    whenThisFails: 'A warning, reminder or result was not mailed. Redrive when the cause is mended.',
    receives: mailReceives,
    late: {
      after: inTurn,
      means:
        'Warnings and results wait: mails are many, or none leaves. Look at the sender, the rate and errors of send-notices.',
    },
  }),
  /** What SES tells of mails that it has taken. */
  deliveries: new WorkQueue(scope, 'Deliveries', {
    variable: 'DELIVERY_QUEUE_URL',
    whenThisFails: 'Credentials that bounced are not known of. Redrive when the cause is mended.',
    late: { after: soon, means: 'News of bounced mails waits. Look at errors and throttles of record-deliveries.' },
  }),
  /** Sweeps of the due index, and licences whose waiting are to be served. */
  sweeps: new WorkQueue(scope, 'Sweeps', {
    variable: 'SWEEP_QUEUE_URL',
    whenThisFails: 'A part of the due people was skipped. The next sweep finds them, unless it dies of the same cause.',
    late: {
      after: soon,
      means:
        'What has fallen due waits: passwords do not expire, and nobody is warned. Look at errors and throttles of enforce-policies.',
    },
  }),
});
