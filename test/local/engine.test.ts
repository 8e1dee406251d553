/** The local engine, end to end, on a small system with one of everything. */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { type Engine, startEngine } from '../../infra/local/engine.ts';
import { eventually, seen as seenIn, startHere, temporaryFolder } from './running.ts';
import { synthesizeSampleStack } from './sample-stack.ts';

jest.setTimeout(180_000);

const folder = temporaryFolder();
const data = join(folder.path, 'data');
let assembly: string;
let engine: Engine;

beforeAll(async () => {
  assembly = synthesizeSampleStack(join(folder.path, 'assembly'));
  engine = await startHere(assembly, data);
});

afterAll(async () => {
  await engine?.stop();
  folder.remove();
});

const output = (name: string) => engine.outputs[name] as string;
const send = (...bodies: string[]) =>
  engine.clients.sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: output('Queue'),
      Entries: bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody })),
    }),
  );
const seen = (body: string) => seenIn(engine.environment, output('Table'), body);
const counts = () => engine.queueCounts()[0];
const call = (path: string, options: RequestInit = {}) =>
  fetch(engine.url + path, { ...options, headers: { authorization: 'Bearer word', ...options.headers } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(engine.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('every schedule has run once when the engine is up', async () => {
  await eventually(() => seen('sweep'));
});

describe('HTTP', () => {
  test('a function gets the request as API Gateway gives it', async () => {
    const response = await call('/people/an%20a?x=1&x=2&y=%20', {
      method: 'PUT',
      headers: { cookie: 'c=3; d=4' },
      body: 'hallo',
    });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const { event, table, path, remaining } = (await response.json()) as Record<string, never>;
    expect(table).toBe(output('Table'));
    expect(path).toBe('none');
    expect(remaining).toBeGreaterThan(1000);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /people/{name}',
      rawPath: '/people/an a',
      rawQueryString: 'x=1&x=2&y=%20',
      queryStringParameters: { x: '1,2', y: ' ' },
      pathParameters: { name: 'an a' },
      cookies: ['c=3', 'd=4'],
      body: 'hallo',
      isBase64Encoded: false,
      requestContext: { authorizer: { lambda: { name: 'somebody' } }, http: { method: 'PUT', path: '/people/an a' } },
    });
  });

  test('a body that is no text comes as base64', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await call('/people/x', { method: 'POST', headers, body: Buffer.from([0, 1]) });
    expect(((await response.json()) as Record<string, unknown>).event).toMatchObject({
      body: 'AAE=',
      isBase64Encoded: true,
    });
  });

  test('an answer may be bytes', async () => {
    const response = await call('/people/binary');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([0, 255]));
  });

  test.each([
    ['no route', '/nowhere', {}, 404, 'Not Found'],
    ['no token', '/people/x', { authorization: '' }, 401, 'Unauthorized'],
    ['a wrong token', '/people/x', { authorization: 'Bearer no' }, 403, 'Forbidden'],
    ['an authorizer that throws', '/people/x', { authorization: 'broken' }, 500, 'Internal Server Error'],
    ['a function that throws', '/people/throw', {}, 500, 'Internal Server Error'],
    ['a function that ends its process', '/people/exit', {}, 500, 'Internal Server Error'],
    ['a function that takes too long', '/people/slow', {}, 500, 'Internal Server Error'],
    ['an answer that is none', '/people/malformed', {}, 500, 'Internal Server Error'],
  ])('%s', async (_, path, headers, status, message) => {
    const response = await call(path, { headers });
    expect([response.status, await response.json()]).toEqual([status, { message }]);
  });

  test('after all that the function still answers', async () => {
    expect((await call('/people/x')).status).toBe(200);
    expect((await fetch(`${engine.url}/open/a/b`)).status).toBe(200);
  });

  test.each([
    ['over 10 MB', 10 * 1024 * 1024 + 1],
    ['over the 6 MB that Lambda takes', 7 * 1024 * 1024],
  ])('a body %s is refused (case 46)', async (_, size) => {
    const response = await call('/people', { method: 'POST', body: 'x'.repeat(size) });
    expect(response.status).toBe(413);
  });
});

describe('messages', () => {
  test('those that are reported as failed come again after the visibility timeout, the others do not (case 17)', async () => {
    await send('good-1', 'fail-1', 'good-2');
    const again = await eventually(async () => {
      const found = await seen('fail-1');
      return found?.times === 2 ? found : undefined;
    });
    expect(again.times).toBe(2);
    expect([(await seen('good-1'))?.times, (await seen('good-2'))?.times]).toEqual([1, 1]);
    await eventually(async () => (counts()?.inFlight === 0 ? true : undefined));
  });

  test('those in the hands of a function that crashed come again', async () => {
    await send('crash-1');
    await eventually(async () => ((await seen('crash-1'))?.times === 2 ? true : undefined));
  });

  test('those that always fail end among the dead letters (case 18)', async () => {
    await send('poison-1');
    await eventually(async () => (counts()?.deadLetters === 1 ? true : undefined));
    expect((await seen('poison-1'))?.times).toBe(2);
  });
});

test('an object is announced, with its key as it is', async () => {
  const Key = 'in/Zoë & 1+1 %20.CSV';
  const Bucket = output('Bucket');
  await engine.clients.s3.send(new PutObjectCommand({ Bucket, Key: 'other.json', Body: '{}' }));
  await engine.clients.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'a,b\n' }));
  const events = () => [...logOf('work').matchAll(/announced (.*)/g)].map(([, event]) => JSON.parse(event ?? ''));
  const [event] = await eventually(async () => (events().length > 0 ? events() : undefined));
  expect(event).toMatchObject({
    'detail-type': 'Object Created',
    source: 'aws.s3',
    detail: {
      bucket: { name: Bucket },
      object: { key: Key, size: 4, sequencer: expect.stringMatching(/^[0-9A-F]{18}$/) },
    },
  });
  expect(events()).toHaveLength(1);
});

