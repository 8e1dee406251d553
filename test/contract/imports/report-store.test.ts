/** Reports are stored whole or in parts, by one call or several, and nothing of one is there before it is whole. */
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { reportStore } from '../../../shared/aws/imports/report-store.ts';
import type { ReportStore } from '../../../shared/work/imports/files.ts';
import { fakeFiles } from '../../fakes/files.ts';
import { type Storage, startStorage } from '../storage.ts';

let storage: Storage;
let client: S3Client;
beforeAll(async () => {
  storage = await startStorage('reports');
  client = storage.client;
});
afterAll(() => storage.stop());

type Read = (key: string) => Promise<string | undefined>;

const ofS3 = (): [ReportStore, Read] => [
  reportStore(client, 'reports'),
  async (key) => {
    try {
      const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket: 'reports', Key: key }));
      expect(ContentType).toBe('text/csv; charset=utf-8');
      return Buffer.from((await Body?.transformToByteArray()) ?? []).toString();
    } catch {
      return undefined;
    }
  },
];

const ofFake = (): [ReportStore, Read] => {
  const files = fakeFiles();
  return [files.reportStore, async (key) => files.reports.get(key)];
};

const part = (n: number) => `${n},ada-密-${n}@contoso.com,created\r\n`.repeat(200_000);

describe.each([
  ['S3', ofS3],
  ['the fake', ofFake],
])('%s', (_, make) => {
  test.each(['id/people.report.csv', 'id/two words+%2B Zürich 人.report.csv'])(
    'a report in parts is there when it is whole, and not before: %s',
    async (key) => {
      const [store, read] = make();
      const upload = await store.begin(key);
      const tags = [await store.add({ key, upload, number: 1, text: `\ufeff${part(1)}` })];
      // Another call goes on, and puts a part twice.
      await make();
      tags.push(await store.add({ key, upload, number: 2, text: part(2) }));
      expect(await store.add({ key, upload, number: 2, text: part(2) })).toBe(tags[1]);
      tags.push(await store.add({ key, upload, number: 3, text: 'the end' }));
      expect(await read(key)).toBeUndefined();
      expect(await store.end({ key, upload, parts: tags })).toEqual({ bucket: 'reports', key });
      expect((await read(key)) === `\ufeff${part(1)}${part(2)}the end`).toBe(true);
    },
    30_000,
  );

  test('parts that somebody else has put together, or put otherwise, are lost; what is there stays', async () => {
    const [store, read] = make();
    const key = `id/lost-${crypto.randomUUID()}.csv`;
    const upload = await store.begin(key);
    const parts = [await store.add({ key, upload, number: 1, text: part(1) })];
    const other = await store.begin(key);
    const first = await store.add({ key, upload: other, number: 1, text: part(1) });
    await store.add({ key, upload: other, number: 1, text: part(2) });
    expect(await store.end({ key, upload: other, parts: [first] })).toBeUndefined();
    expect(await store.end({ key, upload, parts })).toEqual({ bucket: 'reports', key });
    expect(await store.end({ key, upload, parts })).toBeUndefined();
    expect((await read(key)) === part(1)).toBe(true);
  });

  test('a small report is written too, and writing it again leaves one', async () => {
    const [store, read] = make();
    for (const text of ['Row\r\n', '\ufeffRow\r\n']) {
      expect(await store.write('id/small.csv', text)).toEqual({ bucket: 'reports', key: 'id/small.csv' });
    }
    expect(await read('id/small.csv')).toBe('\ufeffRow\r\n');
  });
});
