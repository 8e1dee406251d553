/** Many requests in one. */
import { createApi } from '../driver/api.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import type { Page, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

type Part = { id: string; status: number; headers: Record<string, string>; body?: unknown };
type Request = { id: string; method: string; url: string; body?: object; headers?: object; dependsOn?: string[] };

const batch = async (requests: Request[], api = muster.api): Promise<Part[]> => {
  const { status, text, body } = await api.ask('POST', '/v1.0/$batch', { requests });
  if (status !== 200) throw new Error(text);
  return (body as { responses: Part[] }).responses;
};
const statuses = (parts: Part[]) => parts.map(({ id, status }) => [id, status]);
const headers = { 'Content-Type': 'application/json' };

test('twenty people at once, each answered by its id', async () => {
  const people = Array.from({ length: 20 }, () => someone('Batch'));
  const requests = people.map((body, n) => ({ id: `p${n}`, method: 'POST', url: '/users', headers, body }));
  const parts = await batch(requests);
  expect(statuses(parts)).toEqual(requests.map(({ id }) => [id, 201]));
  expect(parts.map(({ body }) => (body as User).userPrincipalName)).toEqual(
    people.map(({ userPrincipalName }) => userPrincipalName),
  );
  expect(parts[0]?.headers['Content-Type']).toMatch(/^application\/json/);
});

test('what depends on something comes after it, or not at all', async () => {
  const person = someone('After');
  const { userPrincipalName: name } = person;
  const parts = await batch([
    { id: 'read', method: 'GET', url: `/users/${name}`, dependsOn: ['add'] },
    { id: 'add', method: 'POST', url: '/users', headers, body: person },
    { id: 'again', method: 'POST', url: '/users', headers, body: person, dependsOn: ['add'] },
    { id: 'never', method: 'POST', url: '/users', headers, body: someone('Never'), dependsOn: ['again'] },
  ]);
  expect(statuses(parts)).toEqual([
    ['read', 200],
    ['add', 201],
    ['again', 409],
    ['never', 424],
  ]);
  expect(parts[0]?.body).toMatchObject({ userPrincipalName: name });
  expect(parts[3]?.body).toMatchObject({ error: { code: 'DependencyFailed' } });
});

test('each part may what its caller may, and is checked by itself', async () => {
  const reader = createApi(muster.outputs.ApiUrl, await muster.tokenOf('Directory Readers'));
  const thief = { authorization: `Bearer ${muster.token}` };
  const parts = await batch(
    [
      { id: 'read', method: 'GET', url: '/users?$top=1&$count=maybe' },
      { id: 'list', method: 'GET', url: '/users?$top=1' },
      { id: 'add', method: 'POST', url: '/users', headers, body: someone('No') },
      { id: 'stolen', method: 'POST', url: '/users', headers: { ...headers, ...thief }, body: someone('No') },
      { id: 'nothing', method: 'GET', url: `/users/${unique()}@contoso.com` },
    ],
    reader,
  );
  expect(statuses(parts)).toEqual([
    ['read', 400],
    ['list', 200],
    ['add', 403],
    ['stolen', 403],
    ['nothing', 404],
  ]);
});

test('links in answers can be followed', async () => {
  await batch(
    ['Link', 'Link'].map((name, id) => ({ id: `${id}`, method: 'POST', url: '/users', body: someone(name) })),
  );
  const [part] = await batch([{ id: '1', method: 'GET', url: '/users?$top=1' }]);
  const next = ((part as Part).body as Page<User>)['@odata.nextLink'] ?? '';
  expect((await muster.api.ask('GET', next)).status).toBe(200);
});

test.each([
  ...['//127.0.0.1/users', 'http://127.0.0.1/users', '/../oauth2/v2.0/token', '/users/%2e%2e/%2e%2e/x'],
  ...['/$batch', '/%24batch'],
])('%s is answered with 400, and the others go on', async (url) => {
  const parts = await batch([
    { id: '1', method: 'POST', url, headers, body: { requests: [] } },
    { id: '2', method: 'GET', url: '/subscribedSkus' },
  ]);
  expect(statuses(parts)).toEqual([
    ['1', 400],
    ['2', 200],
  ]);
});

test('a batch that makes no sense is refused as a whole', async () => {
  const one = { id: '1', method: 'GET', url: '/users' };
  const bodies = [
    {},
    { requests: [] },
    { requests: Array.from({ length: 21 }, (_, n) => ({ ...one, id: `${n}` })) },
    { requests: [one, one] },
    { requests: [{ ...one, dependsOn: ['1'] }] },
    { requests: [{ ...one, dependsOn: ['2'] }] },
  ];
  for (const body of bodies) expect((await muster.api.ask('POST', '/v1.0/$batch', body)).status).toBe(400);
  const stranger = createApi(muster.outputs.ApiUrl, 'nobody');
  expect((await stranger.ask('POST', '/v1.0/$batch', { requests: [one] })).status).toBe(401);
});
