/** The database alone: how fast it takes an import's transactions from a loop that does nothing else. */
import { type DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { TableDefinition } from '../../infra/local/template/tables.ts';
import { withBareDatabase } from './bare-database.ts';
import { mustBe } from './benchmark.ts';
import { timed } from './numbers.ts';
import type { PeopleFile } from './people-file.ts';
import { recordedTransactions, type TableNames } from './recorded-transactions.ts';

/** Transactions under way at once: as many as the local engine has workers for on two cores. */
const atOnce = 4;

/** Milliseconds for the transactions of a file, on a database of its own, on disk. */
export const bareMilliseconds = async (
  file: PeopleFile,
  definitions: readonly TableDefinition[],
  names: TableNames,
): Promise<number> => {
  const transactions = await recordedTransactions(file, names);
  return withBareDatabase(definitions, async (client) => {
    const open = [...transactions];
    const loop = async () => {
      for (let next = open.shift(); next; next = open.shift()) {
        await client.send(new TransactWriteItemsCommand({ TransactItems: next }));
      }
    };
    const { milliseconds } = await timed(() => Promise.all(Array.from({ length: atOnce }, loop)));
    mustBe('people written by the bare loop', await countPeople(client, names.directory), file.rows);
    return milliseconds;
  });
};

const countPeople = async (client: DynamoDBClient, table: string): Promise<number> => {
  let people = 0;
  const input = {
    TableName: table,
    FilterExpression: 'sk = :person',
    ExpressionAttributeValues: { ':person': 'USER' },
    Select: 'COUNT' as const,
  };
  for await (const { Count = 0 } of paginateScan({ client: DynamoDBDocumentClient.from(client) }, input))
    people += Count;
  return people;
};
