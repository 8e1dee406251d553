/** The pages, as they leave the function. */

import { defaultPolicy } from '../../shared/domain/policy.ts';
import { onGraph } from '../../shared/graph/on-graph.ts';
import { pageRoutes } from '../../shared/pages/page-routes.ts';
import { callHttp, collectLog } from '../graph/calling.ts';
import { organisation } from './played-api.ts';

const log = collectLog();

const handler = onGraph(
  pageRoutes({ organisation: { ...organisation, preferredLanguage: 'de' }, policy: defaultPolicy }),
);
const get = (query: Record<string, string> = {}, headers: Record<string, string> = {}, route = 'GET /signin') =>
  callHttp(handler, { route, principal: null, query, headers });

test.each(['/signin', '/account'])(
  'a stranger gets %s, which may not be kept, framed, sniffed or followed',
  async (path) => {
    const { status, headers, text } = await get({}, {}, `GET ${path}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'/),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': expect.stringMatching(/^max-age=63072000/),
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(text).toMatch(/^<!DOCTYPE html>\n<html lang="de">/);
  },
);

test('the language is that of the address, else of the browser, else of the organisation', async () => {
  const languages = await Promise.all([
    get({ lang: 'nl' }, { 'accept-language': 'en' }),
    get({}, { 'accept-language': 'en' }),
    get({ lang: '"><script>' }, { 'accept-language': '<script>' }),
  ]);
  expect(languages.map(({ headers }) => headers['content-language'])).toEqual(['nl', 'en', 'de']);
});

test('a user name is there already; one that is none is not', async () => {
  expect((await get({ userName: 'ada@contoso.com' })).text).toContain(' value="ada@contoso.com"');
  expect((await get({ userName: '"><script>' })).text).toContain(' value="&quot;&gt;&lt;script&gt;"');
  expect((await get({ userName: 'x'.repeat(5000) })).text).toContain(' value=""');
});

test('what else stands in the address is left alone, and not logged', async () => {
  expect((await get({ utm_source: 'mail', userName: 'ada@contoso.com' })).status).toBe(200);
  expect(log.text()).not.toContain('ada@contoso.com');
});

test('it is in the settings of this moment', async () => {
  const terms = { ...defaultPolicy, passwordLength: { least: 14, most: 99 }, passwordClasses: 4 };
  const other = { ...organisation, displayName: 'Fabrikam & Söhne' };
  const route = onGraph(pageRoutes({ organisation: other, policy: terms }));
  const { text } = await callHttp(route, { route: 'GET /signin', principal: null });
  expect(text).toContain('<header><span class="mark" aria-hidden="true">F</span><p>Fabrikam &amp; Söhne</p></header>');
  expect(text).toContain('14 to 99 characters');
  expect(text).toContain('at least 4 of these');
});
