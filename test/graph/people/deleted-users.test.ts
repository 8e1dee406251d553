/** The routes of deleted people, and who may use any of those that change people. */
import { idOf } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { problemsIn, setup } from '../routes.ts';
import { withAda } from '../with-ada.ts';

collectLog();

describe('deleted people', () => {
  test('are found among the deleted, and nowhere else', async () => {
    const { remove, read, readDeleted, listed, ada, call, patch, create } = await withAda();
    expect((await readDeleted()).status).toBe(404);
    const answer = await remove();
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect([(await read()).status, (await patch({ city: 'Paris' })).status, (await remove()).status]).toEqual([
      404, 404, 404,
    ]);
    expect((await call({ route: 'GET /v1.0/users/{id}', path: { id: ada.userPrincipalName } })).status).toBe(404);
    expect((await call({ route: 'GET /v1.0/users' })).body.value).toEqual([]);
    const found = await readDeleted();
    expect(found.body).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      id: ada.id,
      userPrincipalName: ada.userPrincipalName,
      deletedDateTime: expect.stringMatching(/^2026-01-05/),
      assignedLicenses: [],
    });
    const list = await listed();
    expect(list.body.value.map(({ id }: { id: string }) => id)).toEqual([ada.id]);
    expect((await create({})).status).toBe(201);
  });

  test('come page by page, and odd questions are refused', async () => {
    const { listed, create, call } = await withAda();
    for (const name of ['eve', 'bob', 'cas', 'dag']) {
      const { body } = await create({ userPrincipalName: `${name}@contoso.com` });
      await call({ route: 'DELETE /v1.0/users/{id}', path: { id: body.id } });
    }
    const names: string[] = [];
    for (let query: Record<string, string> | undefined = { $top: '3' }; query; ) {
      const { body } = await listed(query);
      names.push(...body.value.map(({ userPrincipalName }: { userPrincipalName: string }) => userPrincipalName));
      const link = body['@odata.nextLink'];
      if (link)
        expect(link).toMatch(/^https:\/\/api\.example\/v1\.0\/directory\/deletedItems\/microsoft\.graph\.user\?/);
      query = link && Object.fromEntries(new URL(link).searchParams);
    }
    expect(names).toEqual(['bob', 'cas', 'dag', 'eve'].map((name) => `${name}@contoso.com`));
    for (const query of [{ $top: '0' }, { $top: '1000' }, { $filter: 'x' }, { $skiptoken: '' }]) {
      const answer = await listed(query as never);
      expect([answer.status, answer.body.error.code]).toEqual([400, 'QueryInvalid']);
    }
  });

  test('come back by a POST with no body, an empty one, or a new name', async () => {
    for (const [more, name] of [
      [{}, 'ada@contoso.com'],
      [{ text: '' }, 'ada@contoso.com'],
      [{ body: {} }, 'ada@contoso.com'],
      [{ body: { newUserPrincipalName: ' ada2@contoso.com ' } }, 'ada2@contoso.com'],
    ] as const) {
      const { remove, restore, read, queue, ada } = await withAda();
      await remove();
      queue.waiting.length = 0;
      const answer = await restore(more);
      expect([answer.status, answer.body.userPrincipalName]).toEqual([200, name]);
      expect(answer.headers.etag).toBe(answer.body['@odata.etag']);
      expect((await read()).body).toEqual(answer.body);
      expect(queue.in('credentials')).toEqual([{ userIds: [ada.id] }]);
    }
  });

  test('a name that somebody has: 409, and the sentence names who', async () => {
    const { remove, restore, create } = await withAda();
    await remove();
    const { body: heir } = await create({ displayName: 'Ada the Second' });
    const answer = await restore();
    expect([answer.status, ...problemsIn(answer)]).toEqual([409, 'UserNameTaken newUserPrincipalName']);
    expect(answer.body.error.message).toContain(`Ada the Second (${heir.id})`);
  });

  test.each([
    [{ newUserPrincipalName: 'a b@contoso.com' }, 'UserNameIllegal newUserPrincipalName'],
    [{ newUserPrincipalName: 'ada@fabrikam.com' }, 'DomainNotVerified newUserPrincipalName'],
    [{ newUserPrincipalName: '' }, 'ValueInvalid newUserPrincipalName'],
    [{ newUserPrincipalName: 5 }, 'ValueInvalid newUserPrincipalName'],
    [{ autoReconcileProxyConflict: 'yes' }, 'ValueInvalid autoReconcileProxyConflict'],
  ])('a restore with %j is refused', async (body, problem) => {
    const { remove, restore, readDeleted } = await withAda();
    await remove();
    const answer = await restore({ body });
    expect([answer.status, problemsIn(answer)]).toEqual([400, [problem]]);
    expect((await readDeleted()).status).toBe(200);
  });

  test('are removed for good, and then are nowhere', async () => {
    const { remove, purge, restore, readDeleted, memory } = await withAda();
    expect((await purge()).status).toBe(404);
    await remove();
    expect((await purge()).status).toBe(204);
    expect([(await purge()).status, (await restore()).status, (await readDeleted()).status]).toEqual([404, 404, 404]);
    expect(memory.people.size).toBe(0);
    expect(memory.audit.map(({ activityDisplayName }) => activityDisplayName)).toEqual([
      'Add user',
      'Delete user',
      'Hard Delete user',
    ]);
  });
});

test('who may what: readers look, helpdesks change nothing here, user administrators do it all', async () => {
  const as = (role: string) => ({ kind: 'person', id: idOf('me'), displayName: 'Me', roles: [role] });
  const { call, ada } = await withAda();
  const path = { id: ada.id };
  const item = '/v1.0/directory/deletedItems';
  const routes = [
    { route: 'PATCH /v1.0/users/{id}', body: { city: 'Paris' } },
    { route: 'DELETE /v1.0/users/{id}' },
    { route: `GET ${item}/microsoft.graph.user` },
    { route: `GET ${item}/{id}` },
    { route: `POST ${item}/{id}/restore` },
    { route: 'DELETE /v1.0/users/{id}' },
    { route: `DELETE ${item}/{id}` },
  ];
  const statuses = async (role: string) => {
    const found: number[] = [];
    for (const one of routes) found.push((await call({ ...one, path, principal: as(role) })).status);
    return found;
  };
  expect(await statuses('Directory Readers')).toEqual([403, 403, 200, 404, 403, 403, 403]);
  expect(await statuses('Helpdesk Administrator')).toEqual([403, 403, 200, 404, 403, 403, 403]);
  expect(await statuses('User Administrator')).toEqual([204, 204, 200, 200, 200, 204, 204]);
});

test('an administrator is protected: 403, and it says why', async () => {
  const { create, call } = setup();
  const { body } = await create({ roles: ['Global Administrator'] });
  const principal = { kind: 'person', id: 'me', displayName: 'Me', roles: ['User Administrator'] };
  for (const one of [{ route: 'PATCH /v1.0/users/{id}', body: {} }, { route: 'DELETE /v1.0/users/{id}' }]) {
    const answer = await call({ ...one, path: { id: body.id }, principal });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'PersonProtected']);
  }
  const last = await call({ route: 'DELETE /v1.0/users/{id}', path: { id: body.id } });
  expect([last.status, last.body.error.code]).toEqual([409, 'LastAdministrator']);
});
