/** What a page of another site, another name for this machine, or a stranger on it gets from each server of the engine. */
import { request } from 'node:http';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { readAccessKeys } from '../../infra/local/door/access-keys.ts';
import { accessKeyFile, openDataFolder } from '../../infra/local/emulators/data-folder.ts';
import { startDynamodb } from '../../infra/local/emulators/dynamodb.ts';
import type { Engine } from '../../infra/local/engine.ts';
import { startHere, temporaryFolder } from './running.ts';
import { synthesizeSampleStack } from './sample-stack.ts';

jest.setTimeout(120_000);

const folder = temporaryFolder();
const data = join(folder.path, 'data');
let engine: Engine;

beforeAll(async () => {
  engine = await startHere(synthesizeSampleStack(join(folder.path, 'assembly')), data);
});
afterAll(async () => {
  await engine?.stop();
  folder.remove();
});

type Request = { method: string; path: string; headers: Record<string, string>; body?: string };
type Answer = { status: number; headers: Record<string, unknown>; body: string };

/** As sent, with whatever Host and Origin a fetch would not let us say. */
const ask = (url: string, { method, path, headers, body = '' }: Request): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asked = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asked.once('error', reject).end(body);
  });

const signed = (service: string, accessKeyId: string) =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261127/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

const dynamodb: Request = {
  method: 'POST',
  path: '/',
  headers: {
    'x-amz-target': 'DynamoDB_20120810.ListTables',
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': '20261127T000000Z',
  },
  body: '{}',
};
const getItem: Request = {
  ...dynamodb,
  headers: { ...dynamodb.headers, 'x-amz-target': 'DynamoDB_20120810.GetItem' },
  body: '{"TableName":"Sample","Key":{"pk":{"S":"a"}}}',
};
const sqs: Request = {
  method: 'POST',
  path: '/',
  headers: { 'x-amz-target': 'AmazonSQS.ListQueues', 'content-type': 'application/x-amz-json-1.0' },
  body: '{}',
};
const s3: Request = { method: 'GET', path: '/', headers: {} };
const ses: Request = {
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'Action=SendEmail&Source=we@contoso.com&Destination.ToAddresses.member.1=ada@example.com&Message.Subject.Data=S&Message.Body.Text.Data=T',
};
const kms: Request = { method: 'POST', path: '/', headers: { 'x-amz-target': 'TrentService.Encrypt' }, body: '{}' };
const page = (path: string): Request => ({ method: 'GET', path, headers: { authorization: 'Bearer word' } });

const environment = (name: string) => () => engine.environment[`AWS_ENDPOINT_URL_${name}`] as string;
const mailbox = () => engine.mailboxUrl;
const api = () => engine.url;

const services: [string, () => string, Request, string][] = [
  ['dynamodb', environment('DYNAMODB'), dynamodb, 'dynamodb'],
  ['sqs', environment('SQS'), sqs, 'sqs'],
  ['s3', environment('S3'), s3, 's3'],
  ['ses', environment('SESV2'), ses, 'ses'],
  ['kms', environment('KMS'), kms, 'kms'],
  ['the border of the functions', () => engine.iamProxy, getItem, 'dynamodb'],
];
const pages: [string, () => string, Request][] = [
  ['the mailbox', mailbox, page('/store')],
  ['its clearing', mailbox, { method: 'POST', path: '/clear-store', headers: {} }],
  ['the control', api, page('/_local/state')],
  ['the control page', api, page('/_local/')],
  ['the API', api, page('/people/x')],
];
const withKey = (asked: Request, service: string): Request => ({
  ...asked,
  headers: { ...asked.headers, authorization: signed(service, engine.environment.AWS_ACCESS_KEY_ID as string) },
});

const foreign: [string, Record<string, string>][] = [
  ['another name for this machine', { host: 'evil.example' }],
  ['another name with the right port', { host: 'evil.example:PORT' }],
  ['a name that begins like ours', { host: '127.0.0.1.evil.example:PORT' }],
  ['our name with the port of something else', { host: '127.0.0.1:1' }],
  ['the page of another site', { origin: 'https://evil.example' }],
  ['a page of another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a page without an origin', { origin: 'null' }],
  ['our own name by another scheme', { origin: 'https://127.0.0.1:PORT' }],
  ['an image in the page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  [
    'a frame in the page of another site',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ],
];

