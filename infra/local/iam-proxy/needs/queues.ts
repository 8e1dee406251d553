/** Which rights a request to SQS needs: a batch needs that of the single message. */
import { account, region } from '../../template/intrinsics.ts';
import type { Need } from '../need.ts';

/** The right to what the operation does with its queue. */
export const needsOfQueues = (operation: string, { QueueUrl = '' }: { QueueUrl?: string }): Need[] => [
  {
    action: `sqs:${operation.replace(/Batch$/, '')}`,
    resources: [`arn:aws:sqs:${region}:${account}:${QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1)}`],
  },
];
