/** Where tokens are given, as clients of OAuth 2.0 and of Entra look for it. */
import { scopes } from '../domain/access/application.ts';
import { Refused } from '../domain/refusals.ts';
import type { Route } from '../lambda/route.ts';

/**
 * GET /.well-known/oauth-authorization-server (RFC 8414), openid-configuration (OpenID's older name for it) and jwks.json,
 * and the same at /{tenant}/v2.0/.well-known/, where Entra's clients look. A tenant may be any text: it says nothing here,
 * but its clients hold the issuer and the address for tokens to be below it.
 */
export const discoveryRoute = (): Route => ({
  needs: 'nothing',
  answer: async ({ origin, path: { tenant, document = '' } }) => {
    const base = origin.replace(/\/v1\.0$/, '');
    const authority = tenant === undefined ? base : `${base}/${encodeURIComponent(tenant)}`;
    const found = documents({ issuer: tenant === undefined ? base : `${authority}/v2.0`, authority });
    if (!Object.hasOwn(found, document)) throw new Refused({ code: 'NotFound' });
    return { status: 200, body: found[document] };
  },
});

const documents = ({ issuer, authority }: { issuer: string; authority: string }): Record<string, object> => {
  const metadata = {
    issuer,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    scopes_supported: scopes,
  };
  return {
    'oauth-authorization-server': metadata,
    'openid-configuration': {
      ...metadata,
      // OpenID demands both, and Entra's clients take no document without. Nothing is served at the first, since no grant
      // needs it (response_types_supported), and no key stands at the second, since no token is signed.
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
    },
    'jwks.json': { keys: [] },
  };
};
