/** Which token a request shows: a bearer's, else that of a browser's cookie, and that from our own pages alone. */

import { endedSessionCookie, sessionCookie } from '../../../shared/lambda/access/session-cookie.ts';
import { onAuthorize } from '../../../shared/lambda/on-authorize.ts';
import { administrator } from '../../fakes/people.ts';
import { contextOf } from '../../graph/calling.ts';

const token = `muster_${'x'.repeat(43)}`;
const other = `muster_${'y'.repeat(43)}`;
const ours = { 'x-muster-console': '1' };
const overHttp = { ...ours, 'x-forwarded-proto': 'http' };
const secure = `__Host-Http-muster=${token}`;

/** Which tokens the authorizer looks up. */
const lookedUp = async (headers: Record<string, string>, cookies?: string[]) => {
  const asked: string[] = [];
  const handler = onAuthorize(async (text) => {
    asked.push(text);
    return { principal: administrator };
  });
  const event = { headers, ...(cookies && { cookies }) };
  await (handler as (event: never, context: never) => Promise<unknown>)(event as never, contextOf() as never);
  return asked;
};

test('the cookie counts together with the header, from a page of the same origin or where none is told', async () => {
  for (const site of [{}, { 'sec-fetch-site': 'same-origin' }]) {
    expect(await lookedUp({ ...ours, ...site }, ['a=b', secure])).toEqual([token]);
  }
});

test('cookies that the gateway leaves in their header count as well, and only where it has no list of them', async () => {
  const cookie = `a=b; ${secure}`;
  expect(await lookedUp({ ...ours, cookie })).toEqual([token]);
  expect(await lookedUp({ cookie })).toEqual([]);
  expect(await lookedUp({ ...ours, cookie }, ['a=b'])).toEqual([]);
});

const elsewhere: [string, Record<string, string>][] = ['cross-site', 'same-site', 'none', ''].map((site) => [
  `from ${JSON.stringify(site)}`,
  { ...ours, 'sec-fetch-site': site },
]);

test.each([['without the header', {}], ['with another value of it', { 'x-muster-console': 'true' }], ...elsewhere] as [
  string,
  Record<string, string>,
][])('the cookie counts for nothing %s', async (_, headers) => {
  expect(await lookedUp(headers, [secure])).toEqual([]);
});

test('an Authorization header wins, also where it holds nothing that could be a token', async () => {
  expect(await lookedUp({ ...ours, authorization: `Bearer ${other}` }, [secure])).toEqual([other]);
  for (const authorization of ['', 'Bearer', 'Basic eDp5', token]) {
    expect(await lookedUp({ ...ours, authorization }, [secure])).toEqual([]);
  }
});

test('over TLS only the cookie of the prefix counts, over plain HTTP only the plain one', async () => {
  const plain = `muster=${token}`;
  expect([await lookedUp(ours, [plain]), await lookedUp(overHttp, [plain])]).toEqual([[], [token]]);
  expect(await lookedUp(overHttp, [secure])).toEqual([]);
  expect(await lookedUp({ ...ours, 'x-forwarded-proto': 'https' }, [plain, secure])).toEqual([token]);
});

test.each(['', 'muster_', 'x'.repeat(50), `muster_${'x'.repeat(10)}`, `muster_${'é'.repeat(43)}`, `${token}; a=b`])(
  'a cookie of %j is no token',
  async (value) => {
    expect(await lookedUp(ours, [`__Host-Http-muster=${value}`])).toEqual([]);
  },
);

test('its flags: for this host and every path of it, for no script and no other site; Secure but over plain HTTP', () => {
  const flags = 'Path=/; Secure; HttpOnly; SameSite=Strict';
  expect(sessionCookie(token, ours)).toBe(`${secure}; ${flags}`);
  expect(sessionCookie(token, overHttp)).toBe(`muster=${token}; Path=/; HttpOnly; SameSite=Strict`);
  expect(endedSessionCookie(ours)).toBe(`__Host-Http-muster=; Max-Age=0; ${flags}`);
});
