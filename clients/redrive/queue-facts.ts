/** What SQS says of a queue. */
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A queue's ARN, and about how many messages it has, in somebody's hands or not. */
export type QueueFacts = { arn: string; count: number };

/** Asks for them. */
export const queueFacts = async (client: SQSClient, QueueUrl: string): Promise<QueueFacts> => {
  const AttributeNames = [
    'QueueArn' as const,
    'ApproximateNumberOfMessages' as const,
    'ApproximateNumberOfMessagesNotVisible' as const,
  ];
  const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  const { QueueArn = '', ApproximateNumberOfMessages = 0, ApproximateNumberOfMessagesNotVisible = 0 } = Attributes;
  return { arn: QueueArn, count: Number(ApproximateNumberOfMessages) + Number(ApproximateNumberOfMessagesNotVisible) };
};
