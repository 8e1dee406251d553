/** Files are read in the very version that was announced; reports are written as they are made. */
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { deleteUpload, openFile } from '../../../shared/aws/imports/files.ts';
import { signUpload } from '../../../shared/aws/imports/signed-addresses.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { type Storage, startStorage } from '../storage.ts';

let storage: Storage;
let client: S3Client;
beforeAll(async () => {
  storage = await startStorage('files');
  client = storage.client;
});
afterAll(() => storage.stop());

const setup = async (key: string, content = 'User Name\nada@contoso.com\n') => {
  const put = async (body: string) => {
    const { ETag = '' } = await client.send(new PutObjectCommand({ Bucket: 'files', Key: key, Body: body }));
    return ETag.replaceAll('"', '');
  };
  const read = async (etag?: string) => {
    let whole = Buffer.alloc(0);
    const file = { bucket: 'files', key, ...(etag && { etag }) };
    for await (const piece of (await openFile(client)(file)).bytes()) whole = Buffer.concat([whole, piece]);
    return whole.toString();
  };
  return { etag: await put(content), content, put, read };
};
const gone = async (reading: Promise<unknown>) => {
  const error = await reading.then(
    () => 'was read',
    (reason: unknown) => reason,
  );
  return error instanceof Refused ? error.refusals : error;
};

test.each(['people.csv', 'two words.csv', 'a+b.csv', 'a%2Bb.csv', 'Zürich/人 员.csv', "it's (1) & =.csv", '../up.csv'])(
  'the file %s is found by its raw key (case 44)',
  async (key) => {
    const { etag, content, read } = await setup(key);
    expect(await read(etag)).toBe(content);
    expect(await read()).toBe(content);
  },
);

test('a key that means another one decoded is not mixed up with it (case 44)', async () => {
  const plus = await setup('x+y.csv', 'plus');
  const encoded = await setup('x%2By.csv', 'encoded');
  const space = await setup('x y.csv', 'space');
  expect([await plus.read(), await encoded.read(), await space.read()]).toEqual(['plus', 'encoded', 'space']);
});

test('a file that was overwritten is not read in its new version (case 45)', async () => {
  const { etag, put, read } = await setup('changed.csv');
  await put('something else');
  expect(await gone(read(etag))).toEqual([{ code: 'FileUnavailable' }]);
});

test('an address for an upload that is used twice: the first file is not mixed up with the second (case 36)', async () => {
  const checksums = {
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  } as const;
  const signing = storage.another({ ...checksums });
  const { url } = await signUpload(signing)({ bucket: 'files', key: 'asked for.csv' }, 3600);
  signing.destroy();
  const put = async (body: string) => (await fetch(url, { method: 'PUT', body })).headers.get('etag') ?? '';
  const [first, second] = [await put('first'), await put('second')].map((etag) => etag.replaceAll('"', ''));
  const read = async (etag = '') => {
    const file = await openFile(client)({ bucket: 'files', key: 'asked for.csv', etag });
    return Buffer.from(await file.range(0, 100)).toString();
  };
  expect(await read(second)).toBe('second');
  expect(await gone(read(first))).toEqual([{ code: 'FileUnavailable' }]);
});

test('what was put to an address of the API is deleted, twice alike; what was dropped into the bucket is not (weakness 1)', async () => {
  const upload = 'imports/11111111-2222-8333-8444-555555555555/people.csv';
  for (const [key, isGone] of [
    [upload, true],
    ['people.csv', false],
    ['imports/people.csv', false],
  ] as const) {
    const { read } = await setup(key);
    for (let times = 0; times < 2; times += 1) await deleteUpload(client)({ bucket: 'files', key });
    if (isGone) expect(await gone(read())).toEqual([{ code: 'FileUnavailable' }]);
    else expect(await read()).toBeDefined();
  }
});

test('a file that was deleted is refused, with an announced version or without', async () => {
  const { etag, read } = await setup('deleted.csv');
  await client.send(new DeleteObjectCommand({ Bucket: 'files', Key: 'deleted.csv' }));
  expect(await gone(read(etag))).toEqual([{ code: 'FileUnavailable' }]);
  expect(await gone(read())).toEqual([{ code: 'FileUnavailable' }]);
});

describe('a file that is larger than the first request brings', () => {
  const content = Buffer.from(Array.from({ length: 60_000 }, (_, row) => `${row} Zoë\n`).join(''));
  const opened = async (key: string) => {
    const { ETag = '' } = await client.send(new PutObjectCommand({ Bucket: 'files', Key: key, Body: content }));
    return openFile(client)({ bucket: 'files', key, etag: ETag });
  };

  test('is read whole, and again, and in ranges', async () => {
    const file = await opened('large.csv');
    expect(file.size).toBe(content.length);
    for (const _ of [1, 2]) {
      const pieces: Uint8Array[] = [];
      for await (const piece of file.bytes()) pieces.push(piece);
      expect(Buffer.concat(pieces).equals(content)).toBe(true);
    }
    const size = content.length;
    for (const [from, to] of [
      [0, 10],
      [262_140, 262_150],
      [262_144, 262_145],
      [size - 5, size],
      [size - 5, size + 100],
      [7, 7],
    ] as const) {
      expect(Buffer.from(await file.range(from, to)).equals(content.subarray(from, to))).toBe(true);
    }
  });

  test.each([
    ['changed', () => new PutObjectCommand({ Bucket: 'files', Key: 'later.csv', Body: 'x'.repeat(300_000) })],
    ['deleted', () => new DeleteObjectCommand({ Bucket: 'files', Key: 'later.csv' })],
  ])('is refused when it is %s after it was opened (case 45)', async (_, change) => {
    const file = await opened('later.csv');
    await client.send(change() as PutObjectCommand);
    const whole = async () => {
      for await (const _piece of file.bytes());
    };
    expect(await gone(whole())).toEqual([{ code: 'FileUnavailable' }]);
    expect(await gone(file.range(290_000, 290_010))).toEqual([{ code: 'FileUnavailable' }]);
  });

  test('is not changed unseen either when nobody said which version it is', async () => {
    await opened('unsaid.csv');
    const file = await openFile(client)({ bucket: 'files', key: 'unsaid.csv' });
    await client.send(new PutObjectCommand({ Bucket: 'files', Key: 'unsaid.csv', Body: 'x'.repeat(300_000) }));
    expect(await gone(file.range(290_000, 290_010))).toEqual([{ code: 'FileUnavailable' }]);
  });
});

test('a file without bytes is one of no bytes', async () => {
  await client.send(new PutObjectCommand({ Bucket: 'files', Key: 'empty.csv', Body: '', ContentLength: 0 }));
  const file = await openFile(client)({ bucket: 'files', key: 'empty.csv' });
  expect([file.size, await file.range(0, 10)]).toEqual([0, Buffer.alloc(0)]);
});

test('a bucket that does not exist is a fault of ours, not of the file', async () => {
  const reading = openFile(client)({ bucket: 'no-such-bucket', key: 'people.csv' });
  expect(await gone(reading)).not.toEqual([{ code: 'FileUnavailable' }]);
});
