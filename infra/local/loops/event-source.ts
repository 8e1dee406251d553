/** An event source mapping: takes messages from a queue and gives them to a function in batches. */

import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeliveryFault } from '../faults/fault-plan.ts';
import type { EventSourceDefinition } from '../template/functions.ts';
import { doneWith, recordOf } from './deliver.ts';
import { heldMessages } from './held-messages.ts';

/** What a mapping works with. */
export type EventSourceOptions = {
  source: EventSourceDefinition;
  queueUrl: string;
  client: SQSClient;
  /** Batches in the function's hands at once. */
  concurrency: number;
  invoke: (event: unknown) => Promise<unknown>;
  /** What goes wrong with the next delivery. */
  fault: () => DeliveryFault | undefined;
  /** After how many seconds a failed message comes back; undefined leaves it hidden as the queue says. */
  redeliverAfterSeconds: () => number | undefined;
  /** Told of a batch that failed, which has then stayed in its queue. */
  report: (problem: string) => void;
};

/** A mapping that runs until it is stopped; `stop` waits for the batches that are in the function's hands. */
export type EventSource = { stop: () => Promise<void> };

const maxPerReceive = 10;
const longPollSeconds = 20;

/** Starts taking messages. */
export const startEventSource = (options: EventSourceOptions): EventSource => {
  const { source, queueUrl, client, concurrency, invoke, fault, redeliverAfterSeconds, report } = options;
  const held = heldMessages(client, queueUrl);
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();

  const receive = async (most: number, waitSeconds: number): Promise<Message[]> => {
    const command = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: Math.min(most, maxPerReceive),
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    return (await client.send(command, { abortSignal: stopping.signal })).Messages ?? [];
  };

  /** A batch closes when it is full, or when the window that its first message opened is over. */
  const nextBatch = async (): Promise<Message[]> => {
    const batch = await receive(source.batchSize, longPollSeconds);
    const closesAt = performance.now() + source.windowSeconds * 1000;
    while (batch.length > 0 && batch.length < source.batchSize && performance.now() < closesAt) {
      if (stopping.signal.aborted) break;
      const milliseconds = closesAt - performance.now();
      // A poll waits whole seconds; what is left of the window after them is slept.
      if (milliseconds < 1000) await sleep(milliseconds);
      const more = receive(source.batchSize - batch.length, Math.floor(milliseconds / 1000));
      batch.push(...(await more.catch(() => [])));
    }
    return batch;
  };

  /** The messages that the function is done with. */
  const doneOf = async (batch: readonly Message[]): Promise<Message[]> => {
    try {
      const result = await invoke({ Records: batch.map((message) => recordOf(message, source.queueArn)) });
      const done = doneWith(batch, result, source.reportsBatchItemFailures);
      if (done.length < batch.length) {
        report(
          `${batch.length - done.length} of ${batch.length} from ${source.queueArn} failed; see the function's log.`,
        );
      }
      return done;
    } catch (error) {
      report(`A batch of ${batch.length} from ${source.queueArn} failed: ${(error as Error).message}`);
      return [];
    }
  };

  const deliver = async (batch: readonly Message[]): Promise<void> => {
    const trouble = fault();
    if (trouble?.does === 'deliverLate') return held.hide(batch, trouble.seconds);
    const deliveries = await Promise.all(
      trouble?.does === 'deliverTwice' ? [doneOf(batch), doneOf(batch)] : [doneOf(batch)],
    );
    const done = batch.filter((message) => deliveries.some((each) => each.includes(message)));
    await held.remove(done);
    if (trouble?.does === 'deliverAgain') await held.sendAgain(done, trouble.seconds);
    const seconds = redeliverAfterSeconds();
    if (seconds !== undefined) {
      await held.hide(
        batch.filter((message) => !done.includes(message)),
        seconds,
      );
    }
  };

  const unreadable = async (error: Error): Promise<Message[]> => {
    if (stopping.signal.aborted) return [];
    report(`${source.queueArn} could not be read: ${error.message}`);
    await sleep(1000);
    return [];
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      if (inHand.size >= concurrency) {
        await Promise.race(inHand);
        continue;
      }
      const batch = await nextBatch().catch(unreadable);
      if (batch.length === 0) continue;
      const delivery: Promise<void> = deliver(batch)
        .catch((error: Error) => report(`${source.queueArn}: ${error.message}`))
        .finally(() => inHand.delete(delivery));
      inHand.add(delivery);
    }
    await Promise.all(inHand);
  };

  const finished = run();
  return {
    stop: () => {
      stopping.abort();
      return finished;
    },
  };
};
