/** What lies beside a file in its bucket, and addresses that are good without a right of one's own. */
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { readOptionsFile } from '../../../shared/aws/imports/options-file.ts';
import { signDownload, signUpload } from '../../../shared/aws/imports/signed-addresses.ts';
import { type Storage, startStorage } from '../storage.ts';

let storage: Storage;
let client: S3Client;
beforeAll(async () => {
  storage = await startStorage('files', { requestChecksumCalculation: 'WHEN_REQUIRED' });
  client = storage.client;
});
afterAll(() => storage.stop());

const put = async (key: string, body: string, metadata: Record<string, string> = {}) => {
  const input = { Bucket: 'files', Key: key, Body: body, Metadata: metadata };
  const { ETag = '' } = await client.send(new PutObjectCommand(input));
  return ETag.replaceAll('"', '');
};
const read = (key: string, etag?: string) => readOptionsFile(client)({ bucket: 'files', key, ...(etag && { etag }) });

test('nothing is said by a file alone, or by one that is not there', async () => {
  expect(await read('alone.csv', await put('alone.csv', 'x'))).toEqual({});
  expect(await read('nowhere.csv')).toEqual({});
  expect(await read('alone.csv', '0'.repeat(32))).toEqual({});
});

test('metadata are read as they were written', async () => {
  await put('said.csv', 'x', { 'muster-options': '{"dryRun":true}', other: 'y' });
  expect(await read('said.csv')).toEqual({ metadata: '{"dryRun":true}' });
});

test('a file of options lies beside it, and goes with the metadata', async () => {
  await put('deep/people.options.json', '{"dryRun":true}');
  await put('deep/people.csv.options.json', '{"dryRun":false}');
  await put('deep/people.csv', 'x', { 'muster-options': '{}' });
  const file = { key: 'deep/people.options.json', text: '{"dryRun":true}' };
  expect(await read('deep/people.csv')).toEqual({ metadata: '{}', file });
});

test('the longer name counts where there is no shorter one', async () => {
  await put('long.csv.options.json', '{"sheet":"1"}');
  await put('long.csv', 'x');
  expect(await read('long.csv')).toEqual({ file: { key: 'long.csv.options.json', text: '{"sheet":"1"}' } });
});

test('64 KiB of options are read, and not a byte more', async () => {
  await put('big.csv', 'x');
  await put('big.options.json', 'x'.repeat(65_536));
  expect((await read('big.csv')).file?.text).toHaveLength(65_536);
  await put('big.options.json', 'x'.repeat(65_537));
  expect(await read('big.csv')).toEqual({ file: { key: 'big.options.json', text: 'tooLarge' } });
});

test.each(['imports/one/people.csv', 'imports/one/Neue Leute +%2B 人.csv'])('%s is put to its address', async (key) => {
  const { url, headers } = await signUpload(client)({ bucket: 'files', key }, 3600);
  const address = new URL(url);
  expect(address.searchParams.get('X-Amz-Expires')).toBe('3600');
  expect(address.searchParams.get('X-Amz-SignedHeaders')).toBe('host;if-none-match');
  // A checksum of the body that is still to come would be that of none.
  expect(url).not.toMatch(/checksum/i);
  expect((await fetch(url, { method: 'PUT', headers, body: 'User Name' })).status).toBe(200);
  const { Body } = await client.send(new GetObjectCommand({ Bucket: 'files', Key: key }));
  expect(await Body?.transformToString()).toBe('User Name');
});

test('a report is fetched from its address, and saved under its name', async () => {
  await put('id/Zoë’s (1).report.csv', 'Row');
  const report = { bucket: 'files', key: 'id/Zoë’s (1).report.csv' };
  const url = await signDownload(client)(report, 'Zoë’s (1).report.csv', 300);
  expect(await (await fetch(url)).text()).toBe('Row');
  expect(new URL(url).searchParams.get('response-content-disposition')).toBe(
    "attachment; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20%281%29.report.csv",
  );
});
