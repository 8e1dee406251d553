/** A send returns when the queue has every message, and not before. */
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { queue, queues } from '../../shared/aws/queues.ts';

type Entry = { Id: string; MessageBody: string };

/** Which entries of a batch fail, by number of the call. */
let failing: (entry: Entry, call: number) => boolean = () => false;
let calls: Entry[][] = [];
let server: FauxqsServer;
let proxy: Server;
let client: SQSClient;

beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  proxy = createServer(async (request, response) => {
    const body = await text(request);
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': String(request.headers['x-amz-target']),
    };
    const pass = async (payload: string) => {
      const answer = await fetch(`http://127.0.0.1:${server.port}/`, { method: 'POST', headers, body: payload });
      return { status: answer.status, body: await answer.text() };
    };
    const { Entries, ...rest } = JSON.parse(body);
    if (!Entries) {
      const answer = await pass(body);
      return response.writeHead(answer.status, headers).end(answer.body);
    }
    calls.push(Entries);
    const failed = (Entries as Entry[]).filter((entry) => failing(entry, calls.length));
    const taken = (Entries as Entry[]).filter((entry) => !failed.includes(entry));
    const answer = taken.length > 0 ? await pass(JSON.stringify({ ...rest, Entries: taken })) : undefined;
    const Failed = failed.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false }));
    response.writeHead(answer?.status ?? 200, headers);
    return response.end(JSON.stringify({ Successful: [], ...JSON.parse(answer?.body ?? '{}'), Failed }));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as { port: number };
  client = new SQSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    useQueueUrlAsEndpoint: false,
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  proxy.close();
  proxy.closeAllConnections();
  await server.stop();
});

let made = 0;
const setup = async (fail: typeof failing = () => false) => {
  made += 1;
  const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: `queue-${made}` }));
  failing = fail;
  calls = [];
  const received = async () => {
    const bodies: unknown[] = [];
    for (;;) {
      const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 600 });
      const { Messages = [] } = await client.send(command);
      if (Messages.length === 0) return bodies;
      bodies.push(...Messages.map(({ Body = '' }) => JSON.parse(Body)));
    }
  };
  return { send: queue<unknown>(client, QueueUrl), received, url: QueueUrl };
};
const numbered = (count: number, text = '') => Array.from({ length: count }, (_, n) => ({ n, text }));
const numbersOf = (bodies: unknown[]) => (bodies as { n: number }[]).map(({ n }) => n).toSorted((a, b) => a - b);

test('25 messages go in batches of at most ten, each once', async () => {
  const { send, received } = await setup();
  await send(numbered(25));
  expect(calls.map((entries) => entries.length)).toEqual([10, 10, 5]);
  expect(numbersOf(await received())).toEqual(numbersOf(numbered(25)));
});

test('nothing to send is no call', async () => {
  const { send } = await setup();
  await send([]);
  expect(calls).toEqual([]);
});

test('no batch is larger than 256 KiB, counted in bytes', async () => {
  const { send, received } = await setup();
  const large = '密'.repeat(20_000);
  await send(numbered(12, large));
  const sizes = calls.map((entries) => entries.reduce((sum, entry) => sum + Buffer.byteLength(entry.MessageBody), 0));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(256 * 1024);
  expect(numbersOf(await received())).toEqual(numbersOf(numbered(12)));
});

test('three of ten that the queue did not take are sent again, and only those (case 16)', async () => {
  const isOdd = ({ MessageBody }: Entry) => [2, 5, 9].includes(JSON.parse(MessageBody).n);
  const { send, received } = await setup((entry, call) => call <= 2 && isOdd(entry));
  await send(numbered(10));
  expect(calls.map((entries) => numbersOf(entries.map(({ MessageBody }) => JSON.parse(MessageBody))))).toEqual([
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [2, 5, 9],
    [2, 5, 9],
  ]);
  expect(numbersOf(await received())).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a message that is never taken makes the send fail (case 16)', async () => {
  const { send } = await setup(({ MessageBody }) => JSON.parse(MessageBody).n === 3);
  await expect(send(numbered(4))).rejects.toThrow();
});

test('a message may be seen later', async () => {
  const { send, received, url } = await setup();
  await send(numbered(1), 60);
  await send(numbered(2));
  const waiting = 'ApproximateNumberOfMessagesDelayed';
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [waiting] }));
  expect(Attributes?.[waiting]).toBe('1');
  expect(await received()).toHaveLength(2);
});

test('a function has the queues whose addresses it was given, and no other', async () => {
  const { url, received } = await setup();
  const known = queues(client, { ROW_QUEUE_URL: url, OTHER: 'x' });
  expect(Object.keys(known)).toEqual(['rows']);
  await known.rows([{ importId: 'import', importedAt: 'now', resumption: 0, firstRow: 1, lastRow: 1, rows: [] }]);
  expect(await received()).toMatchObject([{ importId: 'import' }]);
});

test('two characters that SQS does not take are written in those that it takes, and read as they were (mistake 4)', async () => {
  const { send, received } = await setup();
  const message = { name: 'Ada\uffff\ufffe', line: 'a\u0001b\ud800' };
  await send([message]);
  const bodies = calls.flat().map(({ MessageBody }) => MessageBody);
  expect(bodies.filter((body) => /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(body))).toEqual([]);
  expect(await received()).toEqual([message]);
});

test('characters beyond U+FFFF cross a queue of every engine, and are read as they were', async () => {
  const { send, received } = await setup();
  const message = { name: '𠮷野 花子', sign: '🦀' };
  await send([message]);
  expect(calls.flat().every(({ MessageBody }) => /^[\x20-\ud7ff\ue000-\ufffd]*$/.test(MessageBody ?? ''))).toBe(true);
  expect(await received()).toEqual([message]);
});
