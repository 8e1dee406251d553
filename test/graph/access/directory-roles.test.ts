/** Administrator roles over HTTP, in Microsoft Graph's form. */
import { type RoleName, roleIds, roleNames } from '../../../shared/domain/access/roles.ts';
import { administrator, idOf, person } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { problemsIn, setup } from '../routes.ts';

collectLog();

const idOfGlobal = roleIds['Global Administrator'];
const idOfReader = roleIds['Reports Reader'];

const begin = async (...roles: RoleName[]) => {
  const { call, directory, memory } = setup();
  const [root, ada] = [person('root', { roles: ['Global Administrator'] }), person('ada', { roles })];
  await directory.addPeople({ people: [root, ada], seatsFrom: 'free' });
  const give = (roleId: string, body: unknown, more: object = {}) =>
    call({ route: 'POST /v1.0/directoryRoles/{id}/members/$ref', path: { id: roleId }, body, ...more });
  const take = (roleId: string, userId: string, more: object = {}) =>
    call({ route: 'DELETE /v1.0/directoryRoles/{id}/members/{userId}/$ref', path: { id: roleId, userId }, ...more });
  const members = (id: string, query: Record<string, string> = {}) =>
    call({ route: 'GET /v1.0/directoryRoles/{id}/members', path: { id }, query });
  const memberOf = (id: string) => call({ route: 'GET /v1.0/users/{id}/memberOf', path: { id } });
  return { call, directory, memory, root, ada, give, take, members, memberOf };
};

const addressOf = (id: string, list = 'users') => ({ '@odata.id': `https://graph.microsoft.com/v1.0/${list}/${id}` });
const codeIn = ({ status, body }: { status: number; body?: { error?: { code?: string } } }) => [
  status,
  body?.error?.code,
];

describe('roles', () => {
  test('are all there, with the ids of Entra', async () => {
    const { call } = await begin();
    const { status, body } = await call({ route: 'GET /v1.0/directoryRoles' });
    expect(status).toBe(200);
    expect(body['@odata.context']).toBe('https://api.example/v1.0/$metadata#directoryRoles');
    expect(body.value).toHaveLength(10);
    expect(body.value[0]).toEqual({
      id: '62e90394-69f5-4237-9190-012177145e10',
      roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
      displayName: 'Global Administrator',
      description: expect.any(String),
      permissions: expect.arrayContaining(['readPeople', 'giveRoles', 'changeSettings']),
    });
  });

  test.each([idOfReader, idOfReader.toUpperCase(), `roleTemplateId=${idOfReader}`, `roleTemplateId='${idOfReader}'`])(
    'one is read as %s',
    async (id) => {
      const { call } = await begin();
      const { body } = await call({ route: 'GET /v1.0/directoryRoles/{id}', path: { id } });
      expect(body).toMatchObject({ id: idOfReader, displayName: 'Reports Reader' });
    },
  );

  test.each([
    ["displayName eq 'reports reader'", ['Reports Reader']],
    [`roleTemplateId eq '${idOfGlobal}'`, ['Global Administrator']],
    [` id  eq '${idOfGlobal.toUpperCase()}' `, ['Global Administrator']],
    ["displayName eq 'King'", []],
    [`roleTemplateId eq ''`, []],
  ])('are found by %s', async (filter, found) => {
    const { call } = await begin();
    for (const route of ['GET /v1.0/directoryRoles', 'GET /v1.0/roleManagement/directory/roleDefinitions']) {
      const { body } = await call({ route, query: { $filter: filter } });
      expect(body.value.map(({ displayName }: { displayName: string }) => displayName)).toEqual(found);
    }
  });

  test.each(["startswith(displayName,'R')", '', "displayName eq 'a' or id eq 'b'", '__proto__'])(
    'another filter is refused with what is served: %s',
    async (filter) => {
      const { call } = await begin();
      const answer = await call({ route: 'GET /v1.0/directoryRoles', query: { $filter: filter } });
      expect(codeIn(answer)).toEqual([400, 'QueryInvalid']);
      expect(problemsIn(answer)).toEqual(['QueryInvalid $filter']);
    },
  );

  test('say what they may do', async () => {
    const { call } = await begin();
    const { body } = await call({ route: 'GET /v1.0/roleManagement/directory/roleDefinitions' });
    const actions = new Map(
      body.value.map((role: { displayName: string; rolePermissions: { allowedResourceActions: string[] }[] }) => [
        role.displayName,
        role.rolePermissions.flatMap(({ allowedResourceActions }) => allowedResourceActions),
      ]),
    );
    expect([...actions.keys()]).toEqual(roleNames);
    expect(actions.get('Password Administrator')).toEqual([
      'readPeople',
      'resetPasswords',
      'readLicences',
      'readRoles',
      'readSettings',
    ]);
  });
});

