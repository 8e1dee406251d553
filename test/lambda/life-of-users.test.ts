/** The routes that change, delete and restore people: what they take, and what their answers say. */
import { idOf } from '../fakes/people.ts';
import { collectLog } from './calling.ts';
import { problemsIn, setup } from './routes.ts';

const log = collectLog();

const withAda = async () => {
  const system = setup();
  const { body: ada } = await system.create({ city: 'London', usageLocation: 'NL', otherMails: ['ada@example.net'] });
  const path = { id: ada.id as string };
  const { call } = system;
  const item = '/v1.0/directory/deletedItems/{id}';
  return {
    ...system,
    ada,
    read: () => call({ route: 'GET /v1.0/users/{id}', path }),
    patch: (body: unknown, headers: Record<string, string> = {}) =>
      call({ route: 'PATCH /v1.0/users/{id}', path, body, headers }),
    remove: (headers: Record<string, string> = {}) => call({ route: 'DELETE /v1.0/users/{id}', path, headers }),
    readDeleted: () => call({ route: `GET ${item}`, path }),
    restore: (more: { body?: unknown; text?: string } = {}) => call({ route: `POST ${item}/restore`, path, ...more }),
    purge: () => call({ route: `DELETE ${item}`, path }),
    listed: (query: Record<string, string> = {}) =>
      call({ route: 'GET /v1.0/directory/deletedItems/microsoft.graph.user', query }),
  };
};

describe('PATCH', () => {
  test('is a 204 without a body, and with a tag of what the person now is', async () => {
    const { patch, read } = await withAda();
    const answer = await patch({ city: 'Paris' });
    expect([answer.status, answer.text]).toEqual([204, '']);
    const { body, headers } = await read();
    expect(body.city).toBe('Paris');
    expect([answer.headers.etag, headers.etag]).toEqual([body['@odata.etag'], body['@odata.etag']]);
  });

  test.each(['return=representation', 'Return=Representation', 'respond-async, return=representation;x=1'])(
    'with Prefer: %s it is a 200 with the person',
    async (prefer) => {
      const { patch, read } = await withAda();
      const answer = await patch({ city: 'Paris' }, { prefer });
      expect([answer.status, answer.headers['preference-applied']]).toEqual([200, 'return=representation']);
      expect(answer.body).toEqual((await read()).body);
    },
  );

  test('takes every property, in Graph’s names, and gives it back', async () => {
    const { patch } = await withAda();
    const body = {
      displayName: 'Ada L',
      userPrincipalName: 'lovelace@contoso.com',
      mailNickname: 'adal',
      accountEnabled: false,
      ...{ givenName: 'Ada', surname: 'Lovelace', jobTitle: 'Analyst', department: 'R & D', officeLocation: '3.04' },
      ...{
        businessPhones: ['+44 1'],
        mobilePhone: '+44 2',
        faxNumber: '+44 3',
        streetAddress: '12 St James',
        city: 'X',
      },
      ...{ state: 'London', postalCode: 'SW1', country: 'UK', employeeId: 'E-1', otherMails: ['a@b.com'] },
      ...{ preferredLanguage: 'en-GB', usageLocation: 'GB' },
    };
    const answer = await patch(body, { prefer: 'return=representation' });
    expect(answer.body).toMatchObject(body);
    const emptied = Object.fromEntries(
      Object.keys(body)
        .filter((name) => !['displayName', 'userPrincipalName', 'mailNickname', 'accountEnabled'].includes(name))
        .map((name) => [name, null]),
    );
    const after = await patch(emptied, { prefer: 'return=representation' });
    expect(after.body).toMatchObject({ ...emptied, businessPhones: [], otherMails: [], displayName: 'Ada L' });
  });

  test('an empty text empties too, and a country may be written small', async () => {
    const { patch, read } = await withAda();
    expect((await patch({ city: ' ', usageLocation: 'de' })).status).toBe(204);
    expect((await read()).body).toMatchObject({ city: null, usageLocation: 'DE' });
  });

  test('names every problem at once: unknown properties, wrong kinds, broken rules', async () => {
    const { patch, memory } = await withAda();
    const answer = await patch({
      ...{ id: 'x', mail: 'y', roles: ['Global Administrator'], assignedLicenses: [], version: 7, salary: 1 },
      ...{ accountEnabled: 'no', city: 5, displayName: null, preferredLanguage: 'x y', businessPhones: 'none' },
      passwordProfile: { password: 'short' },
    });
    expect(answer.status).toBe(400);
    expect(problemsIn(answer).toSorted()).toEqual([
      'DisplayNameMissing displayName',
      'LanguageUnknown preferredLanguage',
      'PasswordLengthWrong passwordProfile.password',
      'PropertyUnknown assignedLicenses',
      'PropertyUnknown id',
      'PropertyUnknown mail',
      'PropertyUnknown roles',
      'PropertyUnknown salary',
      'PropertyUnknown version',
      'ValueInvalid accountEnabled',
      'ValueInvalid businessPhones',
      'ValueInvalid city',
    ]);
    expect([...memory.people.values()]).toMatchObject([{ version: 1 }]);
  });

  test.each([
    [{}, 'ValueInvalid passwordProfile'],
    [null, 'ValueInvalid passwordProfile'],
    [
      { forceChangePasswordNextSignInWithMfa: true },
      'PropertyUnknown passwordProfile.forceChangePasswordNextSignInWithMfa',
    ],
    [{ password: '' }, 'ValueInvalid passwordProfile.password'],
    [{ forceChangePasswordNextSignIn: 'yes' }, 'ValueInvalid passwordProfile.forceChangePasswordNextSignIn'],
  ])('the passwordProfile %j is refused', async (passwordProfile, problem) => {
    const { patch } = await withAda();
    const answer = await patch({ passwordProfile });
    expect([answer.status, problemsIn(answer)]).toEqual([400, [problem]]);
  });

  test.each([
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"x"'],
    ['a prototype', '{"__proto__":{"accountEnabled":false}}'],
    ['a constructor', '{"constructor":1}'],
    ['a list 9,999 deep', '['.repeat(9999)],
  ])('a body that is %s is a 400, and changes nobody', async (_what, text) => {
    const { call, ada, memory } = await withAda();
    const answer = await call({ route: 'PATCH /v1.0/users/{id}', path: { id: ada.id }, text });
    expect(answer.status).toBe(400);
    expect(memory.people.get(ada.id)?.version).toBe(1);
  });

  test('no password stands in an answer or in the log', async () => {
    const { patch } = await withAda();
    const password = 'Marked-Pa55word-Four';
    const headers = { prefer: 'return=representation' };
    const texts = [
      await patch({ passwordProfile: { password } }, headers),
      await patch({ passwordProfile: { password } }, headers),
      await patch({ passwordProfile: { password: [password] }, city: { password } }),
    ];
    expect(texts.map(({ status }) => status)).toEqual([200, 400, 400]);
    expect(problemsIn(texts[1] as never)).toEqual(['PasswordRepeated passwordProfile.password']);
    expect([...texts.map(({ text }) => text), log.text()].filter((text) => text.includes(password))).toEqual([]);
  });
});

