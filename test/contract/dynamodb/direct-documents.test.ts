/** Direct calls against the SDK's own: the same answers, and the same errors, of the same requests. */
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { transactCommand } from '../../../shared/aws/dynamodb/transact-command.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';
import { faultyWire } from '../faulty-wire.ts';

let database: Dynoxide;
beforeAll(async () => {
  database = await startDynoxide();
});
afterAll(() => database.stop());

type Command = { input: object };

/** What a command comes to, without what is each call's own. */
const outcomeOf = async (client: DynamoDBDocumentClient, command: Command): Promise<object> => {
  try {
    const { $metadata, ...answer } = (await client.send(command as never)) as { $metadata?: unknown };
    return answer;
  } catch (error) {
    const { name, message, $fault, $metadata, Item, CancellationReasons } = error as Record<string, unknown>;
    const { httpStatusCode, attempts } = $metadata as Record<string, unknown>;
    return { name, message, $fault, httpStatusCode, attempts, Item, CancellationReasons };
  }
};

const item = {
  pk: 'p',
  sk: 's',
  text: 'ä\u{1f600}"\\',
  empty: '',
  number: -1.5e-7,
  large: 123_456_789_012,
  yes: false,
  none: null,
  list: ['a', { b: [] }],
  map: { c: {}, 'd.e': 1 },
  bytes: new Uint8Array([0, 1, 255]),
  names: new Set(['a', 'b']),
};
const Key = { pk: 'p', sk: 's' };

/** One after the other: what each finds is what those before it left. */
const commandsOn = (TableName: string): Command[] => {
  const absent = {
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  const query = { TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'p' } };
  return [
    new PutCommand({ TableName, Item: { ...item, left: undefined } }),
    new PutCommand({ TableName, Item: { pk: 'p', sk: 't' } }),
    new GetCommand({ TableName, Key, ConsistentRead: true }),
    new GetCommand({ TableName, Key: { pk: 'none', sk: 's' } }),
    new QueryCommand({ ...query, Limit: 1 }),
    new QueryCommand({ ...query, ExclusiveStartKey: Key, Select: 'COUNT' }),
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: 'SET #n = :n',
      ExpressionAttributeNames: { '#n': 'number' },
      ExpressionAttributeValues: { ':n': 2 },
      ReturnValues: 'ALL_NEW',
    }),
    new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [Key, { pk: 'p', sk: 'x' }], ConsistentRead: true } } }),
    new PutCommand({ TableName, Item: { pk: 'p', sk: 't' }, ...absent }),
    new GetCommand({ TableName: 'no-such-table', Key }),
    new GetCommand({ TableName, Key: { pk: '', sk: 's' } }),
    transactCommand([{ Put: { TableName, Item: { pk: 'q', sk: 's' } } }]),
    transactCommand([
      { Put: { TableName, Item: { pk: 'r', sk: 's' } } },
      { Put: { TableName, Item: { pk: 'q', sk: 's' }, ...absent } },
    ]),
    new DeleteCommand({ TableName, Key, ReturnValues: 'ALL_OLD' }),
  ];
};

test('answers and errors are those of the SDK', async () => {
  const [one, other] = [await database.makeTables(), await database.makeTables()];
  const direct = faultyWire(database.endpoint).client;
  const commands = commandsOn(one.directory);
  for (const [index, command] of commandsOn(other.directory).entries()) {
    const expected = await outcomeOf(other.client, command);
    const found = await outcomeOf(direct, commands[index] as Command);
    const text = JSON.stringify(expected).replaceAll(other.directory, one.directory);
    expect([index, JSON.parse(JSON.stringify(found))]).toEqual([index, JSON.parse(text)]);
    if (index === 2) expect(found).toEqual({ Item: item });
  }
});

describe('a service in trouble', () => {
  const read = async (fate: Parameters<ReturnType<typeof faultyWire>['faresBy']>[0]) => {
    const { client, asked, faresBy } = faultyWire(database.endpoint);
    const { directory: TableName } = await database.makeTables();
    faresBy(fate);
    return { outcome: await outcomeOf(client, new GetCommand({ TableName, Key })), asked };
  };

  test('is asked again when it is throttled, or its answer is lost', async () => {
    const { outcome, asked } = await read(({ before }) =>
      before === 0 ? { error: 'ThrottlingException' } : before === 1 ? 'answer lost' : 'done',
    );
    expect(outcome).toEqual({});
    expect(asked).toHaveLength(3);
  });

  test('is asked again when a plain call meets a transaction', async () => {
    const { outcome, asked } = await read(({ before }) =>
      before === 0 ? { error: 'TransactionConflictException' } : 'done',
    );
    expect(outcome).toEqual({});
    expect(asked).toHaveLength(2);
  });

  test('is not asked again for what it refuses', async () => {
    const { outcome, asked } = await read(() => ({ error: 'ValidationException' }));
    expect(outcome).toMatchObject({ name: 'ValidationException', $fault: 'client', attempts: 1 });
    expect(asked).toHaveLength(1);
  });
});
