/** Lines back into a table. */
import { BatchWriteItemCommand, type DynamoDBClient, ScanCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import pRetry, { AbortError } from 'p-retry';
import { Explained } from '../aws/explain.ts';
import { itemOf } from './item-line.ts';
import { linesOf } from './table-files.ts';

/** As many as one call takes. */
const mostItems = 25;

/** Calls that are under way at once. */
const atOnce = 8;

/** Throws Explained for a table that holds something: what is in it would be mixed with what comes. */
export const refuseUnlessEmpty = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  const { Count = 0 } = await client.send(new ScanCommand({ TableName, Limit: 1, ConsistentRead: true }));
  if (Count > 0) throw new Explained(`The table ${TableName} is not empty. Choose another name with --as.`);
};

/**
 * Puts every item of the files into a table; `see` hears how many more are there. May be done again after a fault: the
 * same items come to the same places.
 */
export const loadTable = async (
  client: DynamoDBClient,
  table: string,
  files: readonly string[],
  see: (items: number) => void,
): Promise<void> => {
  const batches = batchesOf(files);
  const work = async () => {
    for (let next = await batches.next(); !next.done; next = await batches.next()) {
      await putAll(client, table, next.value);
      see(next.value.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
};

async function* batchesOf(files: readonly string[]): AsyncGenerator<WriteRequest[]> {
  let batch: WriteRequest[] = [];
  for (const file of files) {
    for await (const line of linesOf(file)) {
      batch.push({ PutRequest: { Item: itemOf(line) } });
      if (batch.length < mostItems) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** What the service leaves unprocessed is put again, after growing pauses. */
const putAll = async (client: DynamoDBClient, table: string, batch: WriteRequest[]): Promise<void> => {
  let open: WriteRequest[] = batch;
  await pRetry(
    async () => {
      const { UnprocessedItems } = await client
        .send(new BatchWriteItemCommand({ RequestItems: { [table]: open } }))
        .catch((error: Error) => {
          // The client has its own retries: what it gives up on is not asked again.
          throw new AbortError(error);
        });
      open = UnprocessedItems?.[table] ?? [];
      if (open.length > 0) throw new Error('items were left unprocessed');
    },
    { retries: 12, minTimeout: 50, maxTimeout: 10_000, randomize: true },
  );
};
