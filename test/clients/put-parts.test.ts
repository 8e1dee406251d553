/** A file that goes in parts, to an API and a bucket that are played and break off. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createCall } from '../../clients/imports/call.ts';
import { importApi } from '../../clients/imports/import-api.ts';
import { NotTaken } from '../../clients/imports/put-file.ts';
import { putParts } from '../../clients/imports/put-parts.ts';
import { beginImport, UploadBroken } from '../../clients/imports/run-import.ts';

const partSize = 1000;
const content = Buffer.from(Array.from({ length: 4500 }, (_, index) => index % 251));
const folder = mkdtempSync(join(tmpdir(), 'put-parts-'));
const file = join(folder, 'people.csv');
writeFileSync(file, content);

let server: Server;
let url: string;
let arrived: Map<number, Buffer>;
/** How often each part was begun. */
let begun: number[];
let completed: number[] | undefined;
/** What becomes of the next try of a part: it breaks half way, or the bucket answers so. */
let faults: Map<number, ('break' | number)[]>;
let losesAnswer: boolean;
let most: number;
let atOnce: number;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { method, url: path = '' } = request;
    const answer = (status: number, body: object = {}) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (method === 'PUT') {
      const number = Number(path.split('/').at(-1));
      begun.push(number);
      const fault = faults.get(number)?.shift();
      if (fault === 'break') return void request.once('data', () => request.socket.destroy());
      most = Math.max(most, ++atOnce);
      const bytes = await buffer(request);
      await new Promise((done) => setTimeout(done, 20));
      atOnce -= 1;
      if (fault !== undefined) return answer(fault);
      arrived.set(number, bytes);
      return answer(200);
    }
    const asked = method === 'POST' ? JSON.parse((await buffer(request)).toString()) : {};
    if (path === '/v1.0/imports')
      return answer(201, { id: 'one', upload: { partSize, parts: Math.ceil(asked.fileSize / partSize) } });
    if (completed) return answer(409, { error: { code: 'UploadOver', message: 'It is over.' } });
    if (method === 'GET') {
      const value = [...arrived].map(([partNumber, { length }]) => ({
        partNumber,
        eTag: `"${partNumber}"`,
        size: length,
      }));
      return answer(200, { partSize, parts: Math.ceil(content.length / partSize), value });
    }
    if (path.endsWith('/completeUpload')) {
      completed = asked.parts.map(({ partNumber }: { partNumber: number }) => partNumber);
      if (losesAnswer) return void request.socket.destroy();
      return answer(202);
    }
    const [number] = asked.partNumbers;
    return answer(200, { value: [{ partNumber: number, url: `${url}/bucket/${number}`, headers: {} }] });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  [arrived, begun, completed, faults, losesAnswer] = [new Map(), [], undefined, new Map(), false];
  [most, atOnce] = [0, 0];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const api = () => importApi(createCall(url, 'the-token'));
const silent = { start: () => {}, sent: () => {}, stop: () => {} };
const whole = () => Buffer.concat([...arrived].sort(([one], [other]) => one - other).map(([, bytes]) => bytes));

test('a large file goes in parts, three at a time, and becomes one file', async () => {
  expect(await beginImport(api(), file, {})).toBe('one');
  expect(completed?.sort()).toEqual([1, 2, 3, 4, 5]);
  expect(whole().equals(content)).toBe(true);
  expect([2, 3]).toContain(most);
});

test('what breaks is sent again, and nothing else', async () => {
  faults = new Map([
    [2, ['break']],
    [4, [503]],
  ]);
  const told: number[] = [];
  await putParts(api(), 'one', file, { ...silent, sent: (bytes) => told.push(bytes) });
  expect(begun.sort()).toEqual([1, 2, 2, 3, 4, 4, 5]);
  expect(whole().equals(content)).toBe(true);
  expect(told.at(-1)).toBe(content.length);
});

test('another process goes on where one broke off, and a lost answer is no fault', async () => {
  arrived = new Map([1, 3].map((number) => [number, content.subarray((number - 1) * partSize, number * partSize)]));
  losesAnswer = true;
  await putParts(api(), 'one', file, silent);
  expect(begun.sort()).toEqual([2, 4, 5]);
  expect(whole().equals(content)).toBe(true);
});

test('what the bucket refuses for good says how the rest is sent', async () => {
  faults = new Map([[2, [403]]]);
  const broken = await beginImport(api(), file, {}).catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(UploadBroken);
  expect((broken as Error).message).toContain(`muster imports upload one ${file}`);
  expect((broken as Error).cause).toBeInstanceOf(NotTaken);
  expect(completed).toBeUndefined();
});
