/** The document client's commands, sent by direct calls. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Plain } from './attributes.ts';
import { answerOf } from './direct-answers.ts';
import type { DirectCall } from './direct-calls.ts';
import { operations } from './direct-requests.ts';

type Sent = { constructor: unknown; input: Plain };

/** The same client, whose commands go by direct calls; what has no operation here, or has options, goes as ever. */
export const sendingDirectly = (documents: DynamoDBDocumentClient, call: DirectCall): DynamoDBDocumentClient => {
  const send = documents.send.bind(documents) as (command: Sent, ...options: unknown[]) => Promise<unknown>;
  const sendDirectly = async (command: Sent, ...options: unknown[]): Promise<unknown> => {
    const operation = operations.get(command.constructor);
    if (operation === undefined || options.length > 0) return send(command, ...options);
    return answerOf(await call(operation.name, operation.bodyOf(command.input)));
  };
  return Object.assign(documents, { send: sendDirectly });
};
