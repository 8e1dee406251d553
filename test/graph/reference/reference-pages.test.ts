/** The reference as pages: everything is on one of them, every link leads somewhere, and they come compressed. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { onGraph } from '../../../shared/graph/on-graph.ts';
import { contracts } from '../../../shared/graph/reference/contracts.ts';
import { openApiRoute, referenceRoute } from '../../../shared/graph/reference/describe-api-routes.ts';
import { referencePages } from '../../../shared/graph/reference/reference-pages.ts';
import { callHttp, collectLog } from '../calling.ts';

collectLog();

const route = referenceRoute();
const handler = onGraph({
  'GET /openapi.json': openApiRoute(),
  'GET /reference': route,
  'GET /reference/{page}': route,
});
const get = (page: string, headers: Record<string, string> = {}) =>
  page === ''
    ? callHttp(handler, { route: 'GET /reference', principal: null, headers })
    : callHttp(handler, { route: 'GET /reference/{page}', principal: null, path: { page }, headers });

const textOf = async (page: string) => (await get(page)).text;
const pages = async () =>
  new Map(await Promise.all(referencePages.map(async ({ slug }) => [slug, await textOf(slug)] as const)));

test('every route is on the first page, and on that of its group with all that it refuses', async () => {
  const all = await pages();
  const first = all.get('') ?? '';
  for (const [key, { tag, refusals = [] }] of Object.entries(contracts)) {
    const [method = '', path = ''] = key.replace('+}', '}').split(' ');
    const shown = `<span class="method">${method}</span> <code>${path}</code>`;
    expect(first).toContain(shown);
    const own = all.get(tag.toLowerCase().replaceAll(' ', '-')) ?? '';
    const article = own.split('<article').find((part) => part.includes(`<h2>${shown}`)) ?? '';
    expect([key, refusals.filter((code) => !article.includes(`<code>${code}</code>`))]).toEqual([key, []]);
  }
});

test('a code stands with its sentence and its status', async () => {
  expect(await textOf('refusals')).toMatch(
    /id="PasswordWrong"><dt><code>PasswordWrong<\/code> <span>400<\/span><\/dt><dd>The current password is wrong\.</,
  );
});

test('every link leads to a page, and to something on it', async () => {
  const all = await pages();
  const lost: string[] = [];
  for (const [slug, text] of all) {
    const entries = JSON.parse(/id="search-entries">([^\n]*)<\/script>/.exec(text)?.[1] ?? '[]') as { href: string }[];
    const links = [...text.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = '']) => href);
    for (const href of new Set([...links, ...entries.map((entry) => entry.href)])) {
      const [path = '', id] = href.split('#');
      const target = path === '' ? slug : path.replace(/^\/reference\/?/, '');
      const isThere = id === undefined || all.get(target)?.includes(` id="${id}"`);
      if (path !== '/openapi.json' && !(all.has(target) && isThere)) lost.push(`${slug}: ${href}`);
    }
  }
  expect(lost).toEqual([]);
});

test('it comes compressed to whoever takes that, and is the same', async () => {
  const plain = await get('people');
  const [br, gzip] = [
    await get('people', { 'accept-encoding': 'gzip, deflate, br, zstd' }),
    await get('people', { 'accept-encoding': 'gzip, br;q=0' }),
  ];
  expect([br, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
  expect(brotliDecompressSync(Buffer.from(br.text, 'base64')).toString()).toBe(plain.text);
  expect(gunzipSync(Buffer.from(gzip.text, 'base64')).toString()).toBe(plain.text);
  expect(plain.headers.vary).toBe('accept-encoding');
  expect(Buffer.from(br.text, 'base64').length).toBeLessThan(25_000);
});

test('its policy lets nothing run but the one script, and nothing be fetched', async () => {
  const { 'content-security-policy': policy = '' } = (await get('')).headers;
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-[^' ]+';/);
  expect(policy).not.toMatch(/unsafe|\*|connect-src/);
});

test('a page in another case is the same; one that there is none of is not found', async () => {
  expect((await get('People')).text).toBe((await get('people')).text);
  expect((await get('nothing')).body.error.code).toBe('NotFound');
});
