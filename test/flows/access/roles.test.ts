/** Administrator roles: who may ask for what, on every route, and how roles are given and taken. */

import { randomUUID } from 'node:crypto';
import type { RoleName } from '../../../shared/domain/access/roles.ts';
import { may, roleIds, roleNames } from '../../../shared/domain/access/roles.ts';
import type { Grant } from '../../../shared/work/access/tokens.ts';
import { followsFromRoles, routeNeeds } from '../../route-needs.ts';
import { type Answer, type Api, createApi, gathered } from '../driver/api.ts';
import type { Muster } from '../driver/muster.ts';
import { someone } from '../driver/names.ts';
import type { User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { tokenFor } from '../driver/token.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const apiFor = async (grant: Grant): Promise<Api> => {
  const { outputs, clients } = muster;
  return createApi(outputs.ApiUrl, await tokenFor(clients.dynamodb, outputs.DirectoryTableName, grant));
};
const asOperator = (...roles: RoleName[]) =>
  apiFor({ kind: 'operator', principal: { kind: 'operator', id: randomUUID(), displayName: 'Flows', roles } });
const asPerson = ({ id }: User, restrictedTo?: 'passwordChange') =>
  apiFor({ kind: 'person', userId: id, generation: 0, ...(restrictedTo && { restrictedTo }) });
const personWith = (...roles: RoleName[]) => muster.api.addUser({ ...someone('Rolf'), roles });

const codeOf = ({ status, body }: Answer) => {
  const { error } = (body ?? {}) as { error?: { code?: string } };
  return status === 401 || status === 403 ? (error?.code ?? String(status)) : 'answered';
};

/** A request that changes nothing whoever makes it: about nobody and nothing, and with an empty body. */
const tryRoute = async (api: Api, route: string): Promise<string> => {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(/\{\w+\+?\}/g, () => randomUUID());
  return codeOf(await api.ask(method, address, method === 'GET' || method === 'DELETE' ? undefined : {}));
};

describe('every route, by what it needs', () => {
  const permitted = [...routeNeeds()].filter(([, need]) => followsFromRoles(need));

  test.each([...roleNames, undefined])('%s: as an operator, and as a person who holds it', async (role) => {
    const roles = role ? [role] : [];
    const callers = [await asOperator(...roles), await asPerson(await personWith(...roles))];
    const principal = { kind: 'operator', id: 'x', displayName: 'x', roles } as const;
    for (const [route, need] of permitted) {
      const outcomes = await Promise.all(callers.map((api) => tryRoute(api, route)));
      const expected = may(principal, need) ? 'answered' : 'Forbidden';
      expect([route, ...outcomes]).toEqual([route, expected, expected]);
    }
  });

  test('a stranger, or a token that nobody minted, is answered where nothing is needed', async () => {
    const { ApiUrl } = muster.outputs;
    for (const [route, need] of routeNeeds()) {
      if (need === 'nothing') continue;
      const outcomes = ['', 'muster_nobody'].map((token) => tryRoute(createApi(ApiUrl, token), route));
      expect([route, ...(await Promise.all(outcomes))]).toEqual([route, 'Unauthenticated', 'Unauthenticated']);
    }
  });

  test('whoever must change the password first can do nothing else, with any role', async () => {
    const api = await asPerson(await personWith('Global Administrator'), 'passwordChange');
    for (const [route, need] of routeNeeds()) {
      if (need === 'nothing' || need === 'passwordChange' || need === 'anyToken') continue;
      expect([route, await tryRoute(api, route)]).toEqual([route, 'PasswordChangeRequired']);
    }
  });

  test('what is for people who are signed in is for them alone', async () => {
    for (const [route, need] of routeNeeds()) {
      if (followsFromRoles(need) || need === 'nothing') continue;
      // Of each route another person and operator: it may end the session.
      const operator = await asOperator('Global Administrator');
      const outcomes = [await tryRoute(await asPerson(await personWith()), route), await tryRoute(operator, route)];
      const isPersonal = need === 'session' || need === 'passwordChange';
      expect([route, ...outcomes]).toEqual([route, 'answered', isPersonal ? 'Forbidden' : 'answered']);
    }
  });
});

