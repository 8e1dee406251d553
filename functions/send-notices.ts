/** Called for people, and owners of imports, to whom a warning, reminder or result is owed. */

import { queueClient } from '../shared/aws/clients.ts';
import { digests } from '../shared/aws/digests.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { mailTransport } from '../shared/aws/mail/mail-transport.ts';
import { queues, redelivery } from '../shared/aws/queues.ts';
import { currentImports } from '../shared/aws/wiring/current-imports.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onQueue } from '../shared/lambda/on-queue.ts';
import { reportQuota } from '../shared/lambda/report-quota.ts';
import { noticeMessage } from '../shared/messages/queues.ts';
import { takeNoticeMessage } from '../shared/work/enforcement/send-notices.ts';

const stores = ['DIRECTORY_TABLE', 'IMPORTS_TABLE'] as const;
const mailNames = ['SMTP_PASSWORD_SECRET', 'MAIL_CONFIGURATION_SET'] as const;
export const variables = [...stores, 'NOTICE_QUEUE_URL', ...mailNames, 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const queue = queueClient();
const transport = await mailTransport(environment.SETTINGS, environment, reportQuota);
const client = documentClient();
const current = currentImports(client, environment);
const ports = {
  digests: digests(client, environment.DIRECTORY_TABLE, now),
  again: queues(queue, environment).notices,
  now,
};

export const handler = onQueue(
  noticeMessage,
  redelivery(queue, environment.NOTICE_QUEUE_URL),
  async (message, call) => {
    const [mail, latest] = await Promise.all([transport(), current()]);
    return takeNoticeMessage(message, { ...ports, ...call, ...mail, ...latest });
  },
);