const logOf = (name: string) =>
  readFileSync(
    join(data, 'logs', `${engine.system.functions.find((each) => each.logicalId.startsWith(name))?.name}.log`),
    'utf8',
  );

describe('control', () => {
  test('the clock moves what functions see, and back', async () => {
    expect((await post('/_local/clock', { now: '2031-05-01T12:00:00Z' })).status).toBe(200);
    const { now, late } = (await (await call('/people/x')).json()) as { now: string; late: boolean };
    expect(now).toMatch(/^2031-05-01T12:00/);
    expect(late).toBe(true);
    await send('moved');
    expect((await eventually(() => seen('moved'))).at).toMatch(/^2031-05-01T12:0/);
    expect(await (await post('/_local/clock', { now: null })).json()).toMatchObject({ moved: false });
  });

  test('a schedule runs when it is told to, by the name of its construct too', async () => {
    const before = (await seen('sweep'))?.times ?? 0;
    expect((await post('/_local/schedules/Sweep', {})).status).toBe(202);
    await eventually(async () => (((await seen('sweep'))?.times ?? 0) > before ? true : undefined));
    const response = await post('/_local/schedules/Nothing', {});
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { schedules: [expect.stringMatching(/^Sweep/)] },
    ]);
  });

  test('the page and its state are there', async () => {
    expect(await (await fetch(`${engine.url}/_local/`)).text()).toContain('Muster on this machine');
    expect(await (await fetch(`${engine.url}/_local/state`)).json()).toMatchObject({
      clock: { moved: false },
      queues: [{}],
    });
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a form', { 'content-type': 'text/plain' }],
  ])('%s may not move anything', async (_, headers) => {
    expect((await post('/_local/clock', { now: '2031-05-01T12:00:00Z' }, headers)).status).toBe(403);
  });

  test('a name that is not this machine is turned away', async () => {
    const { hostname, port } = new URL(engine.url);
    const status = await new Promise((resolve) =>
      request({ hostname, port, path: '/_local/state', headers: { host: 'evil.example' } }, ({ statusCode }) =>
        resolve(statusCode),
      ).end(),
    );
    expect(status).toBe(403);
  });
});

describe('the engine itself', () => {
  test('nothing of it can be reached from another machine', async () => {
    const own = Object.values(networkInterfaces()).flat();
    const outside = own.find((each) => each?.family === 'IPv4' && !each.internal)?.address;
    const addresses = new Set(Object.values(engine.environment).filter((value) => value.startsWith('http')));
    for (const address of [engine.url, ...(outside ? addresses : [])]) {
      const { port } = new URL(address);
      await expect(fetch(`http://${outside}:${port}`)).rejects.toThrow('fetch failed');
    }
  });

  test('a second one on the same data is refused', async () => {
    await expect(startEngine({ assembly, dataFolder: data, port: 0 })).rejects.toThrow('already runs');
  });

  test('a busy port is refused, and nothing stays behind', async () => {
    const other = join(folder.path, 'other');
    const port = Number(new URL(engine.url).port);
    await expect(startEngine({ assembly, dataFolder: other, port })).rejects.toThrow(`Port ${port} is taken`);
    await expect(startEngine({ assembly, dataFolder: other, port })).rejects.toThrow(`Port ${port} is taken`);
  });

  test('a restart keeps people, messages, objects, mails and the clock, and announces objects again', async () => {
    await post('/_local/clock', { now: '2031-05-01T12:00:00Z' });
    const before = {
      good: await seen('good-1'),
      dead: counts()?.deadLetters,
      announced: logOf('work').split('announced').length,
    };
    await engine.stop();
    engine = await startHere(assembly, data);
    expect(await seen('good-1')).toEqual(before.good);
    expect(counts()?.deadLetters).toBe(before.dead);
    expect(engine.clock.isMoved()).toBe(true);
    await eventually(async () => (logOf('work').split('announced').length > before.announced ? true : undefined));
    const [first, ...others] = [...logOf('work').matchAll(/"sequencer":"(\w+)"/g)].map(([, sequencer]) => sequencer);
    expect(others).toContain(first);
    await post('/_local/clock', { now: null });
  });

  test('a key opens only what it sealed, in its own context', async () => {
    const kms = async (target: string, body: object) => {
      const response = await fetch(engine.environment.AWS_ENDPOINT_URL_KMS as string, {
        method: 'POST',
        headers: {
          'x-amz-target': `TrentService.${target}`,
          authorization: `AWS4-HMAC-SHA256 Credential=${engine.environment.AWS_ACCESS_KEY_ID}/20261127/us-east-1/kms/aws4_request`,
        },
        body: JSON.stringify(body),
      });
      return (await response.json()) as Record<string, string>;
    };
    const EncryptionContext = { row: '7' };
    const sealed = await kms('GenerateDataKey', { KeyId: output('Key'), KeySpec: 'AES_256', EncryptionContext });
    const { CiphertextBlob } = sealed;
    expect(await kms('Decrypt', { CiphertextBlob, EncryptionContext })).toMatchObject({ Plaintext: sealed.Plaintext });
    expect(await kms('Decrypt', { CiphertextBlob, EncryptionContext: { row: '8' } })).toMatchObject({
      __type: 'InvalidCiphertextException',
    });
    expect(await kms('Encrypt', { KeyId: 'nobody', Plaintext: 'AAAA' })).toMatchObject({ __type: 'NotFoundException' });
  });
});
