/** The queue side of a function: each message parsed at the wire, and one that fails holds nobody else back. */
import middy from '@middy/core';
import sqsPartialBatchFailure from '@middy/sqs-partial-batch-failure';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { log, logError, withRequestId } from './log.ts';
import { type Redelivery, secondsToNextTry } from './redelivery.ts';

/** What a delivery may know of its call. */
export type Call = {
  /** Whether less than a fifth of the function's time is left, so that the rest should wait for another call. */
  shouldPause: () => boolean;
} & Pick<Redelivery, 'isTransient' | 'isImpossible'>;

type Work<Schema extends z.ZodType> = (message: z.output<Schema>, call: Call) => Promise<unknown>;

/**
 * The handler of a queue's messages. `work` that throws, or a message that is not of the schema, leaves its message in
 * the queue: after a failure that passes it comes again in seconds, later in minutes, by the count of its deliveries;
 * after any other when the queue's visibility timeout is over. After the queue's last try it goes to the dead letters.
 */
export const onQueue = <Schema extends z.ZodType>(schema: Schema, redelivery: Redelivery, work: Work<Schema>) =>
  middy<SQSEvent, unknown>()
    // The failure is logged where it happens, with the request's id and without the message.
    .use(sqsPartialBatchFailure({ logger: () => {} }))
    .handler(({ Records }, context) =>
      withRequestId(context.awsRequestId, () => {
        const { isTransient, isImpossible } = redelivery;
        const call = { ...callOf(context), isTransient, isImpossible };
        // Called for every record of the batch.
        return Promise.allSettled(
          Records.map((record) => handle(record, () => work(schema.parse(JSON.parse(record.body)), call), redelivery)),
        );
      }),
    );

const handle = async (
  record: SQSRecord,
  work: () => Promise<unknown>,
  { isTransient, postpone }: Redelivery,
): Promise<void> => {
  const { messageId } = record;
  try {
    const outcome = await work();
    log('message done', { messageId, ...(typeof outcome === 'string' && { outcome }) });
  } catch (error) {
    logError('message failed', error, { messageId });
    if (isTransient(error)) await comeAgain(record, postpone);
    throw error;
  }
};

/** A queue that cannot be told either has the message come again when its visibility timeout is over. */
const comeAgain = async (
  { messageId, receiptHandle, attributes }: SQSRecord,
  postpone: Redelivery['postpone'],
): Promise<void> => {
  const receives = Number(attributes.ApproximateReceiveCount);
  const seconds = secondsToNextTry(receives, Math.random());
  try {
    await postpone(receiptHandle, seconds);
    log('message comes again', { messageId, receives, seconds });
  } catch (error) {
    logError('message was not put off', error, { messageId });
  }
};

const callOf = (context: Context): Pick<Call, 'shouldPause'> => {
  const time = context.getRemainingTimeInMillis();
  return { shouldPause: () => context.getRemainingTimeInMillis() < time / 5 };
};
