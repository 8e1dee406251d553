import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  type ITableV2,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** What a kept table is made with: its indexes, or the name of one that is there already, restored from a backup. */
export type KeptTableProps = { indexes?: GlobalSecondaryIndexPropsV2[]; restored?: string | undefined };

/**
 * A table that outlives its stack: restorable to any second of 35 days, encrypted, not to be deleted by accident. One that
 * was restored is used as it is, and takes the place of the stack's own, which stays where it was.
 */
export const keptTable = (scope: Construct, id: string, { indexes, restored }: KeptTableProps = {}): ITableV2 =>
  restored === undefined
    ? (newTable(scope, id, indexes) as ITableV2)
    : TableV2.fromTableName(scope, `Restored${id}`, restored);

const newTable = (scope: Construct, id: string, indexes: GlobalSecondaryIndexPropsV2[] = []): TableV2 =>
  new TableV2(scope, id, {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    globalSecondaryIndexes: indexes,
    timeToLiveAttribute: 'expiresAt',
    // On demand: an import is a burst that nobody can plan capacity for.
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryptionV2.awsManagedKey(),
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
