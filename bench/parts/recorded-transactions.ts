/** The very transactions that an import writes, caught on their way to DynamoDB. */

import { type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { directory } from '../../shared/aws/people/directory.ts';
import { provisionChunk } from '../../shared/work/imports/rows/provision-chunk.ts';
import { hashChosenPassword } from '../../shared/work/passwords/password-hash.ts';
import { discardingStores } from './discarding-stores.ts';
import { importInProcess, now } from './import-in-process.ts';
import { noCredentials } from './no-credentials.ts';
import type { PeopleFile } from './people-file.ts';
import { organisation, policy } from './settings.ts';

/** Names of the tables that the transactions are for. */
export type TableNames = { directory: string; imports: string };

/** Everything that makes people of the file's rows: their items, their names' claims, the chunks' results and counts. */
export const recordedTransactions = async (file: PeopleFile, tables: TableNames): Promise<TransactWriteItem[][]> => {
  const transactions: TransactWriteItem[][] = [];
  const client = {
    send: async (command: unknown) => {
      if (command instanceof TransactWriteItemsCommand) transactions.push(command.input.TransactItems ?? []);
      return {};
    },
  } as unknown as DynamoDBDocumentClient;
  const stores = discardingStores();
  const ports = {
    directory: { ...directory(client, tables, policy), ...stores.directory },
    imports: stores.imports,
    ...noCredentials,
    sealer: { open: () => Promise.reject(new Error('the file has no passwords')) },
    queues: { credentials: async () => {}, files: async () => {} },
    hashSlowly: hashChosenPassword,
    organisation,
    policy,
    now,
  };
  await importInProcess(file, {
    ...stores,
    takeChunk: async (chunk) => {
      await provisionChunk(chunk, ports);
    },
  });
  return transactions;
};
