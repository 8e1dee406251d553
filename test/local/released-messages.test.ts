/** Messages that the last run had in its hands, given back at the next start. */
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { readAccessKeys } from '../../infra/local/door/access-keys.ts';
import { credentialsOfUser } from '../../infra/local/emulators/addresses.ts';
import { accessKeyFile, openDataFolder } from '../../infra/local/emulators/data-folder.ts';
import { startQueuesAndBuckets } from '../../infra/local/emulators/queues-and-buckets.ts';
import { eventually, temporaryFolder } from './running.ts';

const temporary = temporaryFolder();
const folder = openDataFolder(temporary.path);
const accessKeys = readAccessKeys(folder.file(accessKeyFile));
afterAll(() => temporary.remove());

test('one whose time ended meanwhile does not keep the others, nor the start', async () => {
  const services = await startQueuesAndBuckets(folder);
  const client = new SQSClient({
    ...{ region: 'us-east-1', credentials: credentialsOfUser(accessKeys) },
    ...{ endpoint: services.endpoint, useQueueUrlAsEndpoint: false },
  });
  services.server.createQueue('held');
  const { QueueUrl = '' } = await client.send(new GetQueueUrlCommand({ QueueName: 'held' }));
  for (const MessageBody of ['one', 'two', 'three'])
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  const take = async (VisibilityTimeout: number) => {
    const asked = { QueueUrl, VisibilityTimeout, MaxNumberOfMessages: 10 };
    return (await client.send(new ReceiveMessageCommand(asked))).Messages ?? [];
  };
  const held = await take(600);
  expect(held).toHaveLength(3);

  // The second is gone between the look at the queue and its release, as one is whose visibility timeout ends then.
  const send = client.send.bind(client);
  let released = 0;
  client.send = (async (command: never) => {
    released += 1;
    if (released === 2)
      await send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: held[1]?.ReceiptHandle as string }));
    return send(command);
  }) as typeof client.send;
  await services.releaseInFlight([{ name: 'held', url: QueueUrl } as never], client);
  expect(released).toBe(3);
  client.send = send as typeof client.send;

  const again = new Set<string | undefined>();
  await eventually(async () => {
    for (const { Body } of await take(600)) again.add(Body);
    return again.size === 2 || undefined;
  });
  expect([...again].sort()).toEqual([held[0]?.Body, held[2]?.Body].sort());
  client.destroy();
  await services.stop();
  folder.release();
});
