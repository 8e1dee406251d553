import { Grant, type Role } from 'aws-cdk-lib/aws-iam';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Stack, Validations } from 'aws-cdk-lib/core';

/** Allows these actions on every object of one bucket. S3 has no narrower way to name files that are yet to come. */
export const grantObjects = (caller: Role, bucket: Bucket, ...actions: readonly string[]): Grant =>
  grantObjectsBelow(caller, bucket, '', ...actions);

/** Allows these actions on the objects of one bucket whose keys begin so. */
export const grantObjectsBelow = (
  caller: Role,
  bucket: Bucket,
  prefix: string,
  ...actions: readonly string[]
): Grant => {
  const logicalId = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket);
  const pattern = `${prefix}*`;
  Validations.of(caller).acknowledge({
    id: `AwsSolutions::AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${pattern}]`,
    reason: 'Objects of this one bucket: the keys of files and reports are not known before they are there.',
  });
  return Grant.addToPrincipal({
    grantee: caller,
    actions: [...actions],
    resourceArns: [bucket.arnForObjects(pattern)],
  });
};
