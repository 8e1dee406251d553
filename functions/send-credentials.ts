/** Called for people whose user name and password are owed. */
import { queueClient } from '../shared/aws/clients.ts';
import { settingsReader } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { mailOutlet } from '../shared/aws/mail/mail-outlet.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queue } from '../shared/aws/queues.ts';
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
const { DIRECTORY_TABLE, CREDENTIAL_QUEUE_URL, SETTINGS } = environment;
const outlet = await mailOutlet(SETTINGS, environment, reportQuota);
const client = documentClient();
const settings = settingsReader(client, DIRECTORY_TABLE, SETTINGS);
const ports = { again: queue<{ userIds: string[] }>(queueClient(), CREDENTIAL_QUEUE_URL), now };

export const handler = onQueue(credentialMessage, async (message, call) => {
  const [way, { organisation, policy }] = await Promise.all([outlet(), settings()]);
  const people = directory(client, { directory: DIRECTORY_TABLE }, policy);
  return sendCredentials(message, { ...ports, ...call, ...way, directory: people, organisation, policy });
});
