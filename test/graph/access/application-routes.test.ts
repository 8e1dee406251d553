/** Applications by HTTP: Graph's form, and refusals of what does not fit. */
import { administrator } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { problemsIn, setup as routes } from '../routes.ts';

const log = collectLog();

const setup = async () => {
  const system = routes();
  const post = (route: string, body: object, id = '') =>
    system.call({ route: `POST /v1.0/applications${route}`, path: { id }, body });
  const made = await post('', { displayName: ' Sync ', roles: ['user administrator'] });
  const id: string = made.body.id;
  const read = async () => (await system.call({ route: 'GET /v1.0/applications/{id}', path: { id } })).body;
  return { ...system, post, made, id, read };
};

test('an application is made, read, listed, changed and removed', async () => {
  const { call, made, id, read } = await setup();
  expect(made.status).toBe(201);
  expect(made.headers.location).toBe(`https://api.example/v1.0/applications/${id}`);
  const resource = {
    id,
    appId: id,
    displayName: 'Sync',
    roles: ['User Administrator'],
    createdDateTime: '2026-01-05T09:00:00.000Z',
    passwordCredentials: [],
  };
  expect(made.body).toMatchObject(resource);
  expect(await read()).toMatchObject(resource);
  expect((await call({ route: 'GET /v1.0/applications' })).body.value).toEqual([resource]);
  const path = { id };
  const patch = await call({ route: 'PATCH /v1.0/applications/{id}', path, body: { displayName: 'New' } });
  expect([patch.status, patch.text]).toEqual([204, '']);
  expect(await read()).toMatchObject({ displayName: 'New', roles: ['User Administrator'] });
  expect((await call({ route: 'DELETE /v1.0/applications/{id}', path })).status).toBe(204);
  expect((await call({ route: 'GET /v1.0/applications/{id}', path })).status).toBe(404);
  expect((await call({ route: 'DELETE /v1.0/applications/{id}', path })).status).toBe(404);
});

test('a secret is shown once', async () => {
  const { post, id, read } = await setup();
  const passwordCredential = { displayName: 'blue', endDateTime: '2026-02-01T00:00:00+01:00' };
  const { status, body } = await post('/{id}/addPassword', { passwordCredential }, id);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    displayName: 'blue',
    startDateTime: '2026-01-05T09:00:00.000Z',
    endDateTime: '2026-01-31T23:00:00.000Z',
    hint: body.secretText.slice(7, 10),
    secretText: expect.stringMatching(/^muster_[\w-]{43}$/),
  });
  expect((await post('/{id}/addPassword', {}, id)).body).toMatchObject({ displayName: null });
  expect((await post('/{id}/addPassword', {}, id)).body.error.code).toBe('ClientSecretLimit');
  const { passwordCredentials } = await read();
  const { secretText, '@odata.context': _context, ...others } = body;
  expect(passwordCredentials[0]).toEqual({ ...others, secretText: null });
  expect(JSON.stringify(passwordCredentials).includes(secretText)).toBe(false);
  expect((await post('/{id}/removePassword', { keyId: body.keyId }, id)).status).toBe(204);
  expect((await read()).passwordCredentials).toHaveLength(1);
  expect(log.text().includes(secretText)).toBe(false);
});

test('pages follow their links', async () => {
  const { call, post } = await setup();
  for (const displayName of ['two', 'three']) await post('', { displayName });
  const first = await call({ route: 'GET /v1.0/applications', query: { $top: '2' } });
  const link = new URL(first.body['@odata.nextLink']);
  const query = Object.fromEntries(link.searchParams);
  const second = await call({ route: 'GET /v1.0/applications', query });
  expect([first.body.value.length, second.body.value.length]).toEqual([2, 1]);
  expect(second.body['@odata.nextLink']).toBeUndefined();
});

test('all that is wrong with a body is told at once', async () => {
  const { post, id, call } = await setup();
  const made = await post('', { roles: 'all', appId: 'x', displayName: 'two\nlines' });
  expect([made.status, ...problemsIn(made).toSorted()]).toEqual([
    400,
    'PropertyUnknown appId',
    'ValueInvalid displayName',
    'ValueInvalid roles',
  ]);
  expect(problemsIn(await post('', { roles: [] }))).toEqual(['ValueMissing displayName']);
  expect(problemsIn(await post('', { displayName: 'x'.repeat(257) }))).toEqual(['ValueInvalid displayName']);
  expect(problemsIn(await post('', { displayName: 'x', roles: ['King'] }))).toEqual(['RoleUnknown roles']);
  const end = (endDateTime: string) => post('/{id}/addPassword', { passwordCredential: { endDateTime } }, id);
  for (const text of [
    'tomorrow',
    '2026-02-30T00:00:00Z',
    '2020-01-01T00:00:00Z',
    '2036-01-01T00:00:00Z',
    '2026-02-01',
  ]) {
    expect([text, ...problemsIn(await end(text))]).toEqual([text, 'ValueInvalid passwordCredential.endDateTime']);
  }
  const patch = await call({ route: 'PATCH /v1.0/applications/{id}', path: { id }, body: { secrets: [] } });
  expect(problemsIn(patch)).toEqual(['PropertyUnknown secrets']);
});

test.each(['nobody', 'x'.repeat(5000), '../../x', '__proto__', ''])('an id like %j is not found', async (id) => {
  const { call } = await setup();
  for (const route of ['GET /v1.0/applications/{id}', 'DELETE /v1.0/applications/{id}']) {
    expect((await call({ route, path: { id } })).status).toBe(404);
  }
});

test('only a Global Administrator keeps applications', async () => {
  const { call } = await setup();
  const principal = { ...administrator, roles: ['Privileged Role Administrator', 'User Administrator'] };
  expect((await call({ route: 'GET /v1.0/applications', principal })).status).toBe(403);
});