describe('members', () => {
  test('are people as Graph shows them, a page at a time, without anything secret', async () => {
    const { members, directory } = await begin('Reports Reader');
    const people = Array.from({ length: 4 }, (_, n) => person(`p${n}`, { roles: ['Reports Reader'] }));
    await directory.addPeople({ people, seatsFrom: 'free' });
    const first = await members(idOfReader, { $top: '3' });
    const link = new URL(first.body['@odata.nextLink']);
    expect(link.pathname).toBe(`/v1.0/directoryRoles/${idOfReader}/members`);
    const second = await members(idOfReader, Object.fromEntries(link.searchParams));
    expect(second.body['@odata.nextLink']).toBeUndefined();
    const found = [...first.body.value, ...second.body.value];
    expect(found.map(({ id }) => id)).toEqual([idOf('ada'), ...people.map(({ id }) => id)].toSorted());
    expect(new Set(found.map((one) => one['@odata.type']))).toEqual(new Set(['#microsoft.graph.user']));
    expect(first.text).not.toMatch(/"hash"|"password"/);
  });

  test.each([{ $top: '0' }, { $top: '1000' }, { $skiptoken: 'xyz' }, { $skiptoken: '' }, { $filter: 'x' }])(
    'odd options are refused: %j',
    async (query) => {
      const { members } = await begin();
      expect(codeIn(await members(idOfReader, query as Record<string, string>))).toEqual([400, 'QueryInvalid']);
    },
  );

  test('are given by an address of users or directoryObjects, by id or name, and may be given again', async () => {
    const { give, memory, ada, memberOf } = await begin();
    for (const body of [
      addressOf(ada.id),
      addressOf(ada.id, 'directoryObjects'),
      addressOf(`${ada.id.toUpperCase()}/`, 'Users'),
      { '@odata.id': `https://x/v1.0/users('${ada.id}')` },
      { '@odata.ID': `https://x/v1.0/directoryobjects/${ada.id}` },
      addressOf('ada%40contoso.com'),
      { '@odata.id': `http://127.0.0.1:1234/stage/v1.0/users/${ada.id}` },
    ]) {
      const answer = await give(idOfReader, body);
      expect([answer.status, answer.text]).toEqual([204, '']);
    }
    expect(memory.people.get(ada.id)?.roles).toEqual(['Reports Reader']);
    expect(memory.audit).toHaveLength(1);
    const { body } = await memberOf('ada@contoso.com');
    expect(body.value).toEqual([
      expect.objectContaining({ '@odata.type': '#microsoft.graph.directoryRole', id: idOfReader }),
    ]);
  });

  test('are taken, once', async () => {
    const { take, memory, ada, members } = await begin('Reports Reader', 'User Administrator');
    expect((await take(idOfReader, ada.id)).status).toBe(204);
    expect(memory.people.get(ada.id)?.roles).toEqual(['User Administrator']);
    expect((await members(idOfReader)).body.value).toEqual([]);
    expect(codeIn(await take(idOfReader, ada.id))).toEqual([404, 'NotFound']);
  });

  test('the last Global Administrator stays, with a 409', async () => {
    const { take, root } = await begin();
    expect(codeIn(await take(idOfGlobal, root.id))).toEqual([409, 'LastAdministrator']);
  });

  test("nobody raises themselves, and the highest roles are not everybody's to give", async () => {
    const { give, take, ada, root, memory } = await begin('Privileged Role Administrator');
    const principal = { kind: 'person', id: ada.id, displayName: 'Ada', roles: ada.roles };
    expect(codeIn(await give(roleIds['User Administrator'], addressOf(ada.id), { principal }))).toEqual([
      403,
      'RoleOwn',
    ]);
    expect(codeIn(await give(roleIds['User Administrator'], addressOf('ADA@contoso.com'), { principal }))).toEqual([
      403,
      'RoleOwn',
    ]);
    expect(codeIn(await give(idOfGlobal, addressOf(ada.id), { principal }))).toEqual([403, 'RoleNotYours']);
    expect(codeIn(await take(idOfGlobal, root.id, { principal }))).toEqual([403, 'RoleNotYours']);
    const helper = { ...administrator, roles: ['User Administrator'] };
    expect(codeIn(await give(idOfReader, addressOf(ada.id), { principal: helper }))).toEqual([403, 'Forbidden']);
    expect(memory.audit).toEqual([]);
  });
});

