/** Cancelled transactions: conditions judge, conflicts and throttling do not. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { transact } from '../../../shared/aws/dynamodb/transact.ts';

const cancelled = (...codes: (string | [code: string, item: object])[]) =>
  Object.assign(new Error('marked'), {
    name: 'TransactionCanceledException',
    CancellationReasons: codes.map((code) => {
      return typeof code === 'string' ? { Code: code } : { Code: code[0], Item: marshall(code[1]) };
    }),
  });
const named = (name: string) => Object.assign(new Error(name), { name });

/** A client that answers with these errors, one after the other, and then takes the transaction. */
const setup = (...errors: Error[]) => {
  let calls = 0;
  const send = async () => {
    calls += 1;
    const error = errors[calls - 1];
    if (error) throw error;
    return {};
  };
  const actions = ['a', 'b'].map((pk) => ({ Put: { TableName: 't', Item: { pk } } }));
  return { run: () => transact({ send } as unknown as DynamoDBDocumentClient, actions), calls: () => calls };
};

test('what was written met nothing', async () => {
  const { run, calls } = setup();
  expect([await run(), calls()]).toEqual([undefined, 1]);
});

test.each([
  ['a conflict', cancelled('None', 'TransactionConflict')],
  ['throttling', cancelled('ThrottlingError', 'None')],
  ['a partition that is too busy', cancelled('ProvisionedThroughputExceeded', 'TransactionConflict')],
  ['one that is in progress', named('TransactionInProgressException')],
  ['throttling as a whole', named('ThrottlingException')],
])('%s judges nothing: it is tried again (cases 23, 25)', async (_what, error) => {
  const { run, calls } = setup(error, error);
  expect([await run(), calls()]).toEqual([undefined, 3]);
});

test('a condition that failed judges, with the item that stood in the way; others beside it do not (case 23)', async () => {
  const { run, calls } = setup(cancelled(['ConditionalCheckFailed', { pk: 'a', n: 1 }], 'TransactionConflict'));
  expect(await run()).toEqual([{ isMet: false, item: { pk: 'a', n: 1 } }, { isMet: true }]);
  expect(calls()).toBe(1);
});

test('a condition that failed without an item', async () => {
  const { run } = setup(cancelled('None', 'ConditionalCheckFailed'));
  expect(await run()).toEqual([{ isMet: true }, { isMet: false, item: undefined }]);
});

test.each([
  ['what is not valid', cancelled('ValidationError', 'None')],
  ['an item that is too large, beside a conflict', cancelled('TransactionConflict', 'ItemCollectionSizeLimitExceeded')],
  ['a right that is missing', named('AccessDeniedException')],
])('%s is a fault, at once', async (_what, error) => {
  const { run, calls } = setup(error);
  await expect(run()).rejects.toBe(error);
  expect(calls()).toBe(1);
});
