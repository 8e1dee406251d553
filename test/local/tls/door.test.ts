/** The guard of an address that speaks TLS: the same as of every other, by its own scheme. */
import { request } from 'node:https';
import { join } from 'node:path';
import { readCertificate } from '../../../infra/local/door/certificate.ts';
import { type Listener, listen } from '../../../infra/local/emulators/listen.ts';
import { createHttpApi } from '../../../infra/local/loops/http-api.ts';
import { temporaryFolder } from '../running.ts';

const folder = temporaryFolder();
let listener: Listener;
let ca: string;
const seen: Record<string, string>[] = [];

beforeAll(async () => {
  const certificate = await readCertificate((name) => join(folder.path, name), new Date());
  ca = certificate.cert;
  listener = await listen(0, () => {}, { certificate });
  listener.handleWith(
    createHttpApi({
      routes: [{ key: 'GET /page', functionArn: 'page', authorizer: undefined }],
      invoke: async (_function, event) => {
        seen.push((event as { headers: Record<string, string> }).headers);
        const headers = { 'strict-transport-security': 'max-age=63072000', 'content-type': 'text/plain' };
        return { statusCode: 200, headers, body: 'seen' };
      },
      now: () => new Date(),
      report: () => {},
    }),
  );
});
afterAll(async () => {
  await listener.stop();
  folder.remove();
});

type Answer = { status: number; headers: Record<string, unknown> };

const ask = (headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = listener;
    const said = Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))]);
    // Whatever name it shows, as after DNS rebinding by somebody whose certificate a browser takes.
    request(
      {
        host: '127.0.0.1',
        port,
        servername: 'localhost',
        path: '/page',
        ca,
        agent: false,
        headers: Object.fromEntries(said),
      },
      (response) => {
        response.resume().once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
      },
    )
      .once('error', reject)
      .end();
  });

test('its address says so, and so do functions hear', async () => {
  expect(listener.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect((await ask()).status).toBe(200);
  expect(seen.at(-1)).toMatchObject({ 'x-forwarded-proto': 'https' });
});

test.each<[string, Record<string, string>]>([
  ['another of its names', { host: 'localhost:PORT' }],
  ['a page of its own', { origin: 'https://127.0.0.1:PORT', 'sec-fetch-site': 'same-origin' }],
  ['a page of its other name', { origin: 'https://localhost:PORT' }],
  [
    'a link that is followed',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  ],
])('answers %s', async (_what, headers) => {
  expect((await ask(headers)).status).toBe(200);
});

test.each<[string, Record<string, string>]>([
  ['another name for this machine', { host: 'evil.example:PORT' }],
  ['our name without its port', { host: '127.0.0.1' }],
  ['the page of another site', { origin: 'https://evil.example' }],
  ['our own name without TLS', { origin: 'http://127.0.0.1:PORT' }],
  ['a page of another port of this machine', { origin: 'https://127.0.0.1:1' }],
  ['an image in the page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
])('refuses %s', async (_what, headers) => {
  expect((await ask(headers)).status).toBe(403);
});

test('a browser is not told to ask localhost over TLS for two years, whatever else runs there', async () => {
  expect((await ask()).headers).not.toHaveProperty('strict-transport-security');
});

test('a port that is taken is told of as without TLS', async () => {
  const certificate = await readCertificate((name) => join(folder.path, name), new Date());
  const { port } = listener;
  await expect(listen(port, () => {}, { certificate })).rejects.toThrow(`Port ${port} is taken by another program`);
});

test('whoever does not trust the certificate gets nothing, and whoever speaks no TLS neither', async () => {
  ca = '';
  await expect(ask()).rejects.toThrow(/certificate/);
  await expect(fetch(listener.url.replace('https', 'http'))).rejects.toThrow();
});
