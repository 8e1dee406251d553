/** Called for people whose user name and password are owed. */

import { queueClient } from '../shared/aws/clients.ts';
import { currentDirectory } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { mailTransport } from '../shared/aws/mail/mail-transport.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queues, redelivery } from '../shared/aws/queues.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onQueue } from '../shared/lambda/on-queue.ts';
import { reportQuota } from '../shared/lambda/report-quota.ts';
import { credentialMessage } from '../shared/messages/queues.ts';
import { sendCredentials } from '../shared/work/credentials/send-credentials.ts';

const mailNames = ['SMTP_PASSWORD_SECRET', 'MAIL_CONFIGURATION_SET'] as const;
export const variables = ['DIRECTORY_TABLE', 'CREDENTIAL_QUEUE_URL', ...mailNames, 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const queue = queueClient();
const transport = await mailTransport(environment.SETTINGS, environment, reportQuota);
const current = currentDirectory(documentClient(), environment, directory);
const ports = { again: queues(queue, environment).credentials, now };

export const handler = onQueue(
  credentialMessage,
  redelivery(queue, environment.CREDENTIAL_QUEUE_URL),
  async (message, call) => {
    const [mail, latest] = await Promise.all([transport(), current()]);
    return sendCredentials(message, { ...ports, ...call, ...mail, ...latest });
  },
);
