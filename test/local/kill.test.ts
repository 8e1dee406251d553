/** What an engine that was killed leaves open, the next one finds again. */
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { credentialsIn, type Elsewhere, eventually, seen, startElsewhere, temporaryFolder } from './running.ts';
import { synthesizeSampleStack } from './sample-stack.ts';

jest.setTimeout(180_000);

const folder = temporaryFolder();
const data = join(folder.path, 'data');
const running: Elsewhere[] = [];

afterAll(async () => {
  for (const { stop } of running) await stop();
  folder.remove();
});

const start = async (assembly: string) => {
  const engine = await startElsewhere(assembly, data);
  running.push(engine);
  const settings = { region: 'us-east-1', credentials: credentialsIn(engine.environment) };
  const sqs = new SQSClient({ ...settings, endpoint: engine.environment.AWS_ENDPOINT_URL_SQS as string });
  const s3 = new S3Client({ ...settings, endpoint: engine.environment.AWS_ENDPOINT_URL_S3 as string });
  return {
    ...engine,
    send: (MessageBody: string) =>
      sqs.send(new SendMessageCommand({ QueueUrl: engine.outputs.Queue as string, MessageBody })),
    put: (Key: string) => s3.send(new PutObjectCommand({ Bucket: engine.outputs.Bucket as string, Key, Body: 'a\n' })),
    seen: (body: string) => seen(engine.environment, engine.outputs.Table as string, body),
  };
};

test('a message in a function’s hands is delivered again, and what was written is there', async () => {
  const assembly = synthesizeSampleStack(join(folder.path, 'assembly'));
  const first = await start(assembly);
  await first.send('good');
  await eventually(() => first.seen('good'));
  await first.send('slow');
  await eventually(() => first.seen('slow'));
  await first.kill();

  const second = await start(assembly);
  expect((await second.seen('good'))?.times).toBe(1);
  const slow = await eventually(async () => {
    const found = await second.seen('slow');
    return (found?.times ?? 0) >= 2 ? found : undefined;
  });
  expect(slow.times).toBe(2);
  await second.kill();

  const third = await start(assembly);
  expect((await third.seen('good'))?.times).toBe(1);
});
