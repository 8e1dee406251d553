/** The queues of a running system, found from its dead-letter queues: only those are told in the outputs. */
import {
  GetQueueAttributesCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** Speaks to the queues. */
export const createQueues = (sqs: SQSClient) => {
  const attributesOf = async (QueueUrl: string) => {
    const names = { AttributeNames: ['QueueArn' as const, 'RedrivePolicy' as const] };
    return (await sqs.send(new GetQueueAttributesCommand({ QueueUrl, ...names }))).Attributes ?? {};
  };

  const all = async (): Promise<string[]> => (await sqs.send(new ListQueuesCommand({}))).QueueUrls ?? [];

  /** The queue whose messages end in this dead-letter queue. */
  const before = async (deadLetterUrl: string): Promise<string> => {
    const { QueueArn: arn } = await attributesOf(deadLetterUrl);
    for (const url of await all()) {
      const { RedrivePolicy = '{}' } = await attributesOf(url);
      if (JSON.parse(RedrivePolicy).deadLetterTargetArn === arn) return url;
    }
    throw new Error(`No queue sends its dead letters to ${deadLetterUrl}.`);
  };

  const send = (QueueUrl: string, message: object) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));

  /** The bodies of up to ten messages that wait in a queue, where they stay. */
  const peek = async (QueueUrl: string): Promise<string[]> => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
    );
    return Messages.map(({ Body = '' }) => Body);
  };

  return { all, before, send, peek };
};
