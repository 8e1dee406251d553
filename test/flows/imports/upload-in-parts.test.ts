/** A large file as a browser sends it: its question of leave, parts, a connection that breaks, and one end. */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { request as requestOverTls } from 'node:https';
import { partsOf } from '../../files/workbook/workbook-of.ts';
import { zipOf } from '../../files/workbook/zip-of.ts';
import type { Answer } from '../driver/api.ts';
import type { Muster } from '../driver/muster.ts';
import { unique } from '../driver/names.ts';
import { followed } from '../driver/requested-imports.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { isLocal } from '../driver/which-engine.ts';

type Part = { partNumber: number; url: string; method: string; size: number };
type Arrived = { partNumber: number; eTag: string; size: number };

const run = unique();
const minutes = 60_000;
const count = 25;
const rows = Array.from({ length: count }, (_, index) => [`p${index}.${run}@contoso.com`, `Person ${index}`]);
const headings = ['User Name', 'Display Name'];
/** A workbook with a large picture before its sheets, which are read out of its last part. */
const file = zipOf(
  {
    'xl/media/picture.bin': randomBytes(40_000_000),
    ...partsOf([
      { name: 'Notes', rows: [['Nothing'], ['of people']] },
      { name: 'People', rows: [headings, ...rows] },
    ]),
  },
  { method: 0 },
);

let muster: Muster;
let id: string;
let answered: Answer;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const ask = (action: string, body: object) => muster.api.ask('POST', `/v1.0/imports/${id}/${action}`, body);
const signed = async (partNumbers: readonly number[]): Promise<Part[]> =>
  ((await ask('uploadParts', { partNumbers })).body as { value: Part[] }).value;
const arrived = async (): Promise<Arrived[]> =>
  ((await muster.api.ask('GET', `/v1.0/imports/${id}/uploadParts`)).body as { value: Arrived[] }).value;

const origin = () => new URL(muster.outputs.ApiUrl).origin;
const bytesOf = ({ partNumber, size }: Part, partSize: number) => {
  const from = (partNumber - 1) * partSize;
  return file.subarray(from, from + size);
};

/** Asks for leave and sends, as browsers do for pages of this origin. */
const sendFrom = async (page: string, part: Part, partSize: number) => {
  const leave = await fetch(part.url, {
    method: 'OPTIONS',
    headers: { origin: page, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' },
  });
  await leave.body?.cancel();
  if (leave.headers.get('access-control-allow-origin') !== page) return undefined;
  const sent = await fetch(part.url, {
    method: 'PUT',
    headers: { origin: page, 'content-type': 'application/octet-stream' },
    body: bytesOf(part, partSize),
  });
  await sent.body?.cancel();
  expect([sent.status, sent.headers.get('access-control-expose-headers')]).toEqual([200, 'ETag']);
  return { partNumber: part.partNumber, eTag: sent.headers.get('etag') ?? '' };
};

/** Begins to send a part, and loses the connection half way. */
const breakOff = async (part: Part, partSize: number): Promise<void> => {
  const bytes = bytesOf(part, partSize);
  const over = part.url.startsWith('https:') ? requestOverTls : request;
  const sending = over(part.url, { method: 'PUT', headers: { 'content-length': bytes.length } });
  sending.on('error', () => {});
  sending.write(bytes.subarray(0, bytes.length / 2), () => sending.destroy());
  await new Promise<void>((resolve) => sending.once('close', () => resolve()));
};

test(
  'a file of 40 MB comes in parts, goes on after a broken connection, and is imported once',
  async () => {
    answered = await muster.api.ask('POST', '/v1.0/imports', {
      ...{ fileName: `${run}.xlsx`, fileSize: file.length, dryRun: true },
      sheet: 'People',
    });
    const { upload, ...asked } = answered.body as { id: string; upload: { partSize: number; parts: number } };
    id = asked.id;
    expect(upload).toEqual({ partSize: 8 * 1024 * 1024, parts: 5 });
    const [first, second, third] = await signed([1, 2, 3]);
    await Promise.all([first, second].map((part) => sendFrom(origin(), part as Part, upload.partSize)));
    await breakOff(third as Part, upload.partSize);

    // The page was reloaded: all that it knows is the import.
    const there = await arrived();
    expect(there.map(({ partNumber }) => partNumber)).toEqual([1, 2]);
    const early = await ask('completeUpload', { parts: there.map(({ partNumber, eTag }) => ({ partNumber, eTag })) });
    expect([early.status, early.text.includes('UploadIncomplete')]).toEqual([409, true]);
    for (const part of await signed([3, 4, 5])) await sendFrom(origin(), part, upload.partSize);
    const parts = (await arrived()).map(({ partNumber, eTag }) => ({ partNumber, eTag }));
    const ends = await Promise.all([ask('completeUpload', { parts }), ask('completeUpload', { parts })]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual([202, 409]);

    const over = await followed(muster, { id });
    expect((over as unknown as { error: unknown }).error).toBeNull();
    expect(over).toMatchObject({ status: 'succeeded', rows: count, created: count, refused: 0 });
    expect((await ask('completeUpload', { parts })).status).toBe(409);

    // The same file, read otherwise, as often as it takes.
    const again = async (options: object) => followed(muster, (await ask('dryRun', options)).body as { id: string });
    expect(await again({ sheet: 'Notes' })).toMatchObject({ status: 'failed', rows: null });
    expect(await again({})).toMatchObject({ status: 'succeeded', rows: count, created: count });
    expect((await ask('uploadParts', { partNumbers: [1] })).status).toBe(409);
  },
  5 * minutes,
);

test(
  'a page of another address sends nothing, and an upload that is aborted leaves no import behind',
  async () => {
    const asked = await muster.api.requestImport({ fileName: `${run}-2.csv`, fileSize: file.length });
    id = asked.id;
    const [part] = await signed([1]);
    expect(await sendFrom('https://evil.example', part as Part, 8 * 1024 * 1024)).toBeUndefined();
    if (isLocal) {
      const forced = await fetch((part as Part).url, { method: 'PUT', headers: { origin: 'https://evil.example' } });
      expect(forced.status).toBe(403);
    }
    expect((await ask('abortUpload', {})).status).toBe(202);
    expect(await followed(muster, { id })).toMatchObject({ status: 'cancelled', rows: null });
    expect((await ask('uploadParts', { partNumbers: [1] })).status).toBe(409);
  },
  2 * minutes,
);
