/** A database of its own, on disk, with these tables and nothing else around it. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { localCredentials } from '../../infra/local/emulators/addresses.ts';
import { openDataFolder } from '../../infra/local/emulators/data-folder.ts';
import { startDynamodb } from '../../infra/local/emulators/dynamodb.ts';
import { makeTables } from '../../infra/local/emulators/tables.ts';
import type { TableDefinition } from '../../infra/local/template/tables.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Does what is to be measured with a client of the database; `folder` is where it lies. It is gone afterwards. */
export const withBareDatabase = async <Result>(
  definitions: readonly TableDefinition[],
  measure: (client: DynamoDBClient, folder: string) => Promise<Result>,
): Promise<Result> => {
  using folder = temporaryFolder();
  const database = await startDynamodb(openDataFolder(folder.path));
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'eu-west-1',
    credentials: localCredentials,
  });
  try {
    await makeTables(client, definitions);
    return await measure(client, folder.path);
  } finally {
    client.destroy();
    await database.stop();
  }
};
