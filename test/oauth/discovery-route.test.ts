/** Where tokens are given: one set of documents for clients of OAuth 2.0, and for Entra's, which put a tenant before it. */
import { onGraph } from '../../shared/graph/on-graph.ts';
import { discoveryRoute } from '../../shared/oauth/discovery-route.ts';
import { callHttp, collectLog } from '../graph/calling.ts';

collectLog();

const [own, ofTenant] = ['GET /.well-known/{document}', 'GET /{tenant}/v2.0/.well-known/{document}'];
const handler = onGraph({ [own]: discoveryRoute(), [ofTenant]: discoveryRoute() });
const read = (document: string, tenant?: string) =>
  tenant === undefined
    ? callHttp(handler, { route: own, path: { document }, principal: null })
    : callHttp(handler, { route: ofTenant, path: { tenant, document }, principal: null });

test.each(['oauth-authorization-server', 'openid-configuration'])(
  '%s names this issuer and its token endpoint',
  async (document) => {
    const { status, body } = await read(document);
    expect([status, body]).toMatchObject([
      200,
      {
        issuer: 'https://api.example',
        token_endpoint: 'https://api.example/oauth2/v2.0/token',
        grant_types_supported: ['client_credentials'],
        response_types_supported: [],
        scopes_supported: expect.arrayContaining(['GlobalAdministrator']),
      },
    ]);
  },
);

// Entra's clients ask for the four of them; the issuer has to be at the same host, and the endpoint to name the tenant.
test.each([
  ['contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
  ['6f4fd6f8-6a46-4a3c-8f3c-1d1d3bb2f7a1', '6f4fd6f8-6a46-4a3c-8f3c-1d1d3bb2f7a1'],
  ['common', 'common'],
  ['a b/"<c>', 'a%20b%2F%22%3Cc%3E'],
])('of the tenant %j it says the same, below its name', async (tenant, written) => {
  const { body } = await read('openid-configuration', tenant);
  expect(body).toMatchObject({
    issuer: `https://api.example/${written}/v2.0`,
    token_endpoint: `https://api.example/${written}/oauth2/v2.0/token`,
    authorization_endpoint: `https://api.example/${written}/oauth2/v2.0/authorize`,
    jwks_uri: `https://api.example/${written}/v2.0/.well-known/jwks.json`,
  });
});

test('there are no keys, since no token is signed', async () => {
  expect((await read('jwks.json', 'common')).body).toEqual({ keys: [] });
});

test.each(['', 'security.txt', 'toString', '__proto__', 'openid-configuration/'])(
  'there is no document %j',
  async (document) => {
    const { status, body } = await read(document);
    expect([status, body.error.code]).toEqual([404, 'NotFound']);
  },
);
