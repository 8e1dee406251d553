/** The queue side of a function: each message parsed at the wire, and one that fails holds nobody else back. */
import middy from '@middy/core';
import sqsPartialBatchFailure from '@middy/sqs-partial-batch-failure';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { log, logError, withRequestId } from './log.ts';

/** What a delivery may know of its call. */
export type Call = {
  /** Whether less than a fifth of the function's time is left, so that the rest should wait for another call. */
  shouldPause: () => boolean;
};

/**
 * The handler of a queue's messages. `work` that throws, or a message that is not of the schema, leaves its message in
 * the queue: it comes again, and after the queue's last try it goes to the dead letters.
 */
export const onQueue = <Schema extends z.ZodType>(
  schema: Schema,
  work: (message: z.output<Schema>, call: Call) => Promise<unknown>,
) =>
  middy<SQSEvent, unknown>()
    // The failure is logged where it happens, with the request's id and without the message.
    .use(sqsPartialBatchFailure({ logger: () => {} }))
    .handler(({ Records }, context) =>
      withRequestId(context.awsRequestId, () => {
        const call = callOf(context);
        // Called for every record of the batch.
        return Promise.allSettled(Records.map((record) => handle(record, schema, work, call)));
      }),
    );

const handle = async <Schema extends z.ZodType>(
  { body, messageId }: SQSRecord,
  schema: Schema,
  work: (message: z.output<Schema>, call: Call) => Promise<unknown>,
  call: Call,
): Promise<void> => {
  try {
    const outcome = await work(schema.parse(JSON.parse(body)), call);
    log('message done', { messageId, ...(typeof outcome === 'string' && { outcome }) });
  } catch (error) {
    logError('message failed', error, { messageId });
    throw error;
  }
};

const callOf = (context: Context): Call => {
  const time = context.getRemainingTimeInMillis();
  return { shouldPause: () => context.getRemainingTimeInMillis() < time / 5 };
};
