/**
 * TransactWriteItems with a body of our own making. Fifty people are some 2,000 attributes, and the SDK looks at each of
 * them five times before it is sent: it took two thirds of the time of adding them. DynamoDB's body is plain JSON, so it is
 * written in one go; address, signature, retries and answers stay the SDK's.
 */
import { randomUUID } from 'node:crypto';
import {
  type TransactWriteItem,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { attributesOf, type Plain } from './attributes.ts';

/** The command that runs these actions, or none of them. */
export const transactCommand = (actions: readonly Action[]): TransactWriteItemsCommand => {
  // The SDK would make this token while it writes the body: a call that it tries again is then done once.
  const input = { TransactItems: actions.map(marshalled), ClientRequestToken: randomUUID() };
  const command = new TransactWriteItemsCommand(input);
  // The SDK, its logger first of all, is given an empty transaction to look at.
  command.middlewareStack.add((next) => (call) => next({ ...call, input: { ...call.input, TransactItems: [] } }), {
    step: 'initialize',
    priority: 'high',
    name: 'hideActions',
  });
  command.middlewareStack.add(
    (next) => (call) => {
      const whole: TransactWriteItemsCommandInput = { ...call.input, TransactItems: input.TransactItems };
      Object.assign(call.request as object, { body: JSON.stringify(whole) });
      return next(call);
    },
    { step: 'build', priority: 'high', name: 'writeBody' },
  );
  return command;
};

const marshalled = (action: Action): TransactWriteItem => {
  const all: Record<string, unknown> = {};
  for (const [kind, input] of Object.entries(action)) {
    const { Item, Key, ExpressionAttributeValues: values, ...others } = input as Record<string, Plain | undefined>;
    all[kind] = {
      ...others,
      ...(Item && { Item: attributesOf(Item) }),
      ...(Key && { Key: attributesOf(Key) }),
      ...(values && { ExpressionAttributeValues: attributesOf(values) }),
    };
  }
  return all as TransactWriteItem;
};

/** One action of a transaction, with plain values. */
export type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
