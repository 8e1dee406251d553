/** `passwordPolicies` over HTTP. */
import { collectLog } from '../calling.ts';
import { setup } from '../routes.ts';
import { withAda } from '../with-ada.ts';

collectLog();

test.each(['DisablePasswordExpiration', 'disablepasswordexpiration', ' DisablePasswordExpiration , None'])(
  '%j is shown, selected and audited, and the password has no end',
  async (passwordPolicies) => {
    const { patch, call, ada, memory } = await withAda();
    expect((await patch({ passwordPolicies })).status).toBe(204);
    const query = { $select: 'passwordPolicies,passwordExpiresDateTime' };
    const { body } = await call({ route: 'GET /v1.0/users/{id}', path: { id: ada.id }, query });
    expect(body).toMatchObject({ passwordPolicies: 'DisablePasswordExpiration', passwordExpiresDateTime: null });
    expect(JSON.stringify(memory.audit)).toContain('DisablePasswordExpiration');
  },
);

test.each(['None', '', null, 'none'])('%j ends it', async (passwordPolicies) => {
  const { patch, read } = await withAda();
  await patch({ passwordPolicies: 'DisablePasswordExpiration' });
  expect((await patch({ passwordPolicies })).status).toBe(204);
  const { body } = await read();
  expect(body.passwordPolicies).toBeNull();
  expect(body.passwordExpiresDateTime).not.toBeNull();
});

test('whoever may not change people, or not this one, sets none', async () => {
  const { call, ada, create } = await withAda();
  const route = 'PATCH /v1.0/users/{id}';
  const body = { passwordPolicies: 'DisablePasswordExpiration' };
  const as = (role: string) => ({ kind: 'operator', id: 'o', displayName: 'O', roles: [role] });
  const ask = (id: string, role: string) => call({ route, path: { id }, body, principal: as(role) });
  expect((await ask(ada.id, 'Helpdesk Administrator')).status).toBe(403);
  expect((await ask(ada.id, 'User Administrator')).status).toBe(204);
  const root = await create({ userPrincipalName: 'root@contoso.com', roles: ['Global Administrator'] });
  const refused = await ask(root.body.id, 'User Administrator');
  expect([refused.status, refused.body.error.code]).toEqual([403, 'PersonProtected']);
});

test('a new person has it from the beginning; the answer to all others is null', async () => {
  const { create } = setup();
  expect((await create({ passwordPolicies: 'None' })).body.passwordPolicies).toBeNull();
  const named = { userPrincipalName: 'svc@contoso.com', passwordPolicies: 'DisablePasswordExpiration' };
  const { body } = await create(named);
  expect([body.passwordPolicies, body.passwordExpiresDateTime]).toEqual(['DisablePasswordExpiration', null]);
});
