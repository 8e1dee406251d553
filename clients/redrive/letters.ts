/** Looking at dead letters without taking them away. */
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadLetterQueue } from './find-queues.ts';
import { queueFacts } from './queue-facts.ts';
import { workIn } from './work-in.ts';

/** A dead letter, as it may be shown. */
export type Letter = { id: string; sentAt: Date; work: string };

/** Some letters of a queue, and how many it has; that is exact only where these are all. */
export type Look = { letters: Letter[]; count: number };

/** Seconds for which a letter stays hidden while others are looked at, so that each is seen once. */
const hiddenSeconds = 60;

/** A second's wait has SQS ask all of its servers: an answer without letters then means that there are none. */
const waitSeconds = 1;

/** Looks at some letters of a queue, and shows them again. */
export const lookAt = async (
  client: SQSClient,
  { name, deadLettersUrl }: DeadLetterQueue,
  most: number,
): Promise<Look> => {
  const seen: Message[] = [];
  try {
    for await (const letters of takeLetters(client, deadLettersUrl)) {
      seen.push(...letters);
      if (seen.length > most) break;
    }
  } finally {
    await showAgain(client, deadLettersUrl, seen);
  }
  const letters = seen.slice(0, most).map((letter) => shown(name, letter));
  const isAll = seen.length <= most;
  return { letters, count: isAll ? letters.length : (await queueFacts(client, deadLettersUrl)).count };
};

/** Deletes those of the letters of a queue that have one of these ids, and returns what they were. */
export const dropFrom = async (
  client: SQSClient,
  { name, deadLettersUrl }: DeadLetterQueue,
  ids: ReadonlySet<string>,
): Promise<Letter[]> => {
  const dropped: Letter[] = [];
  const others: Message[] = [];
  try {
    for await (const letters of takeLetters(client, deadLettersUrl)) {
      for (const letter of letters) {
        if (!ids.has(letter.MessageId ?? '')) others.push(letter);
        else {
          await client.send(
            new DeleteMessageCommand({ QueueUrl: deadLettersUrl, ReceiptHandle: letter.ReceiptHandle }),
          );
          dropped.push(shown(name, letter));
        }
      }
      if (dropped.length === ids.size) break;
    }
  } finally {
    await showAgain(client, deadLettersUrl, others);
  }
  return dropped;
};

/** All letters of a queue, up to ten at a time and each once. Whoever takes them shows them again. */
async function* takeLetters(client: SQSClient, QueueUrl: string): AsyncGenerator<Message[]> {
  const known = new Set<string>();
  for (;;) {
    const receive = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: hiddenSeconds,
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['SentTimestamp'],
    });
    const { Messages = [] } = await client.send(receive);
    // One that has come into sight again: the queue is so long that looking has gone round it.
    if (Messages.length === 0 || Messages.some(({ MessageId = '' }) => known.has(MessageId))) return;
    for (const { MessageId = '' } of Messages) known.add(MessageId);
    yield Messages;
  }
}

/** Hidden for one more second: fauxqs 2.4.1 cannot show a message at once. Those that it fails on come back by themselves. */
const showAgain = async (client: SQSClient, QueueUrl: string, letters: readonly Message[]): Promise<void> => {
  for (let start = 0; start < letters.length; start += 10) {
    const Entries = letters
      .slice(start, start + 10)
      .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle, VisibilityTimeout: 1 }));
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  }
};

const shown = (queue: string, { MessageId = '', Attributes, Body = '' }: Message): Letter => ({
  id: MessageId,
  sentAt: new Date(Number(Attributes?.SentTimestamp)),
  work: workIn(queue, Body),
});
