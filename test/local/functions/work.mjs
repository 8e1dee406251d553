/** Writes each message into the table, counting how often it came; those that are told to fail do so a first time. */
import { DeleteItemCommand, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient();

const count = async (body) => {
  const { Attributes } = await client.send(
    new UpdateItemCommand({
      TableName: process.env.TABLE,
      Key: { pk: { S: body }, sk: { S: 'seen' } },
      UpdateExpression: 'ADD times :one SET seenAt = :now',
      ExpressionAttributeValues: { ':one': { N: '1' }, ':now': { S: new Date().toISOString() } },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return Number(Attributes.times.N);
};

export const handler = async ({ Records }) => {
  const failed = [];
  for (const { messageId, body } of Records) {
    if (body.startsWith('{')) {
      console.log(`announced ${body}`);
      continue;
    }
    const times = await count(body);
    if (body.startsWith('deny'))
      await client.send(
        new DeleteItemCommand({ TableName: process.env.TABLE, Key: { pk: { S: 'x' }, sk: { S: 'x' } } }),
      );
    if (body.startsWith('crash') && times === 1) process.exit(1);
    if (body.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, 60_000));
    if (body.startsWith('poison') || (body.startsWith('fail') && times === 1)) failed.push(messageId);
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};
