/** Called every 15 minutes, and for each part of the sweep that this starts. */

import { principalReads } from '../shared/aws/access/principal-reads.ts';
import { queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { dueDates } from '../shared/aws/people/due-dates.ts';
import { queues, redelivery } from '../shared/aws/queues.ts';
import { currentImports } from '../shared/aws/wiring/current-imports.ts';
import { gathering } from '../shared/aws/wiring/gathering.ts';
import { sweepMarks } from '../shared/aws/wiring/sweep-marks.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onQueue } from '../shared/lambda/on-queue.ts';
import { reportSetAside } from '../shared/lambda/report-set-aside.ts';
import { sweepMessage } from '../shared/messages/queues.ts';
import { sweep } from '../shared/work/enforcement/sweep.ts';

const queueUrls = ['FILE_QUEUE_URL', 'CREDENTIAL_QUEUE_URL', 'NOTICE_QUEUE_URL', 'SWEEP_QUEUE_URL'] as const;
export const variables = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', ...queueUrls, 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const queue = queueClient();
const client = documentClient();
const current = currentImports(client, environment);
const ports = {
  ...principalReads(client, environment.DIRECTORY_TABLE),
  queues: queues(queue, environment),
  ...gathering(client, environment, now),
  ...sweepMarks(client, environment.DIRECTORY_TABLE),
  file: environment.SETTINGS,
  reportSetAside,
};

export const handler = onQueue(sweepMessage, redelivery(queue, environment.SWEEP_QUEUE_URL), async (message, call) => {
  const latest = await current();
  const dates = dueDates(client, environment.DIRECTORY_TABLE, latest.policy);
  return sweep(message, { ...ports, ...call, ...latest, dates });
});
