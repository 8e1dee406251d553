/** Called for what SES tells of credential mails that it has taken. */

import { queueClient } from '../shared/aws/clients.ts';
import { currentDirectory } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { newsOf } from '../shared/aws/mail/mail-news.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queues, redelivery } from '../shared/aws/queues.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onQueue } from '../shared/lambda/on-queue.ts';
import { mailEvent } from '../shared/messages/mail-event.ts';
import { recordDelivery } from '../shared/work/credentials/record-delivery.ts';

export const variables = ['DIRECTORY_TABLE', 'DELIVERY_QUEUE_URL', 'NOTICE_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const queue = queueClient();
const current = currentDirectory(documentClient(), environment, directory);
const ports = { queues: queues(queue, environment), now };

export const handler = onQueue(mailEvent, redelivery(queue, environment.DELIVERY_QUEUE_URL), async (event) =>
  recordDelivery(newsOf(event), { ...ports, ...(await current()) }),
);
