/** What is known of failures of AWS's services: those that pass, those that never will, and all others. */
import {
  DynamoDBClient,
  InternalServerError,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { KMSInternalException } from '@aws-sdk/client-kms';
import { SQSClient } from '@aws-sdk/client-sqs';
import { isImpossible, isTransient } from '../../shared/aws/failures.ts';
import { queue } from '../../shared/aws/queues.ts';
import { Refused } from '../../shared/domain/refusals.ts';
import { MailDelayed } from '../../shared/work/mailing/mailer.ts';

const $metadata = { httpStatusCode: 400, attempts: 8 };
const message = 'from the service';
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata,
    message,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const named = (name: string, more: object = {}) => Object.assign(new Error(message), { name, $metadata, ...more });

test.each([
  ['a table with too much to do', new ProvisionedThroughputExceededException({ $metadata, message })],
  ['DynamoDB that fails', new InternalServerError({ $metadata, message })],
  ['a write that met a transaction', new TransactionConflictException({ $metadata, message })],
  ['a transaction that met others', cancelled('None', 'TransactionConflict', 'ThrottlingError')],
  ['a transaction that is in progress', named('TransactionInProgressException')],
  ['throttling by any service', named('ThrottlingException')],
  ['throttling, as SES says it', named('Throttling')],
  ['too many requests', named('Strange', { $metadata: { httpStatusCode: 429 } })],
  ['KMS that fails', new KMSInternalException({ $metadata, message })],
  ['S3 that asks to slow down', named('SlowDown', { $metadata: { httpStatusCode: 503 } })],
  ['a gateway that is down', named('Unknown', { $metadata: { httpStatusCode: 502 } })],
  ['a time-out', named('TimeoutError')],
  ['a connection that broke', Object.assign(new Error('aborted'), { code: 'ECONNRESET' })],
  ['a name that was not found', Object.assign(new Error('x', { cause: { code: 'EAI_AGAIN' } }))],
  ['people whom others keep changing', new Refused({ code: 'ConcurrentChange' })],
])('%s passes (mistake 9)', (_, error) => {
  expect([isTransient(error), isImpossible(error)]).toEqual([true, false]);
});

test.each([
  ['an item over 400 KB', named('ValidationException')],
  ['a transaction with such an item', cancelled('None', 'ValidationError')],
  ['a message over its limit', named('InvalidParameterValue')],
  ['messages over their limit together', named('BatchRequestTooLong')],
  ['a part of an object over its limit', named('EntityTooLarge')],
])('%s never succeeds (mistake 4)', (_, error) => {
  expect([isTransient(error), isImpossible(error)]).toEqual([false, true]);
});

test.each([
  ['a fault of ours', new TypeError('x is undefined')],
  ['a right that lacks', named('AccessDeniedException')],
  ['a condition that did not hold', cancelled('ConditionalCheckFailed', 'None')],
  ['a table that is not there', named('ResourceNotFoundException')],
  ['a refusal', new Refused({ code: 'NotFound' })],
  ['a delayed mail, which is seen to where it is sent', new MailDelayed('Throttling')],
  ['nothing', undefined],
  ['a text', 'Throttling'],
])('of %s nothing is known', (_, error) => {
  expect([isTransient(error), isImpossible(error)]).toEqual([false, false]);
});

test('a service that is not there passes, as the SDK says it', async () => {
  const options = {
    endpoint: 'http://127.0.0.1:1',
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  };
  const [table, messages] = [new DynamoDBClient(options), new SQSClient(options)];
  const { ListTablesCommand } = await import('@aws-sdk/client-dynamodb');
  const errors = await Promise.allSettled([
    table.send(new ListTablesCommand({})),
    // Without its pauses: what the SDK throws, as the queue passes it on.
    queue(messages, 'http://127.0.0.1:1/1/q')([{}]),
  ]);
  const reasons = errors.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  expect(reasons.map(isTransient)).toEqual([true, true]);
}, 30_000);

test.each([
  [true, [false, true]],
  [false, [true, false]],
])(
  'of messages that the queue did not take it is known whose fault it was: ours %s',
  async (SenderFault, known) => {
    const Failed = [{ Id: '0', SenderFault, Code: SenderFault ? 'InvalidParameterValue' : 'InternalError' }];
    const client = { send: async () => ({ Failed }) } as unknown as SQSClient;
    const error = await queue(client, 'url')([{}]).catch((reason: unknown) => reason);
    expect([isTransient(error), isImpossible(error)]).toEqual(known);
  },
  30_000,
);
