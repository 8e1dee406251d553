/** Sending to SQS. */
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import pRetry from 'p-retry';
import type { Send } from '../work/queues.ts';

/** SQS's limits for one batch call: messages, and bytes of them all (256 KiB until 2025, which emulators still hold to). */
const mostMessages = 10;
const mostBytes = 256 * 1024 - 4096;

/** Sends messages as JSON; those that a batch call reports as failed go again, and the call throws when some stay behind. */
export const queue =
  <Message>(client: SQSClient, url: string): Send<Message> =>
  async (messages) => {
    for (const batch of batches(messages.map((message) => JSON.stringify(message)))) {
      let open = batch.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
      await pRetry(
        async () => {
          const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: open }));
          open = open.filter(({ Id }) => Failed.some((failed) => failed.Id === Id));
          if (open.length > 0) throw new Error('messages were not taken');
        },
        { retries: 6, minTimeout: 50, maxTimeout: 5_000, randomize: true },
      );
    }
  };

function* batches(bodies: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let bytes = 0;
  for (const body of bodies) {
    const size = Buffer.byteLength(body);
    if (batch.length === mostMessages || (batch.length > 0 && bytes + size > mostBytes)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(body);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
