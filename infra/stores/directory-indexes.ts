/** The indexes of the Directory table, in the order in which they came. */
import { AttributeType, type GlobalSecondaryIndexPropsV2, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';

const keysOnly = (indexName: string, partition: string, sort: string): GlobalSecondaryIndexPropsV2 => ({
  indexName,
  partitionKey: { name: partition, type: AttributeType.STRING },
  sortKey: { name: sort, type: AttributeType.STRING },
  projectionType: ProjectionType.KEYS_ONLY,
});

/**
 * A new index goes to the end, and what is here is never changed: CloudFormation makes one an update, and no projection
 * anew. Each has the items that carry its keys alone: people with something ahead, audit entries, people to be listed.
 */
const directoryIndexes: readonly GlobalSecondaryIndexPropsV2[] = [
  keysOnly('due', 'dueShard', 'dueAt'),
  keysOnly('audits', 'auditShard', 'auditAt'),
  keysOnly('actors', 'actorShard', 'auditAt'),
  {
    indexName: 'people',
    partitionKey: { name: 'listShard', type: AttributeType.STRING },
    sortKey: { name: 'listName', type: AttributeType.STRING },
    projectionType: ProjectionType.INCLUDE,
    // What filters are tested on, so that only people who match are read. Each of these costs a write when it changes.
    nonKeyAttributes: [
      'userPrincipalName',
      'displayName',
      'department',
      'accountEnabled',
      'assignedLicenses',
      'mailbox',
    ],
  },
];

/**
 * Those of this deployment: all, or the first ones (`-c indexes=N`), for a table that is to get more than one. Throws an
 * Error where there are not so many.
 */
export const deployedIndexes = (scope: Construct): GlobalSecondaryIndexPropsV2[] => {
  const asked = scope.node.tryGetContext('indexes');
  if (asked === undefined) return [...directoryIndexes];
  const count = Number(asked);
  if (!/^\d+$/.test(String(asked)) || count < 1 || count > directoryIndexes.length)
    throw new Error(`-c indexes=${asked}: it is a number from 1 to ${directoryIndexes.length}.`);
  return directoryIndexes.slice(0, count);
};
