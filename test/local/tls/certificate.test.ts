/** The certificate of a local start: what it is good for, how long it is kept, and when it is made anew. */
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { certificateFiles, readCertificate, trustingEnvironment } from '../../../infra/local/door/certificate.ts';
import { temporaryFolder } from '../running.ts';

const folders: { remove: () => void }[] = [];
afterAll(() => {
  for (const { remove } of folders) remove();
});

const setup = () => {
  const folder = temporaryFolder();
  folders.push(folder);
  const fileOf = (name: string) => join(folder.path, name);
  return { fileOf, read: (now: Date) => readCertificate(fileOf, now) };
};

const now = new Date('2026-03-02T09:00:00Z');
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);

test('it is good for the names of this machine, for a year, and vouches for nobody else', async () => {
  const { cert } = await setup().read(now);
  const read = new X509Certificate(cert);
  expect(read.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
  expect(read.checkHost('localhost')).toBe('localhost');
  expect(['127.0.0.1', '::1'].map((address) => read.checkIP(address))).toEqual(['127.0.0.1', '::1']);
  expect([read.checkHost('muster.example'), read.checkIP('127.0.0.2')]).toEqual([undefined, undefined]);
  expect([read.validFromDate, read.validToDate]).toEqual([daysLater(-1), daysLater(365)]);
  expect([read.ca, read.keyUsage]).toEqual([false, ['1.3.6.1.5.5.7.3.1']]);
});

test('its files are their owner’s alone', async () => {
  const { fileOf, read } = setup();
  await read(now);
  for (const name of Object.values(certificateFiles)) expect(statSync(fileOf(name)).mode & 0o777).toBe(0o600);
});

test('clients are told of it: Node beside what it trusts, others of a file with all of that', async () => {
  const certificate = await setup().read(now);
  const told = trustingEnvironment(certificate);
  expect(readFileSync(told.NODE_EXTRA_CA_CERTS ?? '', 'utf8')).toBe(certificate.cert);
  for (const name of ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']) {
    const bundle = readFileSync(told[name] ?? '', 'utf8');
    expect(bundle).toContain(certificate.cert);
    expect(bundle.match(/BEGIN CERTIFICATE/g)?.length).toBeGreaterThan(20);
  }
});

test.each([
  [0, 'kept'],
  [334, 'kept'],
  [336, 'made anew'],
  [400, 'made anew'],
  // A clock that was wrong when it was made.
  [-2, 'made anew'],
])('after %d days it is %s', async (days, outcome) => {
  const { read } = setup();
  const first = await read(now);
  const second = await read(daysLater(days));
  expect(second.cert === first.cert && second.key === first.key ? 'kept' : 'made anew').toBe(outcome);
  expect(new X509Certificate(second.cert).validToDate.getTime()).toBeGreaterThan(daysLater(days + 29).getTime());
});

const other = async (altNames: object[]) => {
  const extensions = [{ name: 'subjectAltName', altNames }] as never;
  return generate([{ name: 'commonName', value: 'x' }], { algorithm: 'sha256', notBeforeDate: now, extensions });
};

test.each<[string, (fileOf: (name: string) => string) => Promise<void> | void]>([
  ['no key', (fileOf) => rmSync(fileOf('certificate.key'))],
  ['no certificate', (fileOf) => rmSync(fileOf('certificate.pem'))],
  ['half a certificate', (fileOf) => writeFileSync(fileOf('certificate.pem'), '-----BEGIN CERTIFICATE-----\nMIIB')],
  ['an empty key', (fileOf) => writeFileSync(fileOf('certificate.key'), '')],
  [
    'the key of another',
    async (fileOf) =>
      writeFileSync(fileOf('certificate.key'), (await other([{ type: 2, value: 'localhost' }])).private),
  ],
  [
    'one for other names',
    async (fileOf) => {
      const { cert, private: key } = await other([{ type: 2, value: 'localhost' }]);
      writeFileSync(fileOf('certificate.pem'), cert);
      writeFileSync(fileOf('certificate.key'), key);
    },
  ],
])('with %s it is made anew', async (_what, spoil) => {
  const { fileOf, read } = setup();
  const first = await read(now);
  await spoil(fileOf);
  const second = await read(now);
  expect(second.cert).not.toBe(first.cert);
  expect(await read(now)).toEqual(second);
});

test('a file that may not be written ends the start with what to do, and not with a stack', async () => {
  await expect(readCertificate((name) => join('/dev/null', name), now)).rejects.toThrow(
    'The certificate cannot be kept in /dev/null (ENOTDIR)',
  );
});

const openssl = (...options: string[]) => spawnSync('openssl', options, { encoding: 'utf8' });
const isThere = openssl('version').status === 0;
const testWithOpenssl = isThere ? test : test.skip;

// As Python 3.13 and newer verify by default.
testWithOpenssl('OpenSSL takes it by its strict rules', async () => {
  const { file } = await setup().read(new Date());
  for (const name of [
    ['-verify_hostname', 'localhost'],
    ['-verify_ip', '127.0.0.1'],
    ['-verify_ip', '::1'],
  ]) {
    const { stdout, stderr } = openssl(
      'verify',
      '-x509_strict',
      '-purpose',
      'sslserver',
      ...name,
      '-CAfile',
      file,
      file,
    );
    expect([stdout.trim(), stderr]).toEqual([`${file}: OK`, '']);
  }
});
