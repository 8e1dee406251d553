/** Called for files in the import bucket, and for the later steps of their imports. */
import { principalReads } from '../shared/aws/access/principal-reads.ts';
import { keyClient, queueClient, storageClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { importedFiles } from '../shared/aws/imports/files.ts';
import { kmsSealer } from '../shared/aws/imports/kms-sealer.ts';
import { queues, redelivery } from '../shared/aws/queues.ts';
import { currentImports } from '../shared/aws/wiring/current-imports.ts';
import { gathering } from '../shared/aws/wiring/gathering.ts';
import { now } from '../shared/lambda/clock.ts';
import { isCommonPassword } from '../shared/lambda/common-passwords.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { onQueue } from '../shared/lambda/on-queue.ts';
import { optionsFrom } from '../shared/messages/import-options.ts';
import { fileMessage } from '../shared/messages/queues.ts';
import { takeFileMessage } from '../shared/work/imports/run/begin-import.ts';

const stores = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', 'IMPORT_BUCKET', 'REPORT_BUCKET', 'SEALING_KEY_ARN'] as const;
const queueUrls = ['FILE_QUEUE_URL', 'ROW_QUEUE_URL', 'NOTICE_QUEUE_URL', 'SWEEP_QUEUE_URL'] as const;
export const variables = [...stores, ...queueUrls, 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const queue = queueClient();
const client = documentClient();
const current = currentImports(client, environment);
const ports = {
  ...principalReads(client, environment.DIRECTORY_TABLE),
  ...importedFiles(storageClient(), environment.REPORT_BUCKET),
  sealer: kmsSealer(keyClient(), environment.SEALING_KEY_ARN),
  queues: queues(queue, environment),
  ...gathering(client, environment, now),
  defaults: optionsFrom(environment.SETTINGS.imports),
  isCommonPassword,
};

export const handler = onQueue(fileMessage, redelivery(queue, environment.FILE_QUEUE_URL), async (message, call) =>
  takeFileMessage(message, { ...ports, ...call, ...(await current()) }),
);
