/** What can be done with messages that were received from a queue. */
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** Messages in hand. */
export type HeldMessages = {
  /** Takes them out of the queue. */
  remove: (messages: readonly Message[]) => Promise<void>;
  /** Hides them for so long from now on, whatever the queue says. */
  hide: (messages: readonly Message[], seconds: number) => Promise<void>;
  /** Puts them into the queue anew, to be seen after so long. */
  sendAgain: (messages: readonly Message[], seconds: number) => Promise<void>;
};

const maxInBatch = 10;

/** Works on the messages of one queue. */
export const heldMessages = (client: SQSClient, QueueUrl: string): HeldMessages => {
  const inBatches = async (messages: readonly Message[], send: (batch: readonly Message[]) => Promise<unknown>) => {
    for (let start = 0; start < messages.length; start += maxInBatch) {
      await send(messages.slice(start, start + maxInBatch));
    }
  };
  return {
    remove: (messages) =>
      inBatches(messages, (batch) => {
        const Entries = batch.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
        return client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
      }),
    hide: (messages, seconds) =>
      inBatches(messages, (batch) => {
        const Entries = batch.map(({ ReceiptHandle }, index) => ({
          Id: String(index),
          ReceiptHandle,
          VisibilityTimeout: seconds,
        }));
        return client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
      }),
    sendAgain: (messages, seconds) =>
      inBatches(messages, (batch) => {
        const Entries = batch.map(({ Body, MessageAttributes }, index) => ({
          Id: String(index),
          MessageBody: Body,
          MessageAttributes,
          DelaySeconds: seconds,
        }));
        return client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      }),
  };
};
