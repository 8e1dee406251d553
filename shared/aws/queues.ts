/** Sending to SQS, and putting off what came from it. */
import {
  type BatchResultErrorEntry,
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import pRetry from 'p-retry';
import type { Queues } from '../work/queues.ts';
import { isImpossible, isTransient } from './failures.ts';

/** SQS's limits for one batch call: messages, and bytes of them all (256 KiB until 2025, which emulators still hold to). */
const maxMessages = 10;
const maxBytes = 256 * 1024 - 4096;

/** A queue's sender; without seconds its messages are seen at once. */
export type Sender<Message> = (messages: readonly Message[], seconds?: number) => Promise<void>;

/** Sends messages as JSON, to be seen at once or some seconds later; those that a batch call reports as failed go again, and the call throws when some stay behind. */
export const queue =
  <Message>(client: SQSClient, url: string): Sender<Message> =>
  async (messages, seconds = 0) => {
    for (const batch of batches(messages.map(textOf))) {
      let open = batch.map((MessageBody, index) => ({ Id: String(index), MessageBody, DelaySeconds: seconds }));
      await pRetry(
        async () => {
          const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: open }));
          open = open.filter(({ Id }) => Failed.some((failed) => failed.Id === Id));
          if (open.length > 0) throw new NotTaken(Failed);
        },
        {
          retries: 6,
          minTimeout: 50,
          maxTimeout: 5_000,
          randomize: true,
          // What the queue will never take is not offered again; the rest may have been taken by then.
          shouldRetry: ({ error }) => !isImpossible(error),
        },
      );
    }
  };

/**
 * As JSON, in the characters that every queue takes: two that are none stand escaped, and so do those beyond U+FFFF, as
 * their halves, which SQS takes and emulators do not.
 */
const textOf = (message: unknown): string =>
  JSON.stringify(message).replace(/[\ud800-\udfff\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);

/** Messages stayed behind; by the name of the failure that is our own fault, where there is one. */
class NotTaken extends Error {
  readonly $fault: 'client' | 'server';

  constructor(failed: readonly BatchResultErrorEntry[]) {
    super('messages were not taken');
    const ours = failed.find(({ SenderFault }) => SenderFault);
    this.name = (ours ?? failed[0])?.Code ?? 'NotTaken';
    this.$fault = ours ? 'client' : 'server';
  }
}

/** The variable that holds each queue's URL. */
const urlNames = {
  files: 'FILE_QUEUE_URL',
  rows: 'ROW_QUEUE_URL',
  credentials: 'CREDENTIAL_QUEUE_URL',
  notices: 'NOTICE_QUEUE_URL',
  sweeps: 'SWEEP_QUEUE_URL',
} as const satisfies Record<keyof Queues, string>;

type Known<Environment> = {
  [Name in keyof Queues as (typeof urlNames)[Name] extends keyof Environment ? Name : never]: Queues[Name];
};

/** The queues whose URLs an environment has; the others are not in the type either. */
export const queues = <Environment extends object>(client: SQSClient, environment: Environment): Known<Environment> => {
  const urls = environment as Record<string, string | undefined>;
  const known = Object.entries(urlNames).filter(([, variable]) => urls[variable] !== undefined);
  return Object.fromEntries(
    known.map(([name, variable]) => [name, queue(client, urls[variable] ?? '')]),
  ) as Known<Environment>;
};

/** A queue as the function that works it off needs it: it puts off messages whose failures pass. */
export const redelivery = (client: SQSClient, QueueUrl: string) => ({
  isTransient,
  isImpossible,
  postpone: async (ReceiptHandle: string, VisibilityTimeout: number): Promise<void> => {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
  },
});

function* batches(bodies: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let bytes = 0;
  for (const body of bodies) {
    const size = Buffer.byteLength(body);
    if (batch.length === maxMessages || (batch.length > 0 && bytes + size > maxBytes)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(body);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
