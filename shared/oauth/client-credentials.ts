/** How an OAuth client says who it is (RFC 6749, 2.3.1): in the form of its request, or by HTTP Basic. */

/** OAuth's codes of what can be wrong with a request for a token (RFC 6749, 5.2). */
export type OAuthError = 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';

/** Who a client says that it is; or what is wrong with how it says so. */
export type ShownCredentials = { clientId: string; clientSecret: string } | { error: OAuthError; description: string };

/** Reads a client's credentials. One way alone may be used; a client_id beside HTTP Basic must be the same. */
export const shownCredentials = (
  form: Readonly<Record<string, string>>,
  authorization: string | undefined,
): ShownCredentials => {
  const { client_id: clientId, client_secret: clientSecret } = form;
  if (authorization === undefined) {
    return clientId !== undefined && clientSecret !== undefined ? { clientId, clientSecret } : nothingShown;
  }
  const shown = basicCredentials(authorization);
  if (!shown) return { error: 'invalid_client', description: 'The Authorization header is not that of HTTP Basic.' };
  if (clientSecret !== undefined || (clientId !== undefined && clientId !== shown.clientId)) {
    return { error: 'invalid_request', description: 'The client shows who it is in two ways. Use one of them.' };
  }
  return shown;
};

const nothingShown: ShownCredentials = {
  error: 'invalid_client',
  description: 'Send client_id and client_secret in the form, or by HTTP Basic.',
};

const basicCredentials = (authorization: string): { clientId: string; clientSecret: string } | undefined => {
  const [, encoded] = /^Basic +([\w+/-]{1,1000}={0,2}) *$/i.exec(authorization) ?? [];
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const [clientId, clientSecret] = [formDecoded(text.slice(0, colon)), formDecoded(text.slice(colon + 1))];
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
};

/** Both are form-encoded before they are joined, which other users of HTTP Basic do not do. */
const formDecoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
};
