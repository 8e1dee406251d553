/** The routes by which people sign in and out and look after their password. */

import { Refused } from '../../domain/refusals.ts';
import { bearerToken } from '../../lambda/bearer-token.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Answer, Request, Route } from '../../lambda/route.ts';
import { sourceOf } from '../../lambda/source-of.ts';
import { toldIn } from '../../refusals/sentences-in.ts';
import { type SignOutPorts, signOut } from '../../work/access/sign-out.ts';
import { type ChangePorts, changePassword } from '../../work/passwords/change-password.ts';
import { revokeOwnSessions } from '../../work/passwords/revoke-sessions.ts';
import { type SignInPorts, signIn } from '../../work/passwords/sign-in.ts';
import { graphError } from '../odata/graph-error.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { graphUser } from '../people/graph-user.ts';
import { browserCookie, browserOf } from './browser-cookie.ts';
import { changePasswordBody, signInBody } from './password-bodies.ts';

/**
 * POST /v1.0/signIn: 200 with a session; when the password must be changed first, 403 with a token that is good for
 * that alone. Open to strangers. A browser is known from then on, by a cookie.
 */
export const signInRoute = (ports: SignInPorts): Route => ({
  needs: 'nothing',
  answer: async (request) => {
    const [source, browser] = [sourceOf(request), browserOf(request)];
    const typed = parseStrictly(signInBody, request.json());
    const signedIn = await signIn({ ...typed, source, ...(browser && { browser }) }, ports);
    const { token, expiresDateTime, cookie } = signedIn;
    const cookies = cookie === undefined ? {} : { cookies: [browserCookie(cookie, ports.policy)] };
    if (signedIn.kind === 'session') {
      const user = graphUser(signedIn.person, ports.policy);
      return { status: 200, ...cookies, body: { token, expiresDateTime, user } };
    }
    const passwordChange = { token, expiresDateTime, reason: signedIn.reason };
    const codes = 'PasswordChangeRequired';
    const { sentence, headers } = await toldIn(request.headers);
    const body = { ...graphError([{ code: codes }], sentence), passwordChange };
    return { status: 403, refused: { codes }, headers, ...cookies, body };
  },
});

/** POST /v1.0/me/changePassword: 200 with a new session, the only one that is left. */
export const changePasswordRoute = (ports: ChangePorts): Route => ({
  needs: 'passwordChange',
  answer: async ({ principal, json }) => {
    const change = parseStrictly(changePasswordBody, json());
    const { token, expiresDateTime } = await changePassword(principal, change, ports);
    return { status: 200, body: { token, expiresDateTime } };
  },
});

/** GET /v1.0/me: the person who is signed in. */
export const meRoute = ({ directory, policy }: Pick<SignInPorts, 'directory' | 'policy'>): Route => ({
  needs: 'session',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const [person] = await directory.readPeople([request.principal.id]);
    if (!person || person.deleted) throw new Refused({ code: 'Unauthenticated' });
    const context = `${request.origin}/$metadata#users/$entity`;
    return { status: 200, body: { '@odata.context': context, ...graphUser(person, policy) } };
  },
});

/**
 * POST /v1.0/me/signOut: the token that is shown is worthless from now on, whoever's it is; so may one for changing a
 * password be.
 */
export const signOutRoute = (ports: SignOutPorts): Route => ({
  needs: 'anyToken',
  answer: async ({ headers, principal }) => {
    const token = bearerToken(headers);
    if (token !== undefined) await signOut(token, principal, ports);
    return { status: 204 };
  },
});

/** POST /v1.0/me/revokeSignInSessions: signs whoever asks out everywhere; an operator has one token and no more. */
export const revokeOwnSessionsRoute = (
  ports: Pick<SignInPorts, 'directory' | 'attempts' | 'now'> & SignOutPorts,
): Route => ({
  needs: 'ownSessions',
  answer: async (request) => {
    const { principal, headers } = request;
    if (principal.kind === 'operator') await signOut(bearerToken(headers) ?? '', principal, ports);
    else await revokeOwnSessions(principal, ports);
    return revoked(request);
  },
});

/** What Graph answers when sessions were revoked. */
export const revoked = ({ origin }: Pick<Request, 'origin'>): Answer => ({
  status: 200,
  body: { '@odata.context': `${origin}/$metadata#Edm.Boolean`, value: true },
});
