/** What crosses the wire as a transaction: DynamoDB's JSON, with all that the SDK would have put there. */
import { setImmediate } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Action, transactCommand } from '../../../shared/aws/dynamodb/transact-command.ts';

type Sent = { headers: Record<string, string>; body: string };

/** A client whose requests are caught; the first `busy` of them find the service busy. */
const setup = (busy = 0) => {
  const sent: Sent[] = [];
  const handle = async (request: Sent) => {
    sent.push(request);
    await setImmediate();
    const isBusy = sent.length <= busy;
    const text = isBusy ? '{"__type":"com.amazonaws.dynamodb#ThrottlingException"}' : '{}';
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'content-length': String(text.length) };
    return { response: { statusCode: isBusy ? 400 : 200, headers, body: new Blob([text]).stream() } };
  };
  const service = new DynamoDBClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: { handle } as unknown as object,
  });
  const client = DynamoDBDocumentClient.from(service);
  return { client, send: (actions: Action[]) => client.send(transactCommand(actions)), sent };
};

const putOf = (Item: Record<string, unknown>): Action => ({ Put: { TableName: 't', Item } });

test('values of every kind, in every place that holds values', async () => {
  const { send, sent } = setup();
  const Item = { pk: 'ä', n: -1.5, yes: true, none: null, left: undefined, list: ['a', { b: 1 }, []], map: { c: {} } };
  const values = { ExpressionAttributeValues: { ':n': 1 } };
  await send([
    { Put: { TableName: 't', Item, ConditionExpression: 'attribute_not_exists(pk)' } },
    { Update: { TableName: 't', Key: { pk: 'b' }, UpdateExpression: 'ADD n :n', ...values } },
    { Delete: { TableName: 't', Key: { pk: 'c' } } },
  ]);
  const { ClientRequestToken, ...body } = JSON.parse(sent[0]?.body ?? '');
  expect(ClientRequestToken).toMatch(/^[0-9a-f-]{36}$/);
  const attributes = {
    pk: { S: 'ä' },
    n: { N: '-1.5' },
    yes: { BOOL: true },
    none: { NULL: true },
    list: { L: [{ S: 'a' }, { M: { b: { N: '1' } } }, { L: [] }] },
    map: { M: { c: { M: {} } } },
  };
  const update = { TableName: 't', Key: { pk: { S: 'b' } }, UpdateExpression: 'ADD n :n' };
  expect(body).toEqual({
    TransactItems: [
      { Put: { TableName: 't', Item: attributes, ConditionExpression: 'attribute_not_exists(pk)' } },
      { Update: { ...update, ExpressionAttributeValues: { ':n': { N: '1' } } } },
      { Delete: { TableName: 't', Key: { pk: { S: 'c' } } } },
    ],
  });
});

test('it is addressed, measured and signed as any other', async () => {
  const { send, sent } = setup();
  await send([putOf({ pk: 'ä' })]);
  const [{ headers, body } = { headers: {}, body: '' }] = sent;
  expect(headers).toMatchObject({
    'x-amz-target': 'DynamoDB_20120810.TransactWriteItems',
    'content-length': String(Buffer.byteLength(body)),
    authorization: expect.stringContaining('Signature='),
  });
});

test('tried again it is the same, so that the service does it once (cases 5, 25)', async () => {
  const { send, sent } = setup(1);
  await send([putOf({ pk: 'a' })]);
  expect(sent).toHaveLength(2);
  expect(sent[1]?.body).toBe(sent[0]?.body);
});

test('what others ask of the call is asked', async () => {
  const { client, sent } = setup();
  client.middlewareStack.add(
    (next) => (call) => next({ ...call, input: { ...call.input, ReturnConsumedCapacity: 'TOTAL' } as object }),
    { step: 'initialize', name: 'ask' },
  );
  await client.send(transactCommand([putOf({ pk: 'a' })]));
  expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
    ReturnConsumedCapacity: 'TOTAL',
    TransactItems: [{ Put: { Item: { pk: { S: 'a' } } } }],
  });
});

test.each([[Number.NaN], [new Map()], [Buffer.from('a')], [() => {}], [1n]])('%p is refused', (value) => {
  expect(() => transactCommand([putOf({ pk: 'a', value })])).toThrow(TypeError);
});
