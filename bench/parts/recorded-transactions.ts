/** The very transactions that an import writes, caught on their way to DynamoDB. */
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { directory } from '../../shared/aws/directory.ts';
import { provisionChunk } from '../../shared/work/provision-chunk.ts';
import { discardingStores } from './discarding-stores.ts';
import { importInProcess, now } from './import-in-process.ts';
import type { PeopleFile } from './people-file.ts';
import { organisation, policy } from './settings.ts';

/** Names of the tables that the transactions are for. */
export type TableNames = { directory: string; imports: string };

/** Everything that makes people of the file's rows: their items, their names' claims, the chunks' results and counts. */
export const recordedTransactions = async (file: PeopleFile, tables: TableNames): Promise<TransactWriteItem[][]> => {
  const transactions: TransactWriteItem[][] = [];
  const client = {
    send: async (command: unknown) => {
      if (command instanceof TransactWriteCommand) {
        transactions.push((command.input.TransactItems ?? []).map((action) => marshalled(action)));
      }
      return {};
    },
  } as unknown as DynamoDBDocumentClient;
  const stores = discardingStores();
  const ports = {
    directory: { ...directory(client, tables, policy), ...stores.directory },
    imports: stores.imports,
    sealer: { open: () => Promise.reject(new Error('the file has no passwords')) },
    queues: { credentials: async () => {}, files: async () => {} },
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

/** An action as the service's own client takes it. */
const marshalled = (action: object): TransactWriteItem =>
  Object.fromEntries(
    Object.entries(action).map(([kind, { Item, Key, ExpressionAttributeValues, ...others }]) => [
      kind,
      {
        ...others,
        ...(Item && { Item: marshall(Item, { removeUndefinedValues: true }) }),
        ...(Key && { Key: marshall(Key) }),
        ...(ExpressionAttributeValues && { ExpressionAttributeValues: marshall(ExpressionAttributeValues) }),
      },
    ]),
  );
