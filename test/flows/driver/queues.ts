/** The queues of a running system, found from its dead-letter queues: only those are told in the outputs. */
import {
  DeleteMessageCommand,
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

  /** Takes messages before the system does, and loses them. `stop` returns the bodies of what was taken. */
  const steal = (QueueUrl: string) => {
    const stolen: string[] = [];
    const stopped = new AbortController();
    const takeOn = async () => {
      while (!stopped.signal.aborted) {
        const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 2 });
        const { Messages = [] } = await sqs.send(receive);
        for (const { Body = '', ReceiptHandle } of Messages) {
          stolen.push(Body);
          await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        }
      }
    };
    const thieves = Array.from({ length: 8 }, takeOn);
    return {
      stolen,
      stop: async () => {
        stopped.abort();
        await Promise.all(thieves);
        return stolen;
      },
    };
  };

  return { all, before, send, peek, steal };
};
