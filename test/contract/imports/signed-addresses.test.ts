/** An address of S3 that is signed says for what it is good, and for how long. */
import { S3Client } from '@aws-sdk/client-s3';
import { signDownload, signUpload } from '../../../shared/aws/imports/signed-addresses.ts';

const client = new S3Client({
  region: 'eu-west-1',
  // Named, since another file of this worker may have named an emulator's in the environment.
  endpoint: 'https://s3.eu-west-1.amazonaws.com',
  credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  requestChecksumCalculation: 'WHEN_REQUIRED',
});
const file = { bucket: 'files', key: 'imports/one/Neue Leute +1.csv' };

test('an upload: good where nothing lies yet, and with the header that says so alone (weakness 1)', async () => {
  const { url, headers } = await signUpload(client)(file, 3600);
  expect(headers).toEqual({ 'If-None-Match': '*' });
  expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')).toBe('host;if-none-match');
});

test('an upload: for its time, its key and a PUT (case 36)', async () => {
  const url = new URL((await signUpload(client)(file, 3600)).url);
  expect([url.hostname, decodeURIComponent(url.pathname)]).toEqual([
    'files.s3.eu-west-1.amazonaws.com',
    `/${file.key}`,
  ]);
  const parameters = Object.fromEntries(url.searchParams);
  expect(parameters).toMatchObject({ 'X-Amz-Expires': '3600', 'x-id': 'PutObject' });
});

test('a download: for its time, as a file that no browser shows', async () => {
  const url = new URL(await signDownload(client)(file, 'Bericht "1".csv', 60));
  expect(url.searchParams.get('X-Amz-Expires')).toBe('60');
  expect(url.searchParams.get('response-content-disposition')).toBe(
    "attachment; filename*=UTF-8''Bericht%20%221%22.csv",
  );
});
