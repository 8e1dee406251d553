/** An index that a deployment is still making: what asks it is told when to come back, and nothing is given up. */
import { CreateTableCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../../shared/aws/dynamodb/document-client.ts';
import { isTransient } from '../../../shared/aws/failures.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { statusOf, writeGraphError } from '../../../shared/graph/odata/graph-error.ts';
import { type Dynoxide, environmentFor, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
const before = { ...process.env };
beforeAll(async () => {
  dynoxide = await startDynoxide();
  Object.assign(process.env, environmentFor(dynoxide.endpoint));
});
afterAll(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  await dynoxide.stop();
});

const TableName = 'filling';
const question = new QueryCommand({
  TableName,
  IndexName: 'people',
  KeyConditionExpression: 'listShard = :shard',
  ExpressionAttributeValues: { ':shard': 'PEOPLE#0' },
});

test('while an index is not there its questions are refused for a minute, and answered once it is', async () => {
  const client = documentClient();
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  );
  await client.send(new PutCommand({ TableName, Item: { pk: 'USER#1', listShard: 'PEOPLE#0' } }));
  const refused = await client.send(question).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refused);
  const { refusals } = refused as Refused;
  expect(refusals).toMatchObject([{ code: 'IndexNotReady' }]);
  expect(statusOf(refusals)).toBe(503);
  expect((await writeGraphError(refusals, {})).headers).toMatchObject({ 'retry-after': '60' });
  // A message of a queue comes again.
  expect(isTransient(refused)).toBe(true);

  await client.send(
    new UpdateTableCommand({
      TableName,
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'listShard', AttributeType: 'S' },
      ],
      GlobalSecondaryIndexUpdates: [
        {
          Create: {
            IndexName: 'people',
            KeySchema: [{ AttributeName: 'listShard', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        },
      ],
    }),
  );
  expect((await client.send(question)).Items).toHaveLength(1);
});

test('what is wrong with a question otherwise stays what it is', async () => {
  const wrong = new QueryCommand({
    TableName,
    KeyConditionExpression: 'nobody = :x',
    ExpressionAttributeValues: { ':x': 1 },
  });
  const error = await documentClient()
    .send(wrong)
    .catch((thrown: unknown) => thrown);
  expect(error).not.toBeInstanceOf(Refused);
  expect((error as Error).name).toBe('ValidationException');
});
