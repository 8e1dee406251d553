/** Makes the template's tables, and keeps those that are there. */
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  paginateListTables,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { Refusal } from '../refusal.ts';
import type { TableDefinition } from '../template/tables.ts';

/** Creates each table that is missing. Throws a Refusal when one was made by a version with other keys or indexes. */
export const makeTables = async (client: DynamoDBClient, definitions: readonly TableDefinition[]): Promise<void> => {
  for (const definition of definitions) {
    const existing = await describeTable(client, definition.create.TableName);
    if (existing === undefined) await makeTable(client, definition);
    else if (shape(existing) !== shape(definition.create)) {
      throw new Refusal(
        `The data folder was made by a version of Muster whose table ${definition.create.TableName} had other keys or ` +
          'indexes; delete the folder to begin anew, or choose another with --data DIR.',
      );
    }
  }
};

/** Every table that there is, as it is: those of the template, and others that were restored. */
export const describeTables = async (client: DynamoDBClient): Promise<TableDescription[]> => {
  const tables: TableDescription[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    for (const name of TableNames) tables.push((await describeTable(client, name)) ?? {});
  }
  return tables;
};

const describeTable = async (client: DynamoDBClient, name: string | undefined) => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

const makeTable = async (client: DynamoDBClient, { create, timeToLiveAttribute }: TableDefinition): Promise<void> => {
  await client.send(new CreateTableCommand(create));
  if (timeToLiveAttribute === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: create.TableName,
      TimeToLiveSpecification: { AttributeName: timeToLiveAttribute, Enabled: true },
    }),
  );
};

/** What cannot be changed in place: the keys of the table and of its indexes. */
const shape = ({
  KeySchema,
  GlobalSecondaryIndexes,
  LocalSecondaryIndexes,
}: Pick<TableDescription, 'KeySchema' | 'GlobalSecondaryIndexes' | 'LocalSecondaryIndexes'>): string => {
  const keys = (schema: TableDescription['KeySchema']) =>
    (schema ?? []).map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`).sort();
  const indexes = [...(GlobalSecondaryIndexes ?? []), ...(LocalSecondaryIndexes ?? [])];
  return JSON.stringify([keys(KeySchema), indexes.map((index) => [index.IndexName, keys(index.KeySchema)]).sort()]);
};
