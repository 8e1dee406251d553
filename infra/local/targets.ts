/** Where rules and schedules send: a queue or a function of the template, by ARN. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Lambda } from './functions/lambda.ts';
import type { QueueDefinition } from './template/containers.ts';

/** Sends JSON text to the target with this ARN. */
export type SendTo = (targetArn: string, input: string) => Promise<void>;

/** Scheduler's universal target for SQS takes the request itself as its input. */
const universalSqs = /:scheduler:::aws-sdk:sqs:sendMessage$/;
const sqsRequest = z.object({ QueueUrl: z.string(), MessageBody: z.string() });

/** Lambda tries an event twice more before it gives it up. */
const functionAttempts = 3;

/** JSON text with what lies beyond U+FFFF escaped: SQS takes it, and its emulator does not. */
const carried = (json: string): string =>
  json.replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);

/** Makes the sender. */
export const createSender = (queues: readonly QueueDefinition[], client: SQSClient, lambda: Lambda): SendTo => {
  const invoke = async (functionArn: string, event: unknown, attempt = 1): Promise<void> => {
    try {
      await lambda.pool(functionArn).invoke(event);
    } catch (error) {
      if (attempt === functionAttempts) throw error;
      await invoke(functionArn, event, attempt + 1);
    }
  };

  return async (targetArn, input) => {
    const queue = queues.find(({ arn }) => arn === targetArn);
    if (queue !== undefined)
      await client.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: carried(input) }));
    else if (universalSqs.test(targetArn))
      await client.send(new SendMessageCommand(sqsRequest.parse(JSON.parse(input))));
    else await invoke(targetArn, JSON.parse(input));
  };
};
