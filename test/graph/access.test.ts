/** Who may ask for what, and what a stranger learns: nothing. */
import { administrator } from '../fakes/people.ts';
import { collectLog } from './calling.ts';
import { routeKeys, setup } from './routes.ts';

const log = collectLog();

test.each([...routeKeys, 'PUT /v1.0/users/{id}', '$default'])(
  'a stranger gets 401 on %s, whatever is there',
  async (route) => {
    const { call, create } = setup();
    await create({});
    const path = { id: 'ada@contoso.com', skuId: 'x' };
    const answers = [
      await call({ route, principal: null, path, body: {} }),
      await call({ route, principal: null, path: { id: 'nobody@contoso.com', skuId: 'y' }, text: 'not JSON' }),
      await call({ route, principal: {}, path, headers: { 'content-type': 'text/plain' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    // Answers tell when they were given, to the second.
    const told = answers.map(({ text }) => text.replace(/"date":"[^"]*"/, ''));
    expect(new Set(told).size).toBe(1);
  },
);

test('a principal without the role gets 403, and nothing is done', async () => {
  const { call, create, memory } = setup();
  const reader = { ...administrator, roles: ['Directory Readers'] };
  expect((await create({}, { principal: reader })).status).toBe(403);
  expect((await create({}, { principal: { ...administrator, roles: [] } })).status).toBe(403);
  expect((await create({}, { principal: { ...administrator, roles: ['global administrator'] } })).status).toBe(403);
  const body = { skuPartNumber: 'E3', prepaidUnits: { enabled: 1 }, carriesMailbox: true };
  const put = { route: 'PUT /v1.0/subscribedSkus/{skuId}', path: { skuId: 'e3' }, body };
  expect((await call({ ...put, principal: { ...administrator, roles: ['User Administrator'] } })).status).toBe(403);
  expect((await call({ route: 'GET /v1.0/imports', principal: reader })).status).toBe(403);
  expect([memory.people.size, memory.skus.size]).toEqual([0, 0]);
});

test('roles that suffice', async () => {
  const { call, create } = setup();
  const principal = { ...administrator, roles: ['Reports Reader', 'User Administrator'] };
  expect((await create({}, { principal })).status).toBe(201);
  expect(
    (await call({ route: 'GET /v1.0/users', principal: { ...administrator, roles: ['Directory Readers'] } })).status,
  ).toBe(200);
});

test.each([
  ['GET /v1.0/users/{id}', { id: 'nobody@contoso.com' }],
  ['GET /v1.0/users/{id}', { id: 'x'.repeat(5000) }],
  ['GET /v1.0/users/{id}', { id: '@' }],
  ['POST /v1.0/users/{id}/assignLicense', { id: 'nobody' }],
  ['POST /v1.0/users/{id}/assignLicense', { id: 'x'.repeat(5000) }],
  ...['GET /v1.0/directory/deletedItems/{id}', 'DELETE /v1.0/directory/deletedItems/{id}'].flatMap((route) =>
    ['nobody', 'x'.repeat(5000), '__proto__'].map((id): [string, { id: string }] => [route, { id }]),
  ),
  ['DELETE /v1.0/users/{id}', { id: 'nobody@contoso.com' }],
  ['DELETE /v1.0/users/{id}', { id: 'x'.repeat(5000) }],
  ['GET /v1.0/imports/{id}', { id: '00000000-0000-0000-0000-000000000000' }],
  ['GET /v1.0/imports/{id}/report', { id: '../../etc/passwd' }],
  ['GET /v1.0/groups', {}],
  ['toString', {}],
  ['__proto__', {}],
])('what is not there is a 404: %s %j', async (route, path) => {
  const { call } = setup();
  const answer = await call({ route, path, body: { addLicenses: [], removeLicenses: [] } });
  expect([answer.status, answer.body.error.code]).toEqual([404, 'NotFound']);
});

test('every answer forbids caching, sniffing, framing and telling where it came from, asks for TLS, and names the request (weakness 16)', async () => {
  const { call, create } = setup();
  for (const { headers } of [
    await create({}),
    await create({}),
    await call({ route: 'GET /v1.0/users', principal: null }),
  ]) {
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'request-id': 'the-request-id',
    });
  }
  expect(log.lines().every(({ requestId }) => requestId === 'the-request-id')).toBe(true);
});

test('a fault of ours is a 500 that says nothing, in the answer and in the log', async () => {
  const secret = 'marked secret of a table';
  const { directory } = setup();
  const { call } = setup({ directory: { ...directory, listPeople: async () => Promise.reject(new Error(secret)) } });
  const answer = await call({ route: 'GET /v1.0/users' });
  expect(answer.status).toBe(500);
  expect(answer.body).toEqual({
    error: {
      code: 'InternalError',
      message: expect.any(String),
      innerError: {
        date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
        'request-id': 'the-request-id',
        'client-request-id': 'the-request-id',
      },
    },
  });
  expect([answer.text.includes(secret), log.text().includes(secret)]).toEqual([false, false]);
  expect(log.lines()).toContainEqual(
    expect.objectContaining({ level: 'ERROR', error: 'Error', at: expect.any(Array) }),
  );
});

test('what is thrown and is no error is a 500 too', async () => {
  const { directory } = setup();
  const { call } = setup({ directory: { ...directory, listPeople: async () => Promise.reject('text') } });
  expect((await call({ route: 'GET /v1.0/users' })).status).toBe(500);
});

test('links begin with the address of the API, whatever name and scheme a request was sent with (weakness 16)', async () => {
  const { call, create } = setup();
  await create({ displayName: 'Ada' });
  await create({ displayName: 'Bob', userPrincipalName: 'bob@contoso.com' });
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'javascript' };
  const { body } = await call({ route: 'GET /v1.0/users', query: { $top: '1' }, headers });
  expect([body['@odata.context'], body['@odata.nextLink']]).toEqual([
    expect.stringMatching(/^https:\/\/api\.example\/v1\.0\//),
    expect.stringMatching(/^https:\/\/api\.example\/v1\.0\/users\?/),
  ]);
});

test.each([
  ['3f2504e0-4f89-11d3-9a0c-0305e82c3301', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
  ['my.script:7', 'my.script:7'],
  ['a b', 'the-request-id'],
  ['', 'the-request-id'],
  ['x'.repeat(129), 'the-request-id'],
])('the client-request-id %j comes back as %j, in answers and errors alike', async (sent, told) => {
  const { call, create } = setup();
  const headers = { 'client-request-id': sent };
  const added = await create({}, { headers });
  const refused = await call({ route: 'GET /v1.0/users/{id}', path: { id: 'nobody' }, headers });
  expect([added.status, refused.status]).toEqual([201, 404]);
  for (const answer of [added, refused]) expect(answer.headers['client-request-id']).toBe(told);
  expect(refused.body.error.innerError['client-request-id']).toBe(told);
  expect(log.text()).not.toContain('my.script');
});
