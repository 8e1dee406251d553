import { Grant, type Role } from 'aws-cdk-lib/aws-iam';

/** What can be done to items. A transaction needs the right to each write in it. */
export type ItemAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'PartiQLUpdate';

/** Allows these actions, and none else, on a table or index. */
export const grantItems = (caller: Role, resourceArn: string, ...actions: readonly ItemAction[]): Grant =>
  Grant.addToPrincipal({
    grantee: caller,
    actions: actions.map((action) => `dynamodb:${action}`),
    resourceArns: [resourceArn],
  });
