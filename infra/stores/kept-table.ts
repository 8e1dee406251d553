import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** A table that outlives its stack: restorable to any second of 35 days, encrypted, not to be deleted by accident. */
export const keptTable = (scope: Construct, id: string, indexes: GlobalSecondaryIndexPropsV2[] = []): TableV2 =>
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
