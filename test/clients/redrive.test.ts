/** `npm run redrive`, against SQS on this machine, and against one that is played where that lacks what AWS has. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { redriveFromCommandLine } from '../../clients/redrive/command.ts';
import type { DeadLetterQueue } from '../../clients/redrive/find-queues.ts';
import { ageOf } from '../../clients/redrive/print-letters.ts';
import { sendBack } from '../../clients/redrive/send-back.ts';

type Call = { action: string; body: Record<string, unknown> };

/** Answers a call in place of the engine; undefined leaves it to that. */
type Player = (call: Call, number: number) => { status?: number; answer: object } | undefined;

let server: FauxqsServer;
let proxy: Server;
let client: SQSClient;
let play: Player = () => undefined;
let calls: Call[] = [];
const folder = mkdtempSync(join(tmpdir(), 'redrive-'));
const endpoint = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  proxy = createServer(async (request, response) => {
    const target = String(request.headers['x-amz-target']);
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target };
    const call = { action: target.replace('AmazonSQS.', ''), body: JSON.parse(await text(request)) };
    calls.push(call);
    const played = play(call, calls.filter(({ action }) => action === call.action).length);
    if (played) return response.writeHead(played.status ?? 200, headers).end(JSON.stringify(played.answer));
    const body = JSON.stringify(call.body);
    const answer = await fetch(`http://127.0.0.1:${server.port}/`, { method: 'POST', headers, body });
    return response.writeHead(answer.status, headers).end(await answer.text());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new SQSClient({ endpoint: endpoint(), region: 'eu-west-1', credentials, maxAttempts: 1 });
});
beforeEach(() => {
  [play, calls] = [() => undefined, []];
});
afterAll(async () => {
  client.destroy();
  proxy.close();
  proxy.closeAllConnections();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Two new queues. */
const newQueue = (name: string): DeadLetterQueue => {
  const url = () => {
    const queue = `${name}-${randomUUID()}`;
    server.createQueue(queue);
    return `${endpoint()}/000000000000/${queue}`;
  };
  return { name: name.toLowerCase(), deadLettersUrl: url(), workUrl: url() };
};

const send = async (QueueUrl: string, MessageBody: string): Promise<string> => {
  const MessageAttributes = { RULE_ARN: { DataType: 'String', StringValue: 'a rule' } };
  return (await client.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageAttributes }))).MessageId ?? '';
};

/** The bodies that are in a queue. */
const bodiesIn = (url: string): string[] => {
  const { ready = [], inflight = [] } = server.inspectQueue(url.split('/').at(-1) ?? '')?.messages ?? {};
  return [...ready, ...inflight.map(({ message }) => message)].map(({ body }) => body).sort();
};

/** An outputs file with two queues, and how to reach them beside it, as `npm start` leaves both. */
const newMuster = () => {
  const [Rows, Sweeps] = [newQueue('Rows'), newQueue('Sweeps')];
  const outputs = Object.entries({ Rows, Sweeps }).flatMap(([name, { deadLettersUrl, workUrl }]) => [
    [`${name}DeadLetterQueueUrl`, deadLettersUrl],
    [`${name}QueueUrl`, workUrl],
  ]);
  const file = join(folder, 'outputs.json');
  writeFileSync(file, JSON.stringify({ Muster: Object.fromEntries(outputs) }));
  const written = [`AWS_ENDPOINT_URL_SQS=${endpoint()}`, 'AWS_REGION=eu-west-1'];
  writeFileSync(join(folder, 'aws.env'), [...written, 'AWS_ACCESS_KEY_ID=x', 'AWS_SECRET_ACCESS_KEY=x', ''].join('\n'));
  return { rows: Rows, sweeps: Sweeps, file };
};

