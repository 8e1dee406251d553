/** Routes that give applications their tokens. Their answers and errors have OAuth's shape. */
import * as z from 'zod';
import { scopes } from '../../domain/access/application.ts';
import { answer, body, type Contracts } from '../contract.ts';

const tokenForm = body(
  'TokenRequest',
  z.strictObject({
    grant_type: z.literal('client_credentials'),
    client_id: z.string().optional().meta({ description: 'Here, or with the secret in the Authorization header.' }),
    client_secret: z.string().optional(),
    scope: z
      .string()
      .optional()
      .meta({ description: `All roles of the application without one; else some of ${scopes.join(', ')}.` }),
  }),
);

const token = answer(
  'Token',
  z.strictObject({
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    access_token: z.string(),
    scope: z.string().optional(),
  }),
);

const oauthError = answer('OAuthError', z.strictObject({ error: z.string(), error_description: z.string() }));

const metadata = z.strictObject({
  issuer: z.string(),
  token_endpoint: z.string(),
  token_endpoint_auth_methods_supported: z.array(z.string()),
  grant_types_supported: z.array(z.string()),
  response_types_supported: z.array(z.string()),
  scopes_supported: z.array(z.string()),
  authorization_endpoint: z.string().optional(),
  jwks_uri: z.string().optional(),
});

const discovery = answer('Discovery', z.union([metadata, z.strictObject({ keys: z.array(z.never()) })]));

const issued = {
  needs: 'nothing',
  tag: 'Applications',
  summary: 'Gives an application a token for its secret (OAuth 2.0 client credentials)',
  headers: ['Authorization'],
  form: tokenForm,
  answers: { 200: token, 400: oauthError, 401: oauthError },
} as const;
const described = {
  needs: 'nothing',
  tag: 'Applications',
  summary: 'Says where tokens are given (RFC 8414)',
  description: 'Documents are oauth-authorization-server, openid-configuration and jwks.json, which has no key.',
  answers: { 200: discovery },
} as const;

/** Contracts of OAuth's routes. */
export const tokenContracts: Contracts = {
  'POST /oauth2/v2.0/token': issued,
  'POST /{tenant}/oauth2/v2.0/token': issued,
  'GET /.well-known/{document}': described,
  'GET /{tenant}/v2.0/.well-known/{document}': described,
};
