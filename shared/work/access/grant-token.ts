/** OAuth 2.0's client credentials grant (RFC 6749, 4.4): an application shows its secret and gets a token. */
import { rolesAskedFor, scopeOf } from '../../domain/access/application.ts';
import type { SignInOutcome, SignInSource } from '../../domain/passwords/sign-in-record.ts';
import type { Instant } from '../../domain/time.ts';
import type { SignInLog } from '../access/sign-in-log.ts';
import type { Applications } from './applications.ts';
import { secretShown } from './client-secret.ts';
import type { Tokens } from './tokens.ts';

export type GrantPorts = {
  applications: Pick<Applications, 'read'>;
  tokens: Pick<Tokens, 'mint'>;
  signIns: Pick<SignInLog, 'count'>;
  now: () => Instant;
};

/** What a client shows, what it asks for, and where it is. */
export type ClientCredentials = {
  clientId: string;
  clientSecret: string;
  scope?: string | undefined;
  source: SignInSource;
};

/** A token with the scopes that it has; or why there is none, by OAuth's codes. */
export type TokenGrant =
  | { kind: 'granted'; token: string; seconds: number; scopes: string[] }
  | { kind: 'refused'; error: 'invalid_client' | 'invalid_scope' };

/** How long a token is good: an hour, as Entra's and most others' are. Its application is looked at at each use anyway. */
export const tokenSeconds = 3600;

/** Longer than any id: nobody's, which is looked for all the same. */
const longestId = 64;

/**
 * Grants a token. An unknown client and a wrong or expired secret get the same answer after the same work; a lock against
 * guessing is not needed, since a secret has 256 bits, and would let anybody lock an application out. What becomes of it is
 * counted by the quarter of an hour: a service asks all day, and a record each time would cost more than its token.
 */
export const grantToken = async (
  { clientId, clientSecret, scope, source }: ClientCredentials,
  { applications, tokens, signIns, now }: GrantPorts,
): Promise<TokenGrant> => {
  const from = now();
  const application = await applications.read(clientId !== '' && clientId.length <= longestId ? clientId : 'nobody');
  const secret = secretShown(application, clientSecret, from);
  const counted = (outcome: SignInOutcome): Promise<void> =>
    signIns.count({
      createdDateTime: from,
      outcome,
      ...(application && {
        subject: { kind: 'application', id: application.id, displayName: application.displayName },
        source,
      }),
    });
  if (!application || !secret) {
    await counted(application ? 'SignInFailed' : 'ClientUnknown');
    return { kind: 'refused', error: 'invalid_client' };
  }
  const roles = rolesAskedFor(application, scope);
  if (!roles) return { kind: 'refused', error: 'invalid_scope' };
  const grant = { kind: 'application', applicationId: application.id, secretId: secret.keyId, roles } as const;
  // Before the token is there, so that there is none without.
  await counted('SignedIn');
  const token = await tokens.mint(grant, { from, seconds: tokenSeconds });
  return { kind: 'granted', token, seconds: tokenSeconds, scopes: roles.map(scopeOf) };
};
