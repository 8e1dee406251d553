/** Dead letters go back to the queue that they came from. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteMessageCommand,
  ListMessageMoveTasksCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { Explained } from '../aws/explain.ts';
import type { DeadLetterQueue } from './find-queues.ts';
import { queueFacts } from './queue-facts.ts';

/** How often SQS is asked how far it is. */
const pollMilliseconds = 1000;

/**
 * Sends all letters of a queue back, and returns how many. In AWS that is a task of SQS itself, which goes on when the
 * operator's machine does not; where there is no such task, or it fails, the letters are moved from here. Throws Explained
 * when somebody sends them back already.
 */
export const sendBack = async (client: SQSClient, queue: DeadLetterQueue): Promise<number> => {
  const source = await queueFacts(client, queue.deadLettersUrl);
  const target = await queueFacts(client, queue.workUrl);
  const { count, isOver } = await moveByTask(client, queue.name, source.arn, target.arn);
  return isOver ? count : count + (await moveFromHere(client, queue, source.count - count));
};

/** How many letters a task has moved, and whether that was all. */
type Moved = { count: number; isOver: boolean };

/** With the queue named: of a letter that EventBridge put there SQS does not know where it came from. */
const moveByTask = async (
  client: SQSClient,
  name: string,
  SourceArn: string,
  DestinationArn: string,
): Promise<Moved> => {
  try {
    await client.send(new StartMessageMoveTaskCommand({ SourceArn, DestinationArn }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'UnsupportedOperation' && error.message.includes('already')) {
      throw new Explained(`The letters of ${name} are being sent back already. Look again in a minute.`);
    }
    // Emulators, which do not know the action.
    if (['InvalidAction', 'UnknownOperationException'].includes(error.name)) return { count: 0, isOver: false };
    throw error;
  }
  for (;;) {
    const { Results = [] } = await client.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }));
    const { Status, ApproximateNumberOfMessagesMoved: count = 0 } = Results[0] ?? {};
    if (Status !== 'RUNNING') return { count, isOver: Status !== 'FAILED' };
    await sleep(pollMilliseconds);
  }
};

/** Seconds in which a letter is to be sent and deleted. */
const inHandSeconds = 60;

/**
 * One after the other, and each is sent before it is deleted: whatever happens in between, none is lost, and one that is
 * sent twice does no harm. At most as many as there were, so that letters that fail again at once are left for later.
 */
const moveFromHere = async (
  client: SQSClient,
  { deadLettersUrl, workUrl }: DeadLetterQueue,
  most: number,
): Promise<number> => {
  for (let count = 0; ; count += 1) {
    if (count >= most) return count;
    const receive = new ReceiveMessageCommand({
      QueueUrl: deadLettersUrl,
      VisibilityTimeout: inHandSeconds,
      // Longer than a letter stays hidden that somebody has just looked at.
      WaitTimeSeconds: 2,
      MessageAttributeNames: ['All'],
    });
    const [letter] = (await client.send(receive)).Messages ?? [];
    if (!letter) return count;
    const { Body: MessageBody, MessageAttributes, ReceiptHandle } = letter;
    await client.send(new SendMessageCommand({ QueueUrl: workUrl, MessageBody, MessageAttributes }));
    await client.send(new DeleteMessageCommand({ QueueUrl: deadLettersUrl, ReceiptHandle }));
  }
};
