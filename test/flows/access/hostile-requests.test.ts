/** Requests that no client of good will sends: each is refused, and none is a fault. */
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import type { Muster } from '../driver/muster.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { isLocal } from '../driver/which-engine.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

/** Sends a path as it is, which `fetch` would put in order first. Resolves with the status of the answer. */
const statusOf = (method: string, path: string): Promise<number> => {
  const { protocol, hostname, port, pathname } = new URL(muster.outputs.ApiUrl);
  const send = protocol === 'https:' ? https : http;
  const headers = { authorization: `Bearer ${muster.token}` };
  const options = { method, hostname, port, path: pathname.replace(/\/$/, '') + path, headers };
  return new Promise((resolve, reject) => {
    send(options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', reject)
      .end();
  });
};

test.each([1, 6, 9, 11])('a body of %i MB is refused, and the next request is served (case 46)', async (megabytes) => {
  const raw = JSON.stringify({ displayName: 'x'.repeat(megabytes * 1024 * 1024) });
  const answer = await muster.api.ask('POST', '/v1.0/users', undefined, { raw });
  expect(answer.status).toBe(413);
  expect((await muster.api.ask('GET', '/v1.0/users?$top=1')).status).toBe(200);
});

test.each([
  ['POST', '/v1.0/users'],
  ['POST', '/v1.0/signIn'],
  ['POST', '/v1.0/$batch'],
  ['POST', '/v1.0/imports'],
  ['POST', '/v1.0/applications'],
  ['PATCH', '/v1.0/organization/organization'],
  ['PUT', '/v1.0/subscribedSkus/deep'],
])('JSON 10,000 deep is refused: %s %s (case 46)', async (method, path) => {
  for (const raw of [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`]) {
    const answer = await muster.api.ask(method, path, undefined, { raw });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
  }
});

const names = [
  '%00',
  '%0d%0aset-cookie:a=b',
  '%ff%fe',
  '%c0%ae%c0%ae',
  '%e2%82',
  '%zz',
  '%',
  '%2e%2e',
  '..%2f..%2f..%2fetc',
];
const words = ['__proto__', 'constructor', '{id}', "'%20or%201%20eq%201", '%24count%00', 'x'.repeat(4000)];

(isLocal ? test : test.skip)('ids that are none are of nobody, whatever their bytes', async () => {
  const lists = [
    'users',
    'subscribedSkus',
    'imports',
    'applications',
    'domains',
    'directoryRoles',
    'auditLogs/directoryAudits',
  ];
  for (const list of lists) {
    for (const name of [...names, ...words]) {
      expect([list, name, await statusOf('GET', `/v1.0/${list}/${name}`)]).toEqual([list, name, 404]);
    }
  }
});

(isLocal ? test : test.skip)('options of a query are read or refused, whatever their bytes', async () => {
  for (const value of [...names, ...words]) {
    for (const option of [
      '$filter',
      '$skiptoken',
      '$select',
      '$orderby',
      '$top',
      '$count',
      '%24top%00',
      '$__proto__',
    ]) {
      const asked = [option, value];
      expect([...asked, await statusOf('GET', `/v1.0/users?${option}=${value}`)]).toEqual([...asked, 400]);
    }
  }
});

// The emulator answers OPTIONS itself, for pages of other origins.
test.each(['PUT', 'DELETE', 'PROPFIND', ...(isLocal ? ['OPTIONS'] : [])])(
  '%s of what has no such method is refused',
  async (method) => {
    expect(await statusOf(method, '/v1.0/users')).toBe(405);
  },
);
