/** What is asked for at addresses that lead nowhere: people get a page that leads on, programs what they always got. */
import { mailLanguages } from '../../shared/domain/organisation.ts';
import { unmatchedRoute } from '../../shared/graph/addresses/unmatched-route.ts';
import { onGraph } from '../../shared/graph/on-graph.ts';
import { contracts } from '../../shared/graph/reference/contracts.ts';
import { forBrowsers } from '../../shared/pages/for-browsers.ts';
import { noPageTexts } from '../../shared/pages/texts/no-page-texts.ts';
import { callHttp, collectLog } from '../graph/calling.ts';

const log = collectLog();

const callOn = async () => ({ status: 401, body: { error: { code: 'Unauthenticated' } } });
const handler = onGraph({ $default: forBrowsers(unmatchedRoute({ needs: async () => contracts, callOn })) });
const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const ask = (method: string, rawPath: string, headers: Record<string, string> = {}, query = {}) =>
  callHttp(handler, { route: '$default', method, rawPath, principal: null, headers, query });

test.each([
  ['GET', '/nothing/of/the-kind', 404],
  ['GET', '/v1.0/groups', 404],
  ['GET', '/v1.0/signIn', 405],
  ['POST', '/signin', 405],
])('%s %s is a page for a browser, with status %i', async (method, path, status) => {
  const answer = await ask(method, path, browser);
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
  expect(answer.text).toContain('href="/signin?lang=en"');
  expect(answer.headers['content-security-policy']).not.toContain('unsafe');
  expect(log.lines().at(-1)).toMatchObject({ status, codes: expect.any(String) });
});

test.each([
  ['JSON', { accept: 'application/json' }],
  ['anything', { accept: '*/*' }],
  ['it says not what', {}],
])('a program that takes %s gets JSON', async (_, headers: Record<string, string>) => {
  const answer = await ask('GET', '/v1.0/groups', headers);
  expect([answer.status, answer.body.error.code]).toEqual([404, 'NotFound']);
  const wrong = await ask('GET', '/v1.0/signIn', headers);
  expect([wrong.status, wrong.body.error.code, wrong.headers.allow]).toEqual([405, 'MethodNotAllowed', 'POST']);
});

test.each(mailLanguages)('in %s, by what the browser prefers', async (language) => {
  const answer = await ask('GET', '/nothing', { ...browser, 'accept-language': `fr, ${language};q=0.7` });
  expect(answer.headers['content-language']).toBe(language);
  expect(answer.text).toContain(`<html lang="${language}">`);
  expect(answer.text).toContain(`<h1>${noPageTexts[language].title}</h1>`);
});

test('the language of the address goes before, and what was asked for is not said again', async () => {
  const answer = await ask('GET', '/<script>alert(1)</script>', browser, { lang: 'nl', x: '"><script>' });
  expect(answer.headers['content-language']).toBe('nl');
  expect(answer.text).not.toContain('<script');
});

test('a known address in another spelling leads to itself', async () => {
  const slash = await ask('GET', '/signin/', browser);
  expect([slash.status, slash.headers.location]).toEqual([308, 'https://api.example/signin']);
  expect((await ask('GET', '/v1.0/Users', browser)).body.error.code).toBe('Unauthenticated');
});

test('the mark is at the address where browsers look for it', async () => {
  const answer = await ask('GET', '/favicon.ico', { accept: 'image/avif,image/webp,*/*' });
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/svg+xml']);
  expect(answer.text).toMatch(/^<svg xmlns/);
});
