/** The calls of routes about passwords, sessions, roles and applications. */
import { roleIds } from '../../shared/domain/access/roles.ts';
import { bodyOf } from './ask.ts';
import type { RouteCase } from './route-case.ts';
import { password } from './world.ts';

const role = roleIds['Reports Reader'];
const newPassword = () => `Sunflower-${crypto.randomUUID()}`;
const nothing = 'it says what is always so';
const fromOwnPage = { 'x-muster-console': '1' };

export const casesOfAccess: readonly RouteCase[] = [
  {
    route: 'POST /v1.0/signIn',
    calls: 'BatchGetItem PutItem BatchGetItem TransactWriteItems',
    because: 'count and name, with settings; the place; person; then count, session, record and day in one transaction',
    asks: async ({ person }) => ({ body: { userPrincipalName: (await person()).userPrincipalName, password } }),
  },
  {
    route: 'POST /v1.0/signIn',
    what: 'in a browser',
    calls: 'BatchGetItem PutItem BatchGetItem TransactWriteItems',
    because: 'as without one: that it is known is written with the count',
    asks: async ({ person }) => ({
      body: { userPrincipalName: (await person()).userPrincipalName, password },
      headers: { 'sec-fetch-site': 'same-origin', origin: 'https://api.example' },
    }),
  },
  {
    route: 'POST /v1.0/signIn',
    what: 'with a wrong password',
    calls: 'BatchGetItem PutItem BatchGetItem PutItem PutItem',
    because: 'count and name; the place; person; count; record',
    status: 401,
    asks: async ({ person }) => ({
      body: { userPrincipalName: (await person()).userPrincipalName, password: 'wrong' },
    }),
  },
  {
    route: 'POST /v1.0/signIn',
    what: 'with a name that nobody has',
    calls: 'BatchGetItem PutItem BatchGetItem PutItem UpdateItem',
    because: 'as with a name that somebody has, so that nothing tells them apart',
    status: 401,
    asks: () => ({ body: { userPrincipalName: `${crypto.randomUUID()}@contoso.com`, password: 'wrong' } }),
  },
  {
    route: 'GET /v1.0/me',
    calls: 'GetItem BatchGetItem BatchGetItem',
    because: 'token, who asks, and what is shown of them',
    asks: async ({ person, session }) => ({ token: await session(await person()) }),
  },
  {
    route: 'POST /v1.0/me/changePassword',
    calls:
      'GetItem BatchGetItem BatchGetItem GetItem PutItem PutItem TransactWriteItems GetItem PutItem GetItem PutItem SendMessageBatch TransactWriteItems',
    because:
      'token, who asks; person; count and place; count; transaction; both counts ended, a read and a write each; session; notice',
    asks: async ({ person, session }) => ({
      token: await session(await person()),
      body: { currentPassword: password, newPassword: newPassword() },
    }),
  },
  {
    route: 'POST /v1.0/me/signOut',
    calls: 'GetItem BatchGetItem TransactWriteItems',
    because: 'token, who asks; token and session gone in a transaction',
    status: 204,
    asks: async ({ person, session }) => ({ token: await session(await person()) }),
  },
  {
    route: 'POST /v1.0/me/signOut',
    what: 'by an operator',
    calls: 'GetItem GetItem TransactWriteItems',
    because: 'token; token as it is listed; both gone in a transaction',
    status: 204,
    asks: async ({ operatorToken }) => ({ token: await operatorToken() }),
  },
  {
    route: 'POST /v1.0/signIn',
    what: 'for a cookie',
    calls: 'BatchGetItem PutItem BatchGetItem TransactWriteItems',
    because: 'as without one: where the token is put costs nothing',
    asks: async ({ person }) => ({
      body: { userPrincipalName: (await person()).userPrincipalName, password },
      headers: fromOwnPage,
    }),
  },
  {
    route: 'GET /v1.0/session',
    what: 'of a person, by cookie',
    calls: 'GetItem BatchGetItem GetItem BatchGetItem',
    because: 'token, who asks; until when, and what is shown of them',
    asks: async ({ person, session }) => ({
      headers: fromOwnPage,
      cookies: [`__Host-Http-muster=${await session(await person())}`],
    }),
  },
  {
    route: 'GET /v1.0/session',
    what: 'of an operator',
    calls: 'GetItem GetItem',
    because: 'token; until when',
    asks: ({ operator: token }) => ({ token }),
  },
  {
    route: 'POST /v1.0/session',
    calls: 'GetItem BatchGetItem TransactWriteItems',
    because: 'the operator’s token; settings, before anything is written by them; session and entry in one transaction',
    asks: ({ operator: token }) => ({ body: { token }, headers: fromOwnPage }),
  },
  {
    route: 'GET /v1.0/me/sessions',
    calls: 'GetItem BatchGetItem BatchGetItem Query',
    because: 'token, who asks; person, for the generation of their sessions; sessions',
    asks: async ({ person, session }) => ({ token: await session(await person()) }),
  },
  {
    route: 'DELETE /v1.0/me/sessions/{id}',
    calls: 'GetItem BatchGetItem BatchGetItem Query TransactWriteItems',
    because: 'token, who asks; person and sessions; token and session gone in a transaction',
    status: 204,
    asks: async ({ person, session }, via) => {
      const token = await session(await person());
      const [own] = bodyOf(await via('GET /v1.0/me/sessions', { token })).value;
      return { token, path: { id: own.id } };
    },
  },
  {
    route: 'POST /v1.0/me/revokeSignInSessions',
    calls: 'GetItem BatchGetItem BatchGetItem TransactWriteItems GetItem PutItem',
    because: 'token, who asks; person; transaction; browsers forgotten, a read and a write',
    asks: async ({ person, session }) => ({ token: await session(await person()) }),
  },
  {
    route: 'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword',
    calls: 'GetItem BatchGetItem GetItem PutItem GetItem PutItem TransactWriteItems SendMessageBatch',
    because: 'token, person; both counts ended, a read and a write each; transaction; notice; message for the mail',
    status: 202,
    asks: async ({ operator: token, person }) => ({
      token,
      path: { id: (await person()).id, methodId: '28c10230-6103-485e-b985-444c60001490' },
      body: {},
    }),
  },
  {
    route: 'POST /v1.0/users/{id}/revokeSignInSessions',
    calls: 'GetItem BatchGetItem TransactWriteItems GetItem PutItem',
    because: 'token, person, transaction; browsers forgotten, a read and a write',
    asks: async ({ operator: token, person }) => ({ token, path: { id: (await person()).id } }),
  },
  ...[
    'GET /v1.0/directoryRoles',
    'GET /v1.0/directoryRoles/{id}',
    'GET /v1.0/roleManagement/directory/roleDefinitions',
  ].map(
    (route): RouteCase => ({
      route,
      calls: 'GetItem',
      because: `token; ${nothing}`,
      asks: ({ operator: token }) => ({ token, path: { id: role } }),
    }),
  ),
  {
    route: 'GET /v1.0/directoryRoles/{id}/members',
    calls: 'GetItem Query BatchGetItem',
    because: 'token, members, people',
    asks: async ({ operator: token, person }) => {
      await person({ roles: ['Reports Reader'] });
      return { token, path: { id: role } };
    },
  },
  {
    route: 'POST /v1.0/directoryRoles/{id}/members/$ref',
    calls: 'GetItem BatchGetItem BatchGetItem TransactWriteItems SendMessageBatch',
    because: 'token; person, and person as they are changed; transaction; notice',
    status: 204,
    asks: async ({ operator: token, person }) => ({
      token,
      path: { id: role },
      body: { '@odata.id': `https://api.example/v1.0/users/${(await person()).id}` },
    }),
  },
  {
    route: 'DELETE /v1.0/directoryRoles/{id}/members/{userId}/$ref',
    calls: 'GetItem BatchGetItem BatchGetItem TransactWriteItems',
    because: 'token; person, and person as they are changed; transaction',
    status: 204,
    asks: async ({ operator: token, person }) => ({
      token,
      path: { id: role, userId: (await person({ roles: ['Reports Reader'] })).id },
    }),
  },
  {
    route: 'GET /v1.0/users/{id}/memberOf',
    calls: 'GetItem BatchGetItem',
    because: 'token, person',
    asks: async ({ operator: token, person }) => ({ token, path: { id: (await person()).id } }),
  },
  {
    route: 'GET /v1.0/applications',
    calls: 'GetItem Query BatchGetItem',
    because: 'token, list, applications',
    asks: async ({ operator: token, application }, via) => {
      await application(via);
      return { token };
    },
  },
  {
    route: 'POST /v1.0/applications',
    calls: 'GetItem TransactWriteItems',
    because: 'token, transaction',
    status: 201,
    asks: ({ operator: token }) => ({ token, body: { displayName: 'Payroll', roles: ['Directory Readers'] } }),
  },
  {
    route: 'GET /v1.0/applications/{id}',
    calls: 'GetItem GetItem',
    because: 'token, application',
    asks: async ({ operator: token, application }, via) => ({ token, path: { id: (await application(via)).id } }),
  },
  ...(
    [
      ['PATCH /v1.0/applications/{id}', { displayName: 'Payroll 2' }, 204],
      ['DELETE /v1.0/applications/{id}', undefined, 204],
      ['POST /v1.0/applications/{id}/addPassword', {}, 200],
    ] as const
  ).map(
    ([route, body, status]): RouteCase => ({
      route,
      calls: 'GetItem GetItem TransactWriteItems',
      because: 'token, application, transaction',
      status,
      asks: async ({ operator: token, application }, via) => {
        const { id } = await application(via);
        return { token, path: { id }, ...(body && { body }) };
      },
    }),
  ),
  {
    route: 'POST /v1.0/applications/{id}/removePassword',
    calls: 'GetItem GetItem TransactWriteItems',
    because: 'token, application, transaction',
    status: 204,
    asks: async ({ operator: token, application }, via) => {
      const { id } = await application(via);
      const secret = bodyOf(await via('POST /v1.0/applications/{id}/addPassword', { token, path: { id }, body: {} }));
      return { token, path: { id }, body: { keyId: secret.keyId } };
    },
  },
  ...(['POST /oauth2/v2.0/token', 'POST /{tenant}/oauth2/v2.0/token'] as const).map(
    (route): RouteCase => ({
      route,
      calls: 'GetItem UpdateItem PutItem',
      because: 'application; the count of its quarter of an hour; then token, so that there is none without',
      asks: async ({ application, operator: token }, via) => {
        const { id } = await application(via);
        const added = await via('POST /v1.0/applications/{id}/addPassword', { token, path: { id }, body: {} });
        const { secretText } = bodyOf(added);
        return { form: { grant_type: 'client_credentials', client_id: id, client_secret: secretText } };
      },
    }),
  ),
  ...(['GET /.well-known/{document}', 'GET /{tenant}/v2.0/.well-known/{document}'] as const).map(
    (route): RouteCase => ({
      route,
      calls: '',
      because: nothing,
      asks: () => ({ path: { document: 'openid-configuration', tenant: 'contoso' } }),
    }),
  ),
];