describe('If-Match', () => {
  const cases = (tag: string): [string, string, number][] => [
    ['the tag that was read', tag, 204],
    ['without its W/', tag.slice(2), 204],
    ['among others', `"other", ${tag}`, 204],
    ['*', '*', 204],
    ['an older tag', 'W/"older"', 412],
    ['no tag at all', 'x', 412],
    ['nothing', '', 412],
  ];

  test.each(cases('').map(([name], index) => [name, index] as const))('%s', async (_name, index) => {
    for (const act of ['patch', 'remove'] as const) {
      const { patch, remove, ada, memory, read } = await withAda();
      const [, ifMatch = '', expected] = cases((await read()).body['@odata.etag'])[index] ?? [];
      const headers = { 'if-match': ifMatch };
      const answer = act === 'patch' ? await patch({ city: 'Paris' }, headers) : await remove(headers);
      expect(answer.status).toBe(expected);
      expect(memory.people.get(ada.id)?.version).toBe(expected === 204 ? 2 : 1);
      if (expected === 412) expect(answer.body.error.code).toBe('PreconditionFailed');
    }
  });

  test('the tag changes with what is shown, and with nothing else', async () => {
    const { patch, read, memory, ada } = await withAda();
    const tag = async () => (await read()).headers.etag;
    const first = await tag();
    const stored = memory.people.get(ada.id);
    if (stored) {
      stored.version = 9;
      stored.credentialMail.attempt = 5;
    }
    expect(await tag()).toBe(first);
    await patch({ city: 'Paris' });
    expect(await tag()).not.toBe(first);
    await patch({ city: 'London' });
    expect(await tag()).toBe(first);
  });
});

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
    const { body: heir } = await create({ displayName: 'Ada the\r\nSecond' });
    const answer = await restore();
    expect([answer.status, ...problemsIn(answer)]).toEqual([409, 'UserNameTaken newUserPrincipalName']);
    expect(answer.body.error.message).toContain(`Ada the Second (${heir.id})`);
  });

  test.each([
    [{ newUserPrincipalName: 'a b@contoso.com' }, 'UserNameIllegal newUserPrincipalName'],
    [{ newUserPrincipalName: 'ada@fabrikam.com' }, 'DomainNotVerified newUserPrincipalName'],
    [{ newUserPrincipalName: '' }, 'ValueInvalid newUserPrincipalName'],
    [{ newUserPrincipalName: 5 }, 'ValueInvalid newUserPrincipalName'],
    [{ autoReconcileProxyConflict: true }, 'PropertyUnknown autoReconcileProxyConflict'],
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
