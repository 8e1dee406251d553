import type { Construct } from 'constructs';
import { WorkQueue } from './parts/work-queue.ts';

/** Waiting for another delivery's lease, or for a mail quota, counts as a receive, so mail gets many. */
const mailReceives = 20;

/** The queues between the functions, each with the one sentence that says whom its dead letters hurt. */
export const workQueues = (scope: Construct) => ({
  /** Steps of imports: a file arrived, go on with one, settle one. */
  files: new WorkQueue(scope, 'Files', {
    variable: 'FILE_QUEUE_URL',
    whenThisFails: 'An import is stuck: its file was not read to the end. Redrive when the cause is mended.',
  }),
  /** Chunks of rows to make people of. */
  rows: new WorkQueue(scope, 'Rows', {
    variable: 'ROW_QUEUE_URL',
    whenThisFails:
      'Up to 50 people of an import do not exist yet, and it cannot end. Redrive when the cause is mended.',
  }),
  /** People to whom user name and password are owed. */
  credentials: new WorkQueue(scope, 'Credentials', {
    variable: 'CREDENTIAL_QUEUE_URL',
    whenThisFails: 'New people have not got their password. The sweep mails them again; nothing is lost.',
    receives: mailReceives,
  }),
  /** Warnings, reminders and results to mail. */
  notices: new WorkQueue(scope, 'Notices', {
    variable: 'NOTICE_QUEUE_URL',
    whenThisFails: 'A warning, reminder or result was not mailed. Redrive when the cause is mended.',
    receives: mailReceives,
  }),
  /** What SES tells of mails that it has taken. */
  deliveries: new WorkQueue(scope, 'Deliveries', {
    variable: 'DELIVERY_QUEUE_URL',
    whenThisFails: 'Credentials that bounced are not known of. Redrive when the cause is mended.',
  }),
  /** Sweeps of the due index, and licences whose waiting are to be served. */
  sweeps: new WorkQueue(scope, 'Sweeps', {
    variable: 'SWEEP_QUEUE_URL',
    whenThisFails: 'A part of the due people was skipped. The next sweep finds them, unless it dies of the same cause.',
  }),
});
