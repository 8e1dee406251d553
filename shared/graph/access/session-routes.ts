/** The routes of sessions: who asks, those of oneself, and one that an operator's token begins. */

import { permissionsOf } from '../../domain/access/roles.ts';
import { cloudOf, type Organisation } from '../../domain/organisation.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Principal } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { consoleHeader, sessionCookie } from '../../lambda/access/session-cookie.ts';
import { shownToken, wantsCookie } from '../../lambda/access/shown-token.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Route, Routes } from '../../lambda/route.ts';
import { sourceOf } from '../../lambda/source-of.ts';
import { beginOperatorSession, type OperatorSessionPorts } from '../../work/access/operator-sessions.ts';
import { endOwnSession, type OwnSessionPorts, ownSessions } from '../../work/access/sessions.ts';
import type { Tokens } from '../../work/access/tokens.ts';
import type { Directory } from '../../work/directory.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { newSessionBody } from './session-bodies.ts';

/** What is told of the organisation follows from these. */
type Place = { organisation: Organisation; policy: Policy; region: string };

export type SessionPorts = Place & {
  tokens: Pick<Tokens, 'until'>;
  directory: Pick<Directory, 'readPeople'>;
  now: () => Instant;
};

/** All of them; `leaving` ends sessions, whatever holds of the settings by now. */
export const sessionRoutes = (
  ports: SessionPorts & OperatorSessionPorts & OwnSessionPorts,
  leaving: OwnSessionPorts,
): Routes => ({
  'GET /v1.0/session': sessionRoute(ports),
  'POST /v1.0/session': newSessionRoute(ports),
  'GET /v1.0/me/sessions': ownSessionsRoute(ports),
  'DELETE /v1.0/me/sessions/{id}': endOwnSessionRoute(leaving),
});

/** GET /v1.0/session: who asks, what they may do, and until when; whether by cookie or by token. */
const sessionRoute = ({ tokens, directory, now, ...place }: SessionPorts): Route => ({
  needs: 'token',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { principal } = request;
    const isPerson = principal.kind === 'person';
    const [until, [person]] = await Promise.all([
      tokens.until(shownToken(request) ?? '', now()),
      isPerson ? directory.readPeople([principal.id]) : [],
    ]);
    if (until === undefined || (isPerson && !person)) throw new Refused({ code: 'Unauthenticated' });
    return { status: 200, body: shownSession(principal, until, place, person) };
  },
});

/**
 * POST /v1.0/session: a session in a browser, of whoever shows an operator's token or a code that stands for one. For a
 * page of this API alone: the session's own token goes into its cookie, and nowhere else.
 */
const newSessionRoute = ({ organisation, region, ...ports }: Place & OperatorSessionPorts): Route => ({
  needs: 'nothing',
  answer: async (request) => {
    if (!wantsCookie(request)) throw new Refused({ code: 'ValueMissing', target: consoleHeader });
    const shown = parseStrictly(newSessionBody, request.json());
    const { token, expiresDateTime, principal } = await beginOperatorSession(shown, sourceOf(request), ports);
    const body = shownSession(principal, expiresDateTime, { organisation, policy: ports.policy, region });
    return { status: 200, cookies: [sessionCookie(token, request.headers)], body };
  },
});

/** GET /v1.0/me/sessions: where the person who asks is signed in. */
const ownSessionsRoute = (ports: OwnSessionPorts): Route => ({
  needs: 'session',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const sessions = await ownSessions(request.principal, shownToken(request), ports);
    const value = sessions.map(({ id, createdDateTime, endDateTime, isCurrent, source }) => ({
      ...{ id, createdDateTime, expiresDateTime: endDateTime, isCurrent },
      ...{ ipAddress: source?.ipAddress ?? null, clientAppUsed: source?.userAgent ?? null },
    }));
    return { status: 200, body: { '@odata.context': `${request.origin}/$metadata#me/sessions`, value } };
  },
});

/** DELETE /v1.0/me/sessions/{id}: ends one of them. */
const endOwnSessionRoute = (ports: OwnSessionPorts): Route => ({
  needs: 'session',
  answer: async ({ principal, path }) => {
    await endOwnSession(principal, path.id ?? '', ports);
    return { status: 204 };
  },
});

const shownSession = (
  { kind, id, displayName, roles }: Principal,
  expiresDateTime: Instant,
  { organisation, policy, region }: Place,
  person?: Person,
) => ({
  ...{ kind, id, displayName },
  ...(person && { userPrincipalName: person.userPrincipalName }),
  ...(person?.preferredLanguage && { preferredLanguage: person.preferredLanguage }),
  roles: [...roles],
  permissions: permissionsOf(roles),
  expiresDateTime,
  organization: {
    displayName: organisation.displayName,
    cloud: cloudOf(organisation, region),
    preferredLanguage: organisation.preferredLanguage,
    deletedDays: policy.deletedDays,
    passwordRules: { ...policy.passwordLength, kinds: policy.passwordClasses },
  },
});
