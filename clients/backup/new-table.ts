/** A table like another one, and what protects it: neither comes with a restored table by itself. */
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type TableDescription,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { Explained } from '../aws/explain.ts';

const describe = async (client: DynamoDBClient, TableName: string): Promise<TableDescription> =>
  (await client.send(new DescribeTableCommand({ TableName }))).Table ?? {};

/**
 * Makes a table with the keys and indexes of another one, on demand and encrypted, and waits for it. Throws Explained where
 * there is one of that name.
 */
export const newTableLike = async (client: DynamoDBClient, model: string, TableName: string): Promise<void> => {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = await describe(client, model);
  const indexes = GlobalSecondaryIndexes?.map((index) => ({
    IndexName: index.IndexName,
    KeySchema: index.KeySchema,
    Projection: index.Projection,
  }));
  const creation = new CreateTableCommand({
    TableName,
    KeySchema,
    AttributeDefinitions,
    BillingMode: 'PAY_PER_REQUEST',
    SSESpecification: { Enabled: true, SSEType: 'KMS' },
    ...(indexes && { GlobalSecondaryIndexes: indexes }),
  });
  await client.send(creation).catch((error: Error) => {
    if (error.name !== 'ResourceInUseException') throw error;
    throw new Explained(
      `There is a table ${TableName} already: choose another name with --as, or go on filling it with --again.`,
    );
  });
  await waitUntilTableExists({ client, maxWaitTime: 600 }, { TableName });
};

/** Lets items expire, and the table be restored and not deleted by accident. The answer is what was missing. */
export const protectTable = async (client: DynamoDBClient, TableName: string): Promise<string[]> => {
  const missing: string[] = [];
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  if (!/^ENABL/.test(TimeToLiveDescription?.TimeToLiveStatus ?? '')) {
    const TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
    missing.push('time to live');
  }
  if (!(await describe(client, TableName)).DeletionProtectionEnabled) {
    await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: true }));
    missing.push('protection from deletion');
  }
  if (await restorable(client, TableName)) missing.push('restoring to a point in time');
  return missing;
};

/** A database on this machine knows nothing of the kind. */
const restorable = async (client: DynamoDBClient, TableName: string): Promise<boolean> => {
  const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
  try {
    await client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
    return true;
  } catch (error) {
    if ((error as Error).name.startsWith('UnknownOperation')) return false;
    throw error;
  }
};