describe('giving and taking', () => {
  const pathOf = (role: RoleName) => `/v1.0/directoryRoles/${roleIds[role]}/members`;
  const give = (api: Api, role: RoleName, { id }: { id: string }) =>
    api.ask('POST', `${pathOf(role)}/$ref`, { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}` });
  const take = (api: Api, role: RoleName, { id }: { id: string }) => api.ask('DELETE', `${pathOf(role)}/${id}/$ref`);
  const isMember = async (role: RoleName, { id }: User) =>
    (await gathered(muster.api.walk<User>(`${pathOf(role)}?$top=2`))).some((member) => member.id === id);

  test('a role that is given opens its routes at once, and closes them when it is taken', async () => {
    const ada = await personWith();
    const hers = await asPerson(ada);
    expect(await tryRoute(hers, 'GET /v1.0/imports')).toBe('Forbidden');
    expect((await give(muster.api, 'Reports Reader', ada)).status).toBe(204);
    expect((await give(muster.api, 'Reports Reader', ada)).status).toBe(204);
    expect(await isMember('Reports Reader', ada)).toBe(true);
    expect(await tryRoute(hers, 'GET /v1.0/imports')).toBe('answered');
    const { body } = await hers.ask('GET', `/v1.0/users/${ada.userPrincipalName}/memberOf`);
    expect(body).toMatchObject({
      value: [{ '@odata.type': '#microsoft.graph.directoryRole', displayName: 'Reports Reader' }],
    });
    expect((await take(muster.api, 'Reports Reader', ada)).status).toBe(204);
    expect((await take(muster.api, 'Reports Reader', ada)).status).toBe(404);
    expect(await isMember('Reports Reader', ada)).toBe(false);
    expect(await tryRoute(hers, 'GET /v1.0/imports')).toBe('Forbidden');
  });

  test("nobody raises themselves, and the highest roles are a Global Administrator's to give", async () => {
    const [pat, bob] = [await personWith('Privileged Role Administrator'), await personWith()];
    const theirs = await asPerson(pat);
    expect(codeOf(await give(theirs, 'User Administrator', pat))).toBe('RoleOwn');
    expect(codeOf(await give(theirs, 'Global Administrator', pat))).toBe('RoleNotYours');
    expect(codeOf(await give(theirs, 'Privileged Role Administrator', bob))).toBe('RoleNotYours');
    expect((await give(theirs, 'User Administrator', bob)).status).toBe(204);
    expect((await take(theirs, 'User Administrator', bob)).status).toBe(204);
    expect((await take(theirs, 'Privileged Role Administrator', pat)).status).toBe(204);
    expect(codeOf(await give(theirs, 'User Administrator', bob))).toBe('Forbidden');
  });

  test('roles from birth are listed too', async () => {
    const eva = await personWith('Helpdesk Administrator', 'License Administrator');
    expect(await isMember('Helpdesk Administrator', eva)).toBe(true);
    expect(await isMember('License Administrator', eva)).toBe(true);
    expect(await isMember('Password Administrator', eva)).toBe(false);
  });

  test('the roles that there are, as Graph numbers them, and what each may do', async () => {
    const { body } = await muster.api.ask('GET', '/v1.0/directoryRoles');
    const roles = (body as { value: { id: string; displayName: RoleName }[] }).value;
    expect(Object.fromEntries(roles.map(({ id, displayName }) => [displayName, id]))).toEqual(roleIds);
    for (const { id, displayName } of roles) {
      const one = await muster.api.ask('GET', `/v1.0/directoryRoles/roleTemplateId=${id}`);
      expect(one.body).toMatchObject({ id, displayName });
    }
    const definitions = await muster.api.ask('GET', '/v1.0/roleManagement/directory/roleDefinitions');
    expect((definitions.body as { value: unknown[] }).value).toHaveLength(roleNames.length);
  });
});
