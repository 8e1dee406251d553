/** DynamoDB's errors, as the SDK throws them. */
import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { isClockSkewError } from '@smithy/core/retry';

/** A body in DynamoDB's JSON. */
export type Body = Record<string, unknown>;

type Response = { statusCode: number; headers: Record<string, string> };

/** Errors that callers know by their class; they know all others by their name. */
const classes = { ConditionalCheckFailedException, TransactionConflictException };

/** The error that an answer tells, with its members: the item that stood in the way, or why a transaction was cancelled. */
export const failureOf = ({ statusCode, headers }: Response, body: Body): DynamoDBServiceException => {
  const { __type, message, Message, ...members } = body as Record<string, string | undefined>;
  const name = nameOf(__type ?? headers['x-amzn-errortype'] ?? 'UnknownError');
  const told = {
    name,
    message: message ?? Message ?? name,
    $fault: statusCode >= 500 ? ('server' as const) : ('client' as const),
    $metadata: { httpStatusCode: statusCode, ...requestId(headers) },
  };
  const known = classes[name as keyof typeof classes];
  const error = Object.assign(known ? new known(told) : new DynamoDBServiceException(told), members);
  // A transaction that has the item in hand is over in a moment; the SDK would take it for a refusal.
  return error instanceof TransactionConflictException ? Object.assign(error, { $retryable: {} }) : error;
};

/** `com.amazonaws.dynamodb.v20120810#ThrottlingException`, or in a header `ThrottlingException:http://...`. */
const nameOf = (type: string): string => type.replace(/^.*#/, '').replace(/:.*$/, '');

const requestId = (headers: Record<string, string>) => {
  const id = headers['x-amzn-requestid'];
  return id === undefined ? {} : { requestId: id };
};

/** A signature is good for five minutes; the SDK takes four for too many. */
const clockTolerance = 240_000;

/** Whether a call failed because this machine's clock differs from the service's by so many milliseconds. */
export const isClockWrong = (error: DynamoDBServiceException, milliseconds: number): boolean =>
  isClockSkewError(error as Parameters<typeof isClockSkewError>[0]) && Math.abs(milliseconds) >= clockTolerance;
