/** Files in parts: one file at an address, whoever completes what, and whatever was sent twice. The fake and the store alike. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { furtherS3 } from '../../../infra/local/emulators/further-s3.ts';
import { onLoopback } from '../../../infra/local/emulators/on-loopback.ts';
import { partedUploads } from '../../../shared/aws/imports/parted-uploads.ts';
import type { PartedUploads } from '../../../shared/work/imports/files.ts';
import { fakeFiles } from '../../fakes/files.ts';

const partSize = 5 * 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'parted-'));
let server: FauxqsServer;
let client: S3Client;
beforeAll(async () => {
  const s3StorageDir = join(folder, 'buckets');
  server = await onLoopback(
    () => undefined,
    () => startFauxqs({ port: 0, logger: false, dataDir: join(folder, 'queues'), s3StorageDir }),
    furtherS3(s3StorageDir),
  );
  client = new S3Client({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  await client.send(new CreateBucketCommand({ Bucket: 'files' }));
});
afterAll(async () => {
  client.destroy();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** An implementation, how a part is put by its address, and how something is put there in one piece. */
type Tried = {
  uploads: PartedUploads;
  put: (part: { key: string; upload: string; number: number; text: string }) => Promise<string>;
  putWhole: (key: string) => Promise<unknown>;
};

const store = (): Tried => {
  const uploads = partedUploads(client);
  return {
    uploads,
    put: async ({ key, upload, number, text }) => {
      const part = { bucket: 'files', key, upload, number, size: text.length };
      const { url } = await uploads.sign(part, 60);
      const answer = await fetch(url, { method: 'PUT', body: text });
      expect(answer.status).toBe(200);
      return answer.headers.get('etag') ?? '';
    },
    putWhole: (key) => client.send(new PutObjectCommand({ Bucket: 'files', Key: key, Body: 'there before' })),
  };
};

const fake = (): Tried => {
  const files = fakeFiles();
  return {
    uploads: files.partedUploads,
    put: async ({ upload, number, text }) => {
      const tag = `"${text.length}${text[0]}"`;
      files.parted.get(upload)?.set(number, { number, tag, size: text.length });
      return tag;
    },
    putWhole: async (key) => files.whole.add(key),
  };
};

describe.each([
  ['the fake', fake],
  ['the store', store],
])('%s', (name, make) => {
  const setup = async (of: string) => {
    const { uploads, put, putWhole } = make();
    const place = { bucket: 'files', key: `imports/${name}/${of}.csv` };
    const upload = await uploads.begin(place);
    const send = async (number: number, text: string) => ({
      number,
      tag: await put({ key: place.key, upload, number, text }),
    });
    return { uploads, at: { ...place, upload }, send, putWhole: () => putWhole(place.key) };
  };
  const whole = (sign: string) => sign.repeat(partSize);

  test('what arrived is listed in its order, and a part that came twice as it came last', async () => {
    const { uploads, at, send } = await setup('listed');
    expect(await uploads.arrived(at)).toEqual([]);
    const second = await send(2, 'end');
    await send(1, whole('a'));
    const first = await send(1, whole('b'));
    expect(await uploads.arrived(at)).toEqual([
      { ...first, size: partSize },
      { ...second, size: 3 },
    ]);
  });

  test('completed once: a second time, or after its end, it is over', async () => {
    const { uploads, at, send } = await setup('once');
    const parts = [await send(1, whole('a')), await send(2, 'end')];
    const ends = [await uploads.complete({ ...at, parts }), await uploads.complete({ ...at, parts })];
    expect([...ends, await uploads.arrived(at)]).toEqual(['completed', 'over', undefined]);
    await uploads.abort(at);
  });

  test('of two who complete it at once one does', async () => {
    const { uploads, at, send } = await setup('at once');
    const parts = [await send(1, 'all')];
    const ends = await Promise.all([uploads.complete({ ...at, parts }), uploads.complete({ ...at, parts })]);
    expect(ends.toSorted()).toEqual(['completed', 'over']);
  });

  test('parts that are others, or are not there, make no file; with the right ones it goes on', async () => {
    const { uploads, at, send } = await setup('others');
    const before = await send(1, whole('a'));
    const first = await send(1, whole('b'));
    expect(await uploads.complete({ ...at, parts: [before] })).toBe('incomplete');
    expect(await uploads.complete({ ...at, parts: [first, { number: 2, tag: '"0123"' }] })).toBe('incomplete');
    expect(await uploads.complete({ ...at, parts: [first] })).toBe('completed');
  });

  test('nothing is completed over what lies there (weakness 1)', async () => {
    const { uploads, at, send, putWhole } = await setup('taken');
    const parts = [await send(1, 'mine')];
    await putWhole();
    expect(await uploads.complete({ ...at, parts })).toBe('over');
  });

  test('what was aborted is over, also when it is aborted again', async () => {
    const { uploads, at, send } = await setup('aborted');
    const parts = [await send(1, 'all')];
    await uploads.abort(at);
    await uploads.abort(at);
    expect([await uploads.arrived(at), await uploads.complete({ ...at, parts })]).toEqual([undefined, 'over']);
  });
});

test('the parts in their order are the file', async () => {
  const { uploads, put } = store();
  const place = { bucket: 'files', key: 'imports/order.csv' };
  const upload = await uploads.begin(place);
  const part = (number: number, text: string) =>
    put({ key: place.key, upload, number, text }).then((tag) => ({ number, tag }));
  const second = await part(2, 'end');
  const first = await part(1, 'a'.repeat(partSize));
  expect(await uploads.complete({ ...place, upload, parts: [first, second] })).toBe('completed');
  const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket: 'files', Key: place.key }));
  expect(ContentLength).toBe(partSize + 3);
});

test('an address is for one part, of just so many bytes', async () => {
  const part = { bucket: 'files', key: 'imports/one/people.csv', upload: 'upload', number: 7, size: 8_388_608 };
  const url = new URL((await partedUploads(client).sign(part, 900)).url);
  expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;host');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    ...{ partNumber: '7', uploadId: 'upload', 'X-Amz-Expires': '900' },
  });
});
