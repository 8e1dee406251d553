/** Addresses in other spellings, and those that lead nowhere: as a whole system answers them. */
import { readFileSync } from 'node:fs';
import type { Muster } from '../driver/muster.ts';
import { someone } from '../driver/names.ts';
import type { User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
let ada: User;
beforeAll(async () => {
  muster = await sharedMuster();
  ada = await muster.api.addUser(someone('spelled'));
});
afterAll(() => muster.close());

const ask = (...request: Parameters<Muster['api']['ask']>) => muster.api.ask(...request);

test('a person is read, changed and listed under any spelling of their address', async () => {
  const name = ada.userPrincipalName;
  const addresses = [
    `/v1.0/Users/${name.toUpperCase()}`,
    `/V1.0/users/${ada.id.toUpperCase()}/`,
    `/v1.0/users('${name}')`,
    `/v1.0/users(userPrincipalName='${name}')`,
    `/v1.0/users/${ada.id.toUpperCase()}`,
  ];
  for (const address of addresses) {
    const answer = await ask('GET', `${address}?$select=id`);
    expect([address, answer.status, answer.body]).toMatchObject([address, 200, { id: ada.id }]);
    expect(answer.headers.get('request-id')).toMatch(/./);
  }
  const patched = await ask('PATCH', `/v1.0/USERS/${name}`, { JobTitle: 'Zoölogist' });
  expect([patched.status, patched.text]).toEqual([204, '']);
  expect((await ask('GET', `/v1.0/users/${name}`)).body).toMatchObject({ jobTitle: 'Zoölogist' });
  const added = await ask('POST', '/v1.0/Users', someone('spelled-too'));
  expect([added.status, added.headers.get('location')]).toEqual([201, expect.stringContaining('/v1.0/users/')]);
});

test('whoever has no right to an address has none to another spelling of it', async () => {
  for (const authorization of [undefined, 'Bearer muster_nobody']) {
    for (const [method, address] of [
      ['GET', '/v1.0/Users'],
      ['DELETE', `/v1.0/Users/${ada.id}`],
      ['POST', '/v1.0/Users'],
      ['POST', '/v1.0/Applications'],
    ] as const) {
      const answer = await ask(method, address, method === 'POST' ? {} : undefined, { headers: { authorization } });
      expect([address, answer.status, answer.body]).toMatchObject([
        address,
        401,
        { error: { code: 'Unauthenticated' } },
      ]);
    }
  }
  expect((await ask('GET', `/v1.0/users/${ada.id}`)).status).toBe(200);
});

test('HEAD is GET without its body', async () => {
  const answer = await ask('HEAD', `/v1.0/users/${ada.userPrincipalName}`);
  expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([200, '', expect.stringMatching(/^W\//)]);
  expect((await ask('HEAD', '/v1.0/users/nobody')).status).toBe(404);
});

test.each(['/v1.0/groups', '/beta/users', '/nowhere', '/v1.0/me/manager'])(
  '%s leads nowhere: 404 in Graph’s shape, with the client’s own id of the request',
  async (address) => {
    const { status, body, headers } = await ask('GET', address, undefined, {
      headers: { 'client-request-id': 'mine' },
    });
    const innerError = {
      date: expect.any(String),
      'request-id': headers.get('request-id'),
      'client-request-id': 'mine',
    };
    expect([status, headers.get('client-request-id')]).toEqual([404, 'mine']);
    const details = [{ code: 'NotFound', message: expect.any(String), fact: expect.any(String) }];
    expect(body).toEqual({ error: { code: 'NotFound', message: expect.any(String), details, innerError } });
  },
);

test('where a password is tried, another spelling is told the right one', async () => {
  const url = `${muster.outputs.ApiUrl}/v1.0/signin`;
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', body: '{}' });
  expect([answer.status, answer.headers.get('location')]).toEqual([308, expect.stringMatching(/\/v1\.0\/signIn$/)]);
});

test('a body that is not UTF-8 adds nobody, and says what to do', async () => {
  const raw = new Uint8Array(readFileSync('test/samples/reported/body-latin1.json'));
  for (const address of ['/v1.0/users', '/v1.0/Users']) {
    const answer = await ask('POST', address, undefined, { raw });
    expect([answer.status, answer.body]).toMatchObject([400, { error: { code: 'BodyNotUtf8' } }]);
  }
  const bodies = { requests: [{ id: '1', method: 'POST', url: '/Users', body: { displayName: 'Ren\ufffd' } }] };
  expect((await ask('POST', '/v1.0/$BATCH', bodies)).body).toMatchObject({ error: { code: 'BodyNotUtf8' } });
});

test('parts of a batch may be spelled otherwise too', async () => {
  const requests = [
    { id: '1', method: 'GET', url: `/Users/${ada.id}?$select=id` },
    { id: '2', method: 'GET', url: '/groups' },
  ];
  const { body } = await ask('POST', '/v1.0/$Batch', { Requests: requests });
  expect(body).toMatchObject({ responses: [{ status: 200, body: { id: ada.id } }, { status: 404 }] });
});
