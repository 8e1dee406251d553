/** What a failed call of a service tells: whether the same call may succeed a moment later, or never. */
import { Refused } from '../domain/refusals.ts';

/** The parts of an SDK's error that are read. */
type Failure = {
  name?: string;
  code?: string;
  cause?: unknown;
  $fault?: string;
  $retryable?: object;
  $metadata?: { httpStatusCode?: number };
  CancellationReasons?: readonly { Code?: string }[];
};

/** Names by which services say that they have too much to do, with and without `Exception` at the end. */
const throttling =
  /^(Throttl|Throttled|Throttling|TooManyRequests|RequestLimitExceeded|RequestThrottled|ProvisionedThroughputExceeded|SlowDown|LimitExceeded|KMSThrottling|PriorRequestNotComplete|OverLimit|ReplicatedWriteConflict|TransactionInProgress|TransactionConflict|RequestTimeout|TimeoutError|ServiceUnavailable|InternalServer|InternalFailure|KMSInternal|DependencyTimeout)/;

/** Codes of Node for a network that brought no answer. */
const unanswered = new Set([
  ...['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** Why a transaction may be cancelled that goes through a moment later. */
const passing = new Set(['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/**
 * Whether the same call may succeed a moment later: throttling, a network or service that is down, transactions that met
 * others, people whom somebody else keeps changing, an index that is being made. What is not known to pass is not transient.
 */
export const isTransient = (error: unknown): boolean => {
  if (error instanceof Refused)
    return error.refusals.every(({ code }) => code === 'ConcurrentChange' || code === 'IndexNotReady');
  if (typeof error !== 'object' || error === null) return false;
  const { name = '', code = '', cause, $fault, $retryable, $metadata, CancellationReasons } = error as Failure;
  if (CancellationReasons) return CancellationReasons.every(({ Code = 'None' }) => passing.has(Code));
  const status = $metadata?.httpStatusCode ?? 0;
  return (
    $retryable !== undefined ||
    $fault === 'server' ||
    status === 429 ||
    status >= 500 ||
    throttling.test(name) ||
    unanswered.has(code) ||
    (cause !== undefined && cause !== error && isTransient(cause))
  );
};

/** Names by which services refuse what they are asked because of what it is. */
const impossible = new Set([
  // DynamoDB: an item over 400 KB, or a transaction over 4 MB
  'ValidationException',
  'ItemCollectionSizeLimitExceededException',
  // SQS: a message over its limit, or with characters that it does not take
  'InvalidMessageContents',
  'InvalidParameterValue',
  'InvalidParameterValueException',
  'BatchRequestTooLong',
  // S3
  'EntityTooLarge',
  'KeyTooLongError',
]);

/** Whether the same call can never succeed, because of what it asks for. */
export const isImpossible = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const { name = '', CancellationReasons } = error as Failure;
  if (CancellationReasons) {
    return CancellationReasons.some(
      ({ Code }) => Code === 'ValidationError' || Code === 'ItemCollectionSizeLimitExceeded',
    );
  }
  return impossible.has(name.replace(/^com\.amazonaws\.sqs#|^AWS\.SimpleQueueService\./, ''));
};