describe.each([
  ...services.map(([name, url, asked, service]) => [name, url, () => withKey(asked, service)] as const),
  ...pages.map(([name, url, asked]) => [name, url, () => asked] as const),
])('%s', (_name, url, asked) => {
  test('answers programs and pages of its own address', async () => {
    const { port } = new URL(url());
    const answers = [
      await ask(url(), asked()),
      await ask(url(), { ...asked(), headers: { ...asked().headers, host: `localhost:${port}` } }),
      await ask(url(), { ...asked(), headers: { ...asked().headers, origin: url(), 'sec-fetch-site': 'same-origin' } }),
    ];
    for (const { status, headers } of answers) {
      expect(status).not.toBe(403);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  test.each(foreign)('refuses %s (weaknesses 5, 16)', async (_what, headers) => {
    const { port } = new URL(url());
    const said = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]),
    );
    const answer = await ask(url(), { ...asked(), headers: { ...asked().headers, ...said } });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('lets no other page ask first whether it may (weakness 5)', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await ask(url(), { method: 'OPTIONS', path: asked().path, headers });
    expect(answer.status).toBe(403);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe.each(services)('%s', (_name, url, asked, service) => {
  const unknown = ['local', 'test', 'AKIAIOSFODNN7EXAMPLE', `local.${'0'.repeat(32)}`, 'local.', 'Sample-work'];
  test.each(unknown)('refuses the key %s (weakness 5)', async (key) => {
    const headers = { ...asked.headers, authorization: signed(service, key) };
    const answer = await ask(url(), { ...asked, headers });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('aws.env');
  });

  test('refuses who shows no key (weakness 5)', async () => {
    expect((await ask(url(), asked)).status).toBe(403);
  });
});

test('the keys are those of this data folder', () => {
  const own = readAccessKeys(join(data, accessKeyFile));
  expect(engine.environment.AWS_ACCESS_KEY_ID).toBe(own.of('local'));
  const other = readAccessKeys(join(folder.path, 'other-key'));
  expect(own.isOurs(own.of('work'))).toBe(true);
  expect(own.isOurs(other.of('work'))).toBe(false);
  expect(own.isOurs(own.of('work').replace('work', 'local'))).toBe(false);
});

test('a link from another page may be followed, to be seen by whoever follows it', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect((await ask(mailbox(), { method: 'GET', path: '/', headers })).status).toBe(200);
});

test('a signed address takes a file from whoever has it, by our own name (weakness 5)', async () => {
  const place = { Bucket: engine.outputs.Bucket as string, Key: 'signed.csv' };
  const address = await getSignedUrl(engine.clients.s3, new PutObjectCommand(place), { expiresIn: 60 });
  const { pathname, search } = new URL(address);
  const put = { method: 'PUT', path: pathname + search, body: 'a,b\n' };
  expect((await ask(address, { ...put, headers: { host: 'evil.example' } })).status).toBe(403);
  expect((await ask(address, { ...put, headers: { origin: 'https://evil.example' } })).status).toBe(403);
  expect((await ask(address, { ...put, headers: {} })).status).toBe(200);
  const { Body } = await engine.clients.s3.send(new GetObjectCommand(place));
  expect(await Body?.transformToString()).toBe('a,b\n');
});

test('the database itself listens where no page finds it (weakness 5)', async () => {
  const database = await startDynamodb(openDataFolder(join(folder.path, 'database')));
  const { hostname, port } = new URL(database.endpoint);
  await database.stop();
  // Where every address that begins with 127 is this machine's own.
  if (process.platform !== 'darwin') expect(hostname).toMatch(/^127\.(?!0\.0\.)/);
  expect(Object.values(engine.environment).join()).not.toContain(`:${port}`);
});
