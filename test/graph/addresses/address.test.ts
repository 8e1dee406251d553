/** Addresses in other spellings, and where the gateway finds the same ones. */
import fc from 'fast-check';
import { createRouter } from '../../../infra/local/loops/http-routes.ts';
import { addressOf } from '../../../shared/graph/addresses/address.ts';
import { contracts } from '../../../shared/graph/reference/contracts.ts';
import { gatewayRoute } from '../../../shared/lambda/gateway-request.ts';

const routes = Object.keys(contracts);
const id = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';

test.each([
  ['/v1.0/Users', '/v1.0/users'],
  ['/v1.0/users/', '/v1.0/users'],
  ['/V1.0/USERS/Ada@Contoso.com', '/v1.0/users/Ada%40Contoso.com'],
  ["/v1.0/users('ada@contoso.com')", '/v1.0/users/ada%40contoso.com'],
  [`/v1.0/users(${id})`, `/v1.0/users/${id}`],
  [`/v1.0/users(id='${id}')/assignLicense`, `/v1.0/users/${id}/assignLicense`],
  ["/v1.0/users(userPrincipalName='o''hara@contoso.com')", "/v1.0/users/o'hara%40contoso.com"],
  [`/v1.0/users/${id}/microsoft.graph.assignLicense`, `/v1.0/users/${id}/assignLicense`],
  ['/v1.0/directory/deleteditems/Microsoft.Graph.User', '/v1.0/directory/deletedItems/microsoft.graph.user'],
  ['/v1.0/directory/deleteditems/graph.user', '/v1.0/directory/deletedItems/microsoft.graph.user'],
  [`/v1.0/directoryroles/${id}/members/$Ref`, `/v1.0/directoryRoles/${id}/members/$ref`],
  ['/v1.0/subscribedskus', '/v1.0/subscribedSkus'],
  ['/contoso.com/oauth2/V2.0/token', '/contoso.com/oauth2/v2.0/token'],
  ['/OpenAPI.json', '/openapi.json'],
])('%s is %s', (path, wanted) => {
  expect(addressOf(path, routes)).toMatchObject({ path: wanted });
});

test.each([
  ['/v1.0/groups', 'groups'],
  ['/v1.0/groups/x/members', 'groups'],
  [`/v1.0/users/${id}/manager`, 'manager'],
  ['/beta/users', 'beta'],
  ['/v2.0/users', 'v2.0'],
  ['/v1.0', 'v1.0'],
  ['/v1.0/directory', 'directory'],
  ['/v1.0/users/..', '..'],
  ['/v1.0/users/x/../y', '..'],
  ['/v1.0//users', ''],
  ["/v1.0/users(mail='x')", "users(mail='x')"],
  [`/v1.0/${'x'.repeat(4000)}`, `${'x'.repeat(64)}`],
])('%s leads nowhere, from %j on', (path, unknown) => {
  const address = addressOf(path, routes);
  expect('unknown' in address && address.unknown.slice(0, 64)).toBe(unknown);
});

test('whatever is written, an address that is passed on is one that the gateway has a route for, of the same method', () => {
  const find = createRouter(routes.map((key) => ({ key: gatewayRoute(key), functionArn: '', authorizer: undefined })));
  const value = fc.oneof(
    fc.constantFrom(id, 'Ada@Contoso.com', '$count', 'a b', '%2e%2e', 'x/y', "o'hara@x"),
    fc.string(),
  );
  const upper = (text: string, mask: number) =>
    [...text].map((letter, at) => ((mask >> (at % 30)) & 1 ? letter.toUpperCase() : letter)).join('');
  fc.assert(
    fc.property(fc.constantFrom(...routes), value, fc.nat(), fc.boolean(), (route, text, mask, slash) => {
      const [method = '', template = ''] = route.split(' ');
      const written = template
        .split('/')
        .map((part) => (part.startsWith('{') ? text : upper(part, mask)))
        .join('/');
      const address = addressOf(slash ? `${written}/` : written, routes);
      if ('unknown' in address) return;
      for (const each of address.methods) {
        const found = find(each, new URL(`http://x${address.path}`).pathname)?.route.key;
        expect(found).toBe(gatewayRoute(`${each} ${address.template}`));
      }
      if (!/^\{|\//.test(text)) expect(address.methods.length).toBeGreaterThan(0);
      expect(method).not.toBe('');
    }),
  );
});
