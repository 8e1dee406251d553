/** `npm run import`, against an API and a bucket that are played. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { newImportJob } from '../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../shared/domain/imports/import-options.ts';
import { noProgress } from '../../shared/domain/imports/import-progress.ts';
import { instant } from '../../shared/domain/time.ts';
import { importResource } from '../../shared/graph/imports/import-resource.ts';
import { administrator } from '../fakes/people.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-file-'));
const people = `User Name,Display Name\n${'ada@contoso.com,Ada\n'.repeat(50_000)}`;
writeFileSync(join(folder, 'people.csv'), people);
let server: Server;
let url: string;

type Asked = { method?: string; path?: string; authorization?: string; length?: string; body: string };
let asked: Asked[] = [];
/** What the import is each time it is read. */
let course: object[] = [];
let refusal: { status: number; body: object } | undefined;

const now = instant('2026-03-01T09:00:00Z');
const file = { bucket: 'files', key: 'people.csv' };
const resource = (change: object = {}, options: object = {}) => ({
  ...importResource(
    newImportJob({ id: 'one', file, options: { ...defaultOptions, ...options }, owner: administrator }, now),
    noProgress(),
    now,
  ),
  ...change,
});

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { method, url: path, headers } = request;
    const body = await text(request);
    asked.push({
      method,
      path,
      authorization: headers.authorization,
      length: headers['content-length'],
      body,
    } as Asked);
    const answer = (status: number, content: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    if (refusal) return answer(refusal.status, refusal.body);
    if (method === 'PUT') return response.end();
    if (method === 'POST') {
      return answer(201, {
        ...resource(),
        upload: { url: `${url}/files/people.csv?signed`, method, expiresDateTime: now },
      });
    }
    if (path?.includes('/report'))
      return answer(200, { value: [{ rowNumber: 3, code: 'UserNameTaken', message: 'Taken.' }] });
    return answer(200, course.length > 1 ? (course.shift() ?? {}) : (course[0] ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  [asked, course, refusal] = [[], [resource({ status: 'succeeded', rows: 1, created: 1 })], undefined];
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const run = async (options: readonly string[], environment: NodeJS.ProcessEnv = { MUSTER_TOKEN: 'the-token' }) => {
  const program = join(import.meta.dirname, '../../clients/import-file.ts');
  const child = spawn(process.execPath, [program, ...options], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
  });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { out, err, code };
};

test('a file is asked for, put to its address and followed to its end', async () => {
  course = [resource({ status: 'running', rows: 1 }), resource({ status: 'succeeded', rows: 1, created: 1 })];
  const { out, err, code } = await run([
    'people.csv',
    '--url',
    `${url}/`,
    '--existing',
    'update',
    '--seats',
    'hold',
    '--user-name-pattern',
    '{givenName}.{surname}@contoso.com',
  ]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('people.csv: 1 of 1 people created, 0 refused.');
  const [post, put, ...reads] = asked;
  expect(post).toMatchObject({ method: 'POST', path: '/v1.0/imports', authorization: 'Bearer the-token' });
  expect(JSON.parse(post?.body ?? '')).toEqual({
    fileName: 'people.csv',
    fileSize: people.length,
    existingPeople: 'update',
    userNamePattern: '{givenName}.{surname}@contoso.com',
    seatsShort: 'hold',
  });
  // The bucket gets the file and nothing of who sends it.
  expect(put).toMatchObject({ method: 'PUT', path: '/files/people.csv?signed', length: String(people.length) });
  expect(put?.authorization).toBeUndefined();
  expect(put?.body === people).toBe(true);
  expect(new Set(reads.map(({ path }) => path))).toEqual(new Set(['/v1.0/imports/one']));
});

describe('options beside a file', () => {
  const beside = (name: string, content: string) => writeFileSync(join(folder, name), content);
  const askedWith = async (file: string, ...options: string[]) => {
    await run([file, '--url', url, ...options]);
    return JSON.parse(asked[0]?.body ?? '{}');
  };
  for (const name of ['own.csv', 'plain.csv', 'broken.csv']) writeFileSync(join(folder, name), people);
  beside('own.options.json', '\ufeff{ "seatsShort": "hold", "existingPeople": "skip", "columns": { "Ort": "city" } }');

  test('are those of the bucket, and a choice goes before them', async () => {
    expect(await askedWith('own.csv', '--existing', 'update')).toEqual({
      fileName: 'own.csv',
      fileSize: people.length,
      seatsShort: 'hold',
      existingPeople: 'update',
      columns: { Ort: 'city' },
    });
  });

  test('may be called after the whole name, and a moment goes with credentials that are sent later', async () => {
    beside('plain.csv.options.json', '{ "credentials": "later", "sendCredentialsDateTime": "2026-04-01T09:00:00Z" }');
    expect(await askedWith('plain.csv')).toHaveProperty('sendCredentialsDateTime', '2026-04-01T09:00:00Z');
    asked = [];
    expect(await askedWith('plain.csv', '--credentials', 'none')).toEqual({
      fileName: 'plain.csv',
      fileSize: people.length,
      credentials: 'none',
    });
  });

  test.each([
    ['no JSON', '{', 'is not JSON; correct it, or move it away.'],
    ['no options', '[1]', 'holds no options: write an object such as { "dryRun": true }.'],
  ])('that are %s are said in a sentence, and nothing is asked for', async (_, content, sentence) => {
    beside('broken.options.json', content);
    const { err, code } = await run(['broken.csv', '--url', url]);
    expect([code, err]).toEqual([1, `broken.options.json ${sentence}\n`]);
    expect(asked).toEqual([]);
  });
});

test('a dry run says what would happen, and fails when a row would be refused', async () => {
  const licence = { skuId: 's', skuPartNumber: 'E3', needed: 5, granted: 2, short: 3, seatsToBuy: 3 };
  const change = { status: 'succeeded', rows: 9, created: 5, updated: 2, unchanged: 1, mails: 5, licences: [licence] };
  course = [resource({ ...change, refused: 1 }, { dryRun: true })];
  const refused = await run(['people.csv', '--url', url, '--dry-run']);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ fileName: 'people.csv', fileSize: people.length, dryRun: true });
  expect(refused.code).toBe(1);
  expect(refused.out).toContain(
    'dry run, nothing was changed. Of 9 people 5 would be created, 2 updated, 1 unchanged, 1 refused; 5 mails would be sent.',
  );
  expect(refused.out).toContain('Seats to buy: 3 of E3.');
  expect(refused.out).toContain('UserNameTaken');
  expect(refused.out).toContain(`POST ${url}/v1.0/imports/one/apply`);
  course = [resource({ ...change, refused: 0 }, { dryRun: true })];
  expect((await run(['people.csv', '--url', url, '--dry-run'])).code).toBe(0);
});

test('an import on hold says what to buy, and how it goes on', async () => {
  const licence = { skuId: 's', skuPartNumber: 'E3', needed: 5, granted: 2, short: 3, seatsToBuy: 3 };
  course = [resource({ status: 'onHold', rows: 5, licences: [licence] })];
  const { out, code } = await run(['people.csv', '--url', url]);
  expect(code).toBe(1);
  expect(out).toMatch(/on hold, since seats are short.*Seats to buy: 3 of E3\..*\/v1\.0\/imports\/one\/resume/s);
});

test('a refusal of the API is its sentences, and nothing else is said', async () => {
  const details = [{ message: 'There is no such option.' }, { message: 'Nor that.' }];
  refusal = { status: 400, body: { error: { message: 'There is no such option.', details } } };
  const { err, code } = await run(['people.csv', '--url', url]);
  expect([code, err]).toEqual([1, 'There is no such option.\nNor that.\n']);
});

test.each<[string, string[], NodeJS.ProcessEnv, RegExp]>([
  ['no token', ['people.csv', '--url', 'http://127.0.0.1:1'], {}, /^There is no token/],
  ['no address', ['people.csv'], { MUSTER_TOKEN: 'x' }, /^There is no address/],
  ['an address that is none', ['people.csv', '--url', 'host'], { MUSTER_TOKEN: 'x' }, /^host is not an address/],
  ['no file', ['nobody.csv', '--url', 'http://127.0.0.1:1'], { MUSTER_TOKEN: 'x' }, /^There is no file nobody\.csv/],
  [
    'nobody there',
    ['people.csv', '--url', 'http://127.0.0.1:1'],
    { MUSTER_TOKEN: 'x' },
    /^The file could not be imported: /,
  ],
  [
    'an option that is none',
    ['people.csv', '--seats', 'many'],
    { MUSTER_TOKEN: 'x' },
    /Allowed choices are unlicensed, reject, hold/,
  ],
])('%s is said in a sentence', async (_, options, environment, sentence) => {
  const { err, code } = await run(options, environment);
  expect(code).toBe(1);
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/ at .*\.[jt]s/);
});
