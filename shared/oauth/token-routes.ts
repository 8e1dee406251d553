/** OAuth 2.0's token for an application's secret. Answers and errors have OAuth's shape. */
import { Refused, sentenceOf } from '../domain/refusals.ts';
import type { Answer, Request, Route } from '../lambda/route.ts';
import { sourceOf } from '../lambda/source-of.ts';
import { type GrantPorts, grantToken } from '../work/access/grant-token.ts';
import { type OAuthError, shownCredentials } from './client-credentials.ts';

/**
 * POST /oauth2/v2.0/token: the client credentials grant, with the credentials in the form or by HTTP Basic. Entra's
 * clients put a tenant before the path, which says nothing here.
 */
export const tokenRoute = (ports: GrantPorts): Route => ({
  needs: 'nothing',
  answer: async (request) => {
    const form = formOf(request);
    if ('refused' in form) return oauthError(request, 'invalid_request', form.refused);
    const { fields } = form;
    const { grant_type: grantType, scope } = fields;
    if (grantType === undefined) return oauthError(request, 'invalid_request', 'grant_type is missing.');
    if (grantType !== 'client_credentials') {
      return oauthError(request, 'unsupported_grant_type', 'The one grant_type here is client_credentials.');
    }
    const shown = shownCredentials(fields, request.headers.authorization);
    if ('error' in shown) return oauthError(request, shown.error, shown.description);
    const grant = await grantToken({ ...shown, scope, source: sourceOf(request) }, ports);
    if (grant.kind === 'refused') return oauthError(request, grant.error, descriptions[grant.error], shown.clientId);
    return {
      status: 200,
      headers: notKept,
      body: {
        token_type: 'Bearer',
        expires_in: grant.seconds,
        access_token: grant.token,
        ...(grant.scopes.length > 0 && { scope: grant.scopes.join(' ') }),
      },
    };
  },
});

const notKept = { 'cache-control': 'no-store', pragma: 'no-cache' };

const descriptions = {
  invalid_client: 'The client id is unknown, or its secret is wrong or has expired.',
  invalid_scope: 'A scope is unknown, or is that of a role which this application does not have.',
} as const;

const formOf = ({ form }: Request): { fields: Readonly<Record<string, string>> } | { refused: string } => {
  try {
    return { fields: form() };
  } catch (error) {
    if (error instanceof Refused && error.refusals[0]) return { refused: sentenceOf(error.refusals[0]) };
    throw error;
  }
};

/** A client that is not known is told how it could show who it is, where it tried by header (RFC 6749, 5.2). */
const oauthError = ({ headers }: Request, error: OAuthError, description: string, clientId = ''): Answer => ({
  status: error === 'invalid_client' ? 401 : 400,
  refused: { codes: error, ...(idOfApplication.test(clientId) && { clientId }) },
  headers: {
    ...notKept,
    ...(error === 'invalid_client' && headers.authorization !== undefined && { 'www-authenticate': challenge }),
  },
  body: { error, error_description: description },
});

/** The form of an application's id. Whatever else stands in its place is not logged: people paste secrets there. */
const idOfApplication = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const challenge = 'Basic realm="Muster", charset="UTF-8"';
