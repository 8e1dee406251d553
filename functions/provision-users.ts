/** Called for chunks of rows: turns each into people. */

import { principalReads } from '../shared/aws/access/principal-reads.ts';
import { keyClient, queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { kmsSealer } from '../shared/aws/imports/kms-sealer.ts';
import { queues, redelivery } from '../shared/aws/queues.ts';
import { currentImports } from '../shared/aws/wiring/current-imports.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onQueue } from '../shared/lambda/on-queue.ts';
import { rowsMessage } from '../shared/messages/queues.ts';
import { provisionChunk } from '../shared/work/imports/rows/provision-chunk.ts';
import { hashChosenPassword } from '../shared/work/passwords/password-hash.ts';

const stores = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', 'SEALING_KEY_ARN'] as const;
export const variables = [...stores, 'FILE_QUEUE_URL', 'ROW_QUEUE_URL', 'CREDENTIAL_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const queue = queueClient();
const client = documentClient();
const current = currentImports(client, environment);
const { DIRECTORY_TABLE, SEALING_KEY_ARN } = environment;
const ports = {
  ...principalReads(client, DIRECTORY_TABLE),
  sealer: kmsSealer(keyClient(), SEALING_KEY_ARN),
  queues: queues(queue, environment),
  hashSlowly: hashChosenPassword,
  now,
};

export const handler = onQueue(rowsMessage, redelivery(queue, environment.ROW_QUEUE_URL), async (chunk) =>
  provisionChunk(chunk, { ...ports, ...(await current()) }),
);
