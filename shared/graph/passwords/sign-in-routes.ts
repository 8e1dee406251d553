/** The routes by which people sign in and out and look after their password. */

import { Refused } from '../../domain/refusals.ts';
import { endedSessionCookie, sessionCookie } from '../../lambda/access/session-cookie.ts';
import { shownToken, wantsCookie } from '../../lambda/access/shown-token.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Answer, Request, Route, Routes } from '../../lambda/route.ts';
import { sourceOf } from '../../lambda/source-of.ts';
import { toldIn } from '../../refusals/sentences-in.ts';
import { type SignOutPorts, signOut } from '../../work/access/sign-out.ts';
import { type ChangePorts, changePassword } from '../../work/passwords/change-password.ts';
import type { FreshToken } from '../../work/passwords/new-session.ts';
import { revokeOwnSessions } from '../../work/passwords/revoke-sessions.ts';
import { type SignInPorts, signIn } from '../../work/passwords/sign-in.ts';
import { graphError } from '../odata/graph-error.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { graphUser } from '../people/graph-user.ts';
import { browserCookie, browserOf } from './browser-cookie.ts';
import { changePasswordBody, signInBody } from './password-bodies.ts';

/** All of them; `leaving` ends a session, whatever holds of the settings by now. */
export const signInRoutes = (ports: SignInPorts & ChangePorts & SignOutPorts, leaving: SignOutPorts): Routes => ({
  'POST /v1.0/signIn': signInRoute(ports),
  'GET /v1.0/me': meRoute(ports),
  'POST /v1.0/me/changePassword': changePasswordRoute(ports),
  'POST /v1.0/me/signOut': signOutRoute(leaving),
  'POST /v1.0/me/revokeSignInSessions': revokeOwnSessionsRoute(ports),
});

/**
 * POST /v1.0/signIn: 200 with a session; when the password must be changed first, 403 with a token that is good for
 * that alone. Open to strangers. A browser is known from then on, by a cookie; a page of this API gets the token in
 * another one, and not in the answer.
 */
const signInRoute = (ports: SignInPorts): Route => ({
  needs: 'nothing',
  answer: async (request) => {
    const [source, browser] = [sourceOf(request), browserOf(request)];
    const typed = parseStrictly(signInBody, request.json());
    const signedIn = await signIn({ ...typed, source, ...(browser && { browser }) }, ports);
    const { cookies, body: fresh } = handedOver(signedIn, request);
    const { cookie } = signedIn;
    if (cookie !== undefined) cookies.push(browserCookie(cookie, ports.policy));
    if (signedIn.kind === 'session') {
      const user = graphUser(signedIn.person, ports.policy);
      return { status: 200, cookies, body: { ...fresh, user } };
    }
    const passwordChange = { ...fresh, reason: signedIn.reason };
    const codes = 'PasswordChangeRequired';
    const { sentence, headers } = await toldIn(request.headers);
    const body = { ...graphError([{ code: codes }], sentence), passwordChange };
    return { status: 403, refused: { codes }, headers, cookies, body };
  },
});

/** A token on its way to whoever asked: in a cookie, or else in the body. */
const handedOver = ({ token, expiresDateTime }: FreshToken, request: Request): { cookies: string[]; body: object } =>
  wantsCookie(request)
    ? { cookies: [sessionCookie(token, request.headers)], body: { expiresDateTime } }
    : { cookies: [], body: { token, expiresDateTime } };

/** POST /v1.0/me/changePassword: 200 with a new session, the only one that is left. */
const changePasswordRoute = (ports: ChangePorts): Route => ({
  needs: 'passwordChange',
  answer: async (request) => {
    const change = { ...parseStrictly(changePasswordBody, request.json()), source: sourceOf(request) };
    return { status: 200, ...handedOver(await changePassword(request.principal, change, ports), request) };
  },
});

/** GET /v1.0/me: the person who is signed in. */
const meRoute = ({ directory, policy }: Pick<SignInPorts, 'directory' | 'policy'>): Route => ({
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
 * password be. A browser forgets its cookie also when the session was over before.
 */
const signOutRoute = (ports: SignOutPorts): Route => ({
  needs: 'anyToken',
  endsSession: true,
  answer: async (request) => {
    const token = shownToken(request);
    if (token !== undefined) await signOut(token, request.principal, ports);
    return { status: 204 };
  },
});

/** POST /v1.0/me/revokeSignInSessions: signs whoever asks out everywhere; an operator has one token and no more. */
const revokeOwnSessionsRoute = (ports: Pick<SignInPorts, 'directory' | 'attempts' | 'now'> & SignOutPorts): Route => ({
  needs: 'ownSessions',
  answer: async (request) => {
    const { principal, headers } = request;
    if (principal.kind === 'operator') await signOut(shownToken(request) ?? '', principal, ports);
    else await revokeOwnSessions(principal, ports);
    return { ...revoked(request), ...(wantsCookie(request) && { cookies: [endedSessionCookie(headers)] }) };
  },
});

/** What Graph answers when sessions were revoked. */
export const revoked = ({ origin }: Pick<Request, 'origin'>): Answer => ({
  status: 200,
  body: { '@odata.context': `${origin}/$metadata#Edm.Boolean`, value: true },
});
