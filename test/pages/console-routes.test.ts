/** How the console is served: its page everywhere, its files for a year, packed as the browser can unpack them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { builtFilesIn } from '../../shared/pages/built-files.ts';
import { consoleRoute, toConsoleRoute } from '../../shared/pages/console-routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'built-'));
const put = (path: string, text: string) => {
  writeFileSync(join(folder, `${path}.br`), brotliCompressSync(text));
  writeFileSync(join(folder, `${path}.gz`), gzipSync(text));
};
mkdirSync(join(folder, 'assets'));
put('index.html', '<!doctype html>');
put('assets/main-AB12.js', 'script');
put('assets/main-CD34.css', 'style');
afterAll(() => rmSync(folder, { recursive: true }));

const { answer } = consoleRoute({ builtFile: builtFilesIn(pathToFileURL(`${folder}/`)), uploadHost: 'files.example' });
const ask = (file: string | undefined, headers: Record<string, string> = {}) =>
  answer({ path: file === undefined ? {} : { file }, headers } as never);
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

test.each([undefined, 'users', 'users/17', 'imports/a/b', 'assetsx', 'index.html'])('%s is the page', async (file) => {
  const { status, headers, bytes } = await ask(file);
  expect([status, text(bytes)]).toEqual([200, '<!doctype html>']);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
});

test('the page is sent again only where it has changed', async () => {
  const { headers: { etag = '' } = {} } = await ask('users');
  expect(etag).toMatch(/^W\/"[0-9a-f]{20}"$/);
  const same = await ask(undefined, { 'if-none-match': etag });
  expect([same.status, same.bytes, same.headers?.etag]).toEqual([304, undefined, etag]);
  expect((await ask(undefined, { 'if-none-match': 'W/"other"' })).status).toBe(200);
});

test.each([
  ['assets/main-AB12.js', 'text/javascript; charset=utf-8', 'script'],
  ['assets/main-CD34.css', 'text/css; charset=utf-8', 'style'],
])('%s is kept for a year', async (file, type, contents) => {
  const { status, headers, bytes } = await ask(file);
  expect([status, text(bytes)]).toEqual([200, contents]);
  expect(headers).toMatchObject({ 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' });
});

test.each([
  'assets',
  'assets/',
  'assets/main-OLD1.js',
  'assets/../index.html',
  'assets/../../package.json',
  'assets/main-AB12.js.br',
  'assets/main-AB12.js/',
  'assets/%2e%2e/index.html',
  'assets/constructor',
])('%s is nowhere: a file of another release, or outside the folder', async (file) => {
  await expect(ask(file)).rejects.toMatchObject({ refusals: [{ code: 'NotFound' }] });
});

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate, br;q=0.5', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0,gzip;q=0', undefined],
  ['identity', undefined],
  ['', undefined],
])('what takes %j gets it packed by %s', async (accepted, encoding) => {
  const { headers, bytes = new Uint8Array() } = await ask('assets/main-AB12.js', { 'accept-encoding': accepted });
  expect([headers?.['content-encoding'], headers?.vary]).toEqual([encoding, 'accept-encoding']);
  const unpacked = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
  expect(text(unpacked)).toBe('script');
});

test('the policy lets in nothing but this origin, and requests to the bucket of files', async () => {
  const { headers } = await ask('users');
  const policy = headers?.['content-security-policy'] ?? '';
  const directives = Object.fromEntries(
    policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1)]),
  );
  expect(directives['default-src']).toEqual(["'none'"]);
  expect(directives['script-src']).toEqual(["'self'"]);
  expect(directives['connect-src']).toEqual(["'self'", 'files.example']);
  expect(directives['require-trusted-types-for']).toEqual(["'script'"]);
  expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/);
  expect(
    Object.entries<string[]>(directives).filter(([name, sources]) => sources.includes('data:') && name !== 'img-src'),
  ).toEqual([]);
});

test('whoever asks for nothing is led to the console', async () => {
  const { status, headers } = await toConsoleRoute().answer({ origin: 'https://api.example/v1.0' } as never);
  expect([status, headers?.location]).toEqual([302, 'https://api.example/console']);
});
