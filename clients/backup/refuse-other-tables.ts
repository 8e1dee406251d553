/** Names of tables that an operator gave: whether they are what they are taken for. */
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Explained } from '../aws/explain.ts';

/** Every Directory table has it, and no Imports table. */
const indexOfDirectory = 'due';

/** Throws Explained for a name of which there is no table, and for tables that stand in each other's place. */
export const refuseOtherTables = async (
  client: DynamoDBClient,
  { directory, imports }: { directory: string; imports: string },
): Promise<void> => {
  const isDirectory = async (TableName: string): Promise<boolean> => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName })).catch((error: Error) => {
      if (error.name !== 'ResourceNotFoundException') throw error;
      throw new Explained(`There is no table ${TableName} in this account and region. Check the name and AWS_REGION.`);
    });
    return (Table?.GlobalSecondaryIndexes ?? []).some(({ IndexName }) => IndexName === indexOfDirectory);
  };
  if (!(await isDirectory(directory))) throw new Explained(`${directory} is no Directory table of Muster.`);
  if (await isDirectory(imports)) throw new Explained(`${imports} is a Directory table, and not the Imports table.`);
};
