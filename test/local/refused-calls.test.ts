/** A function that is throttled: its calls are refused, and its messages wait. */

import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { startEventSource } from '../../infra/local/loops/event-source.ts';
import { eventually } from './running.ts';

let server: FauxqsServer;
let client: SQSClient;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  client = new SQSClient({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    useQueueUrlAsEndpoint: false,
  });
});
afterAll(async () => {
  client.destroy();
  await server.stop();
});

/** A work queue as the template makes them, whose messages are hidden for a second, and its dead letters. */
const makeQueues = async () => {
  const make = async (QueueName: string, Attributes = {}) =>
    (await client.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl ?? '';
  const dead = await make('dead');
  const asked = new GetQueueAttributesCommand({ QueueUrl: dead, AttributeNames: ['QueueArn'] });
  const deadLetterTargetArn = (await client.send(asked)).Attributes?.QueueArn;
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 5 });
  return { dead, work: await make('work', { VisibilityTimeout: '1', RedrivePolicy }) };
};

const countIn = async (QueueUrl: string) => {
  const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] });
  const { Attributes } = await client.send(command);
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes?.[name]), 0);
};

test('more messages than calls that are let through: the others wait, none is dead, and all are done (case 19)', async () => {
  const { work, dead } = await makeQueues();
  const Entries = Array.from({ length: 10 }, (_, n) => ({ Id: String(n), MessageBody: String(n) }));
  await client.send(new SendMessageBatchCommand({ QueueUrl: work, Entries }));
  const done = new Set<string>();
  let [calls, atWork, most] = [0, 0, 0];
  const invoke = async (event: unknown) => {
    calls += 1;
    const call = calls;
    atWork += 1;
    most = Math.max(most, atWork);
    await new Promise((resolve) => setTimeout(resolve, 20));
    atWork -= 1;
    if (call <= 12) throw new Error('TooManyRequestsException');
    for (const { body } of (event as { Records: { body: string }[] }).Records) done.add(body);
    return { batchItemFailures: [] };
  };
  let refused = 0;
  const mapping = startEventSource({
    source: {
      ...{ queueArn: 'work', functionName: 'work', batchSize: 1, windowSeconds: 0 },
      ...{ maximumConcurrency: 2, reportsBatchItemFailures: true },
    },
    queueUrl: work,
    client,
    concurrency: 2,
    invoke,
    report: () => {
      refused += 1;
    },
    fault: () => undefined,
    redeliverAfterSeconds: () => undefined,
  });
  await eventually(async () => ((await countIn(work)) === 0 ? true : undefined));
  await mapping.stop();
  expect([...done].toSorted()).toEqual(Entries.map(({ MessageBody }) => MessageBody));
  expect([most, refused, await countIn(dead)]).toEqual([2, 12, 0]);
});
