/** A queue as the function that works it off needs it. */
import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { isTransient } from './failures.ts';

/** Puts off messages of the queue at an address, for failures that pass. */
export const redelivery = (client: SQSClient, QueueUrl: string) => ({
  isTransient,
  postpone: async (ReceiptHandle: string, VisibilityTimeout: number): Promise<void> => {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
  },
});
