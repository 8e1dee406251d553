/** Messages, reports and files are looked through to their ends, and stay as they are. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { noSecrets } from '../../clients/check/invariants/secrets/no-secrets.ts';
import { filesIn, messagesIn, reportsIn } from '../../clients/check/state/read-texts.ts';
import type { SeenText } from '../../clients/check/state/seen.ts';
import { defaultPolicy as policy } from '../../shared/domain/policy.ts';
import { monday } from '../fakes/clock.ts';

const secret = 'Own-Kookaburra/7+';

let server: FauxqsServer;
let s3: S3Client;
let sqs: SQSClient;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const settings = { endpoint, region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  s3 = new S3Client({ ...settings, forcePathStyle: true });
  sqs = new SQSClient({ ...settings, useQueueUrlAsEndpoint: false });
});
afterAll(async () => {
  for (const client of [s3, sqs]) client.destroy();
  await server.stop();
});

/** The places in which the secret, or what looks like one, is found. */
const placesIn = async (texts: AsyncIterable<SeenText> | Iterable<SeenText>): Promise<string[]> => {
  const setting = { now: monday, policy, lateSeconds: 0, isStrict: true, isSettled: true };
  const watch = noSecrets.watch({ ...setting, secrets: [secret] });
  for await (const text of texts) watch.see(text);
  return [...new Set([...watch.doubts()].map(({ about }) => about))].sort();
};

test('every message of a queue, which stays in it', async () => {
  server.createQueue('dead');
  const url = `http://127.0.0.1:${server.port}/000000000000/dead`;
  const send = (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
  for (let number = 0; number < 24; number += 1) await send(`{"number":${number}}`);
  expect(await placesIn(messagesIn(sqs, url))).toEqual([]);
  await send(JSON.stringify({ row: { password: 'x' } }));
  expect(await placesIn(messagesIn(sqs, url))).toEqual(['place queue dead']);
  const { ready, inflight } = server.inspectQueue('dead')?.messages ?? { ready: [], inflight: [] };
  expect(ready.length + inflight.length).toBe(25);
});

test.each([0, 4 * 1024 * 1024 - 9])('a report, with a secret at byte %d of it', async (before) => {
  const Bucket = `reports-${before}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const Body = 'x'.repeat(before) + secret;
  await s3.send(new PutObjectCommand({ Bucket, Key: 'an-import/their own name.report.csv', Body }));
  expect(await placesIn(reportsIn(s3, Bucket))).toEqual(['place report of an-import']);
});

test('every file of a data folder, but the token, what was uploaded, and the code', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-check-'));
  const files = {
    'logs/send-credentials.log': `{"message":"${Buffer.from(secret).toString('base64')}"}`,
    'dynamodb/tables.db': Buffer.from(secret, 'utf16le'),
    'queues/messages.db': `x${encodeURIComponent(secret)}y`,
    'buckets/reports/an-import/their own name.csv': secret,
    'buckets/uploads/people.csv': secret,
    'assembly/index.mjs': secret,
    token: `muster_${'a'.repeat(43)}`,
    'engine.log': 'nothing',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  expect(await placesIn(filesIn(folder, 'uploads'))).toEqual([
    'place a report file',
    'place file dynamodb/tables.db',
    'place file logs/send-credentials.log',
    'place file queues/messages.db',
  ]);
  rmSync(folder, { recursive: true });
});