describe('bad input', () => {
  test.each([
    [undefined, ['ValueMissing @odata.id'], {}],
    [undefined, ['PropertyUnknown id', 'ValueMissing @odata.id'], { id: 'x' }],
    ['', ['ValueInvalid @odata.id']],
    ['not an address', ['ValueInvalid @odata.id']],
    ['https://graph.microsoft.com/v1.0/users/', ['ValueInvalid @odata.id']],
    ['https://graph.microsoft.com/v1.0/groups/1', ['ValueInvalid @odata.id']],
    ['https://graph.microsoft.com/v1.0/users/a/b', ['ValueInvalid @odata.id']],
    ["https://graph.microsoft.com/v1.0/users('')", ['ValueInvalid @odata.id']],
    ['https://graph.microsoft.com/v1.0/users/%ff', ['ValueInvalid @odata.id']],
    [`https://x/users/${'a'.repeat(2000)}`, ['ValueInvalid @odata.id']],
    [`https://x${'/a'.repeat(400)}/users/1?`, ['ValueInvalid @odata.id']],
    [['https://x/users/1'], ['ValueInvalid @odata.id']],
  ])('a reference that is none is named (%#)', async (address, problems, body = { '@odata.id': address }) => {
    const { give } = await begin();
    const answer = await give(idOfReader, body);
    expect(answer.status).toBe(400);
    expect(problemsIn(answer).toSorted()).toEqual(problems);
  });

  test.each([null, [], 'text', 7])('a body that is no object is refused: %j', async (body) => {
    const { give } = await begin();
    expect((await give(idOfReader, body)).status).toBe(400);
  });

  test.each(['nobody', 'King', '__proto__', '', 'x'.repeat(5000), "roleTemplateId='", idOf('ada')])(
    'a role or person that is not there is a 404 (%#)',
    async (id) => {
      const { call, give, take, members, memberOf, ada } = await begin();
      const asRole = [
        await call({ route: 'GET /v1.0/directoryRoles/{id}', path: { id } }),
        await give(id, addressOf(ada.id)),
        await take(id, ada.id),
        await members(id),
      ];
      const asPerson = id === ada.id ? [] : [await take(idOfReader, id), await memberOf(id)];
      for (const answer of [...asRole, ...asPerson]) expect(codeIn(answer)).toEqual([404, 'NotFound']);
      expect(codeIn(await give(idOfReader, addressOf('nobody')))).toEqual([404, 'NotFound']);
    },
  );
});