/** Runs the command in this process, as a shell would with no more of an environment than is said. */
const run = async (options: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
  const before = process.env;
  const out: string[] = [];
  const err: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((line) => void out.push(`${line}\n`));
  jest.spyOn(console, 'error').mockImplementation((line) => void err.push(`${line}\n`));
  process.env = { AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null', ...environment };
  try {
    await redriveFromCommandLine(['node', 'redrive', ...options]);
    return { out: out.join(''), err: err.join(''), code: Number(process.exitCode ?? 0) };
  } finally {
    [process.env, process.exitCode] = [before, undefined];
    jest.restoreAllMocks();
  }
};

const importId = randomUUID();
const name = 'Marked Person';
const chunkOf = (firstRow: number) => {
  const rows = [{ rowNumber: firstRow, userPrincipalName: `${name}@contoso.com` }];
  return JSON.stringify({ importId, importedAt: 'x', resumption: 0, firstRow, lastRow: firstRow + 9, rows });
};

test('letters are shown by id, age and kind of work, and looking changes nothing', async () => {
  const { rows, file } = newMuster();
  const ids = [await send(rows.deadLettersUrl, chunkOf(1)), await send(rows.deadLettersUrl, `{"password":"${name}"}`)];
  calls = [];
  const { out, err, code } = await run(['--outputs', file]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^rows: 2 dead letters$/m);
  expect(out).toMatch(new RegExp(`${ids[0]} │ \\d+ s ago │ rows 1 to 10 of import ${importId} `));
  expect(out).toMatch(new RegExp(`${ids[1]} │ \\d+ s ago │ no work of this queue `));
  expect(out).toMatch(/^No dead letters: sweeps\.$/m);
  expect(out).toContain(`npm run -s redrive -- --outputs ${file} --send-back rows`);
  expect(out).toContain(`npm run -s redrive -- --outputs ${file} --drop ${ids[1]}`);
  expect(out).not.toContain('Marked');
  expect(bodiesIn(rows.deadLettersUrl)).toHaveLength(2);
  expect(new Set(calls.map(({ action }) => action))).toEqual(
    new Set(['ReceiveMessage', 'ChangeMessageVisibilityBatch']),
  );
});

test('letters go back as they were, those of the named queue alone', async () => {
  const { rows, sweeps, file } = newMuster();
  for (const firstRow of [1, 11, 21]) await send(rows.deadLettersUrl, chunkOf(firstRow));
  await send(sweeps.deadLettersUrl, '{"kind":"sweep"}');
  const { out, code } = await run(['--outputs', file, '--send-back', 'rows']);
  expect([code, out]).toEqual([0, 'Sent 3 back to rows.\nWhat fails again is back here after all its tries.\n']);
  expect(bodiesIn(rows.deadLettersUrl)).toEqual([]);
  expect(bodiesIn(rows.workUrl)).toEqual([1, 11, 21].map(chunkOf).sort());
  expect(bodiesIn(sweeps.deadLettersUrl)).toHaveLength(1);
  const receive = new ReceiveMessageCommand({ QueueUrl: rows.workUrl, MessageAttributeNames: ['All'] });
  const [message] = (await client.send(receive)).Messages ?? [];
  expect(message?.MessageAttributes).toMatchObject({ RULE_ARN: { StringValue: 'a rule' } });
  expect((await run(['--outputs', file, '--send-back'])).out).toContain('Sent 1 back to sweeps.');
});

test('only the letters with the given ids are dropped, and an id that is none is said', async () => {
  const { rows, file } = newMuster();
  const id = await send(rows.deadLettersUrl, name);
  await send(rows.deadLettersUrl, chunkOf(1));
  const { out, err, code } = await run(['--outputs', file, '--drop', id, importId]);
  expect(out).toBe(`Dropped ${id} of rows: no work of this queue.\n`);
  expect([code, err]).toEqual([1, `There is no dead letter with the id ${importId}.\n`]);
  expect(bodiesIn(rows.deadLettersUrl)).toEqual([chunkOf(1)]);
});

describe('whatever fails while letters go back, none is lost', () => {
  const fault = { status: 500, answer: { __type: 'InternalError', message: 'played' } };

  test.each(['ReceiveMessage', 'SendMessage', 'DeleteMessage'])('%s', async (failing) => {
    const queue = newQueue('Rows');
    const bodies = [1, 11, 21].map(chunkOf).sort();
    for (const body of bodies) await send(queue.deadLettersUrl, body);
    calls = [];
    play = ({ action }, number) => (action === failing && number === 2 ? fault : undefined);
    await expect(sendBack(client, queue)).rejects.toThrow('played');
    const everywhere = new Set([...bodiesIn(queue.deadLettersUrl), ...bodiesIn(queue.workUrl)]);
    expect([...everywhere].sort()).toEqual(bodies);
  });
});

test('letters that fail again while others go back are left for later', async () => {
  const queue = newQueue('Rows');
  for (const firstRow of [1, 11]) await send(queue.deadLettersUrl, chunkOf(firstRow));
  calls = [];
  play = ({ action, body }) => {
    // At once a dead letter again.
    if (action === 'SendMessage' && body.QueueUrl === queue.workUrl) body.QueueUrl = queue.deadLettersUrl;
    return undefined;
  };
  expect(await sendBack(client, queue)).toBe(2);
  expect(bodiesIn(queue.deadLettersUrl)).toHaveLength(2);
});

describe('where SQS moves letters itself', () => {
  const playTask = (statuses: readonly string[], moved: number, started: ReturnType<Player> = { answer: {} }) => {
    play = ({ action }, number) => {
      if (action === 'StartMessageMoveTask') return started;
      if (action !== 'ListMessageMoveTasks') return undefined;
      const Status = statuses[Math.min(number, statuses.length) - 1];
      return { answer: { Results: [{ Status, ApproximateNumberOfMessagesMoved: moved }] } };
    };
  };
  const arnOf = (url: string) => expect.stringContaining(`:${url.split('/').at(-1)}`);

  test('it is left to it, with the queue named, and followed to its end', async () => {
    const queue = newQueue('Rows');
    await send(queue.deadLettersUrl, chunkOf(1));
    playTask(['RUNNING', 'COMPLETED'], 7);
    expect(await sendBack(client, queue)).toBe(7);
    const task = calls.find(({ action }) => action === 'StartMessageMoveTask');
    expect(task?.body).toEqual({ SourceArn: arnOf(queue.deadLettersUrl), DestinationArn: arnOf(queue.workUrl) });
    expect(calls.filter(({ action }) => action === 'ReceiveMessage')).toEqual([]);
  });

  test('what a task that failed has left is moved all the same', async () => {
    const queue = newQueue('Rows');
    for (const firstRow of [1, 11]) await send(queue.deadLettersUrl, chunkOf(firstRow));
    playTask(['FAILED'], 0);
    expect(await sendBack(client, queue)).toBe(2);
    expect(bodiesIn(queue.workUrl)).toHaveLength(2);
  });

  test('a second one at once is not begun', async () => {
    const message = 'There is already a task running. Only one active task is allowed for a source queue.';
    playTask([], 0, { status: 400, answer: { __type: 'com.amazonaws.sqs#UnsupportedOperation', message } });
    await expect(sendBack(client, newQueue('Rows'))).rejects.toThrow(
      /^The letters of rows are being sent back already/,
    );
  });
});

test('ages are told in whole units', () => {
  const now = new Date('2026-01-05T12:00:00Z');
  const age = (seconds: number) => ageOf(new Date(now.getTime() - seconds * 1000), now);
  expect([-5, 119, 120, 7199, 7200, 172_799, 172_800].map(age)).toEqual([
    ...['0 s', '119 s', '2 min', '119 min', '2 h', '47 h', '2 d'],
  ]);
});

test.each<[string, string[], RegExp]>([
  ['no outputs file', ['--outputs', 'nobody.json'], /^There is no outputs file nobody\.json/],
  ['outputs of something else', ['--outputs', 'package.json'], /^package\.json names no queues of Muster/],
  ['a queue that is none', ['--send-back', 'row'], /^There is no queue row\. They are: rows, sweeps\.$/m],
  ['no region', [], /^There is no AWS region/],
])('%s is said in a sentence, with exit code 1 and no stack trace', async (_, options, sentence) => {
  const where = options.includes('row') ? ['--outputs', newMuster().file] : [];
  const { out, err, code } = await run([...options, ...where]);
  expect({ out, code }).toEqual({ out: '', code: 1 });
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/^\s+at /m);
});

test('nobody there is said in a sentence', async () => {
  const file = join(mkdtempSync(join(folder, 'stopped-')), 'outputs.json');
  const url = 'http://127.0.0.1:1/000000000000/rows';
  writeFileSync(file, JSON.stringify({ Muster: { RowsDeadLetterQueueUrl: url, RowsQueueUrl: url } }));
  const keys = {
    AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:1',
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
  };
  const { err, code } = await run(['--outputs', file], keys);
  expect([code, err]).toEqual([1, expect.stringMatching(/^Nobody answers .+ started by `npm start`\.\n$/)]);
});

test('letters are not sent back and dropped at once', () => {
  const options = ['clients/redrive-messages.ts', '--send-back', '--drop', importId];
  const { status, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/cannot be used with .+\n.+ --help/)]);
});
