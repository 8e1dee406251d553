import { Grant, type Role } from 'aws-cdk-lib/aws-iam';

/**
 * What may be done to which kinds of items; a transaction needs the right to each action in it. `read`: items whose keys
 * are known. `list`: whatever lies in a partition. `check`: a condition of a transaction on an item that it leaves as it
 * is. `mark`: a statement of PartiQL that updates. Nothing can be looked through as a whole.
 */
export type ItemRights<Kind extends string> = Partial<Record<keyof typeof actionsOf, readonly Kind[]>>;

const actionsOf = {
  read: ['GetItem', 'BatchGetItem'],
  list: ['Query'],
  check: ['ConditionCheckItem'],
  put: ['PutItem'],
  update: ['UpdateItem'],
  delete: ['DeleteItem'],
  mark: ['PartiQLUpdate'],
} as const;

/**
 * Allows what is named, and nothing else, on a table or index. IAM compares the partition keys of a request, all of which
 * must be of a kind: those of a batch, the one of a query (of an index, the index's), and that of each part of a
 * transaction for itself, since IAM asks for each part's own action. It knows no other attribute of an item's key.
 *
 * `ForAllValues` is also true of a request without any such key (a scan, say), as IAM documents; hence `Null`, by which
 * the key must be there.
 */
export const grantItems = <Kind extends string>(
  caller: Role,
  resourceArn: string,
  kinds: Readonly<Record<Kind, string>>,
  rights: ItemRights<Kind>,
): Grant[] =>
  Object.entries(rights).map(([right, of]) =>
    Grant.addToPrincipal({
      grantee: caller,
      actions: actionsOf[right as keyof typeof actionsOf].map((action) => `dynamodb:${action}`),
      resourceArns: [resourceArn],
      conditions: {
        'ForAllValues:StringLike': {
          'dynamodb:LeadingKeys': [...new Set(of.map((kind) => patternOf(kinds[kind])))].sort(),
        },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    }),
  );

/** A partition, or all that begin so. */
const patternOf = (partition: string): string => (partition.endsWith('#') ? `${partition}*` : partition);
