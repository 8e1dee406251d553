/** One batch of an event source: invokes the function and says which messages are done with. */
import type { Message } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { region } from '../template/intrinsics.ts';

const response = z
  .object({
    batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
  })
  .nullish();

/** The record that Lambda makes of a message. */
export const recordOf = (message: Message, queueArn: string) => ({
  messageId: message.MessageId,
  receiptHandle: message.ReceiptHandle,
  body: message.Body,
  attributes: message.Attributes ?? {},
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      {
        dataType: DataType,
        stringValue: StringValue,
        binaryValue: BinaryValue && Buffer.from(BinaryValue).toString('base64'),
        stringListValues: [],
        binaryListValues: [],
      },
    ]),
  ),
  md5OfBody: message.MD5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: region,
});

/**
 * The messages to delete, by Lambda's rules. Without partial reports, a result of any kind deletes all. With them,
 * nothing listed deletes all, listed ones stay, and a list that is malformed or names a stranger keeps all.
 */
export const doneWith = (
  messages: readonly Message[],
  result: unknown,
  reportsBatchItemFailures: boolean,
): Message[] => {
  if (!reportsBatchItemFailures) return [...messages];
  const read = response.safeParse(result === '' ? null : result);
  if (!read.success) return [];
  const failed = (read.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  const known = new Set(messages.map(({ MessageId }) => MessageId));
  if (failed.some((id) => !known.has(id))) return [];
  return messages.filter(({ MessageId }) => !failed.includes(MessageId ?? ''));
};
