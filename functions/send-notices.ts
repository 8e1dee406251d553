/** Called for people, and owners of imports, to whom a warning, reminder or result is owed. */
import { queueClient } from '../shared/aws/clients.ts';
import { settingsReader } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { imports } from '../shared/aws/imports/imports.ts';
import { mailOutlet } from '../shared/aws/mail/mail-outlet.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queue } from '../shared/aws/queues.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onQueue } from '../shared/lambda/on-queue.ts';
import { reportQuota } from '../shared/lambda/report-quota.ts';
import { type NoticeMessage, noticeMessage } from '../shared/messages/queues.ts';
import { takeNoticeMessage } from '../shared/work/enforcement/send-notices.ts';

const stores = ['DIRECTORY_TABLE', 'IMPORTS_TABLE'] as const;
export const variables = [...stores, 'NOTICE_QUEUE_URL', 'SMTP_PASSWORD_SECRET', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const { DIRECTORY_TABLE, IMPORTS_TABLE, NOTICE_QUEUE_URL, SETTINGS } = environment;
const outlet = await mailOutlet(SETTINGS, environment, reportQuota);
const client = documentClient();
const settings = settingsReader(client, DIRECTORY_TABLE, SETTINGS);
const ports = {
  imports: imports(client, { imports: IMPORTS_TABLE }),
  again: queue<NoticeMessage>(queueClient(), NOTICE_QUEUE_URL),
  now,
};

export const handler = onQueue(noticeMessage, async (message, call) => {
  const [way, { organisation, policy }] = await Promise.all([outlet(), settings()]);
  const people = directory(client, { directory: DIRECTORY_TABLE }, policy);
  return takeNoticeMessage(message, { ...ports, ...call, ...way, directory: people, organisation, policy });
});
