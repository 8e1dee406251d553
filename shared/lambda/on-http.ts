/** The HTTP side of a function: who asks, may they, what do they send, and how an answer or refusal looks. */
import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithLambdaAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { may } from '../domain/access/roles.ts';
import { anonymous, type Principal } from '../domain/principal.ts';
import { Refused } from '../domain/refusals.ts';
import { isUuid } from '../domain/uuid.ts';
import { endedSessionCookie, isFromOwnPage } from './access/session-cookie.ts';
import { answerLatest } from './answer-latest.ts';
import { cookiesOf } from './cookies.ts';
import { readEnvironment } from './environment.ts';
import { gatewayRoute, isMeant, queryOf } from './gateway-request.ts';
import { clientRequestId, type LogFields, log, logError, requestId, withRequestId } from './log.ts';
import { readForm, readJson } from './parse-body.ts';
import { readPrincipal } from './principal-context.ts';
import type { Answer, Current, FollowingRoutes, Request, Route, Routes, WriteRefusals } from './route.ts';

type Event = APIGatewayProxyEventV2WithLambdaAuthorizer<{ principal?: string; holderId?: string } | undefined>;

/**
 * The handler of a function's routes, by API Gateway's route keys (`GET /v1.0/users/{id}`). Those that follow what may
 * change are made anew for a request, and only once it is known that it is allowed: what a stranger asks reads nothing,
 * unless the route is open to strangers. Whoever the authorizer does not know gets
 * 401 whatever they asked for, but for routes that are open to strangers; a principal without what the route needs 403.
 * Refusals are written by the face that the routes belong to; anything else that is thrown is refused as InternalError,
 * which says nothing but the request's id. The log names who asked by id, also whose token is not good any more, and the
 * gateway's id of the request.
 */
export const onHttp = (routes: Routes | FollowingRoutes, writeRefusals: WriteRefusals) =>
  middy<Event, APIGatewayProxyStructuredResultV2>().handler((sent, { awsRequestId }) => {
    const event = withoutNulls(sent);
    return withRequestId(awsRequestId, () => answered(routes, writeRefusals, event), clientRequestIdOf(event));
  });

/** Emulators of the gateway say null of what there is none of, which the gateway leaves out. */
const withoutNulls = (event: Event): Event =>
  Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null)) as Event;

const answered = async (
  routes: Routes | FollowingRoutes,
  writeRefusals: WriteRefusals,
  event: Event,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const { routeKey } = event.requestContext;
  const asked = { route: routeKey, ...askedBy(event) };
  try {
    const answer = await answerOf(routes, event);
    const { status, refused } = answer;
    log(status < 400 ? 'answered' : 'refused', { ...asked, status, ...refused });
    return asResponse(withEndedSession(routes, event, answer));
  } catch (error) {
    const { refusals } = error instanceof Refused ? error : new Refused({ code: 'InternalError' });
    if (!(error instanceof Refused)) logError('request failed', error, asked);
    const answer = await writeRefusals(refusals, event.headers ?? {});
    log('refused', { ...asked, status: answer.status, codes: refusals.map(({ code }) => code).join(',') });
    return asResponse(withEndedSession(routes, event, answer));
  }
};

/** Whoever leaves in a browser has no session in it afterwards, whatever the answer, and whether or not it was good still. */
const withEndedSession = (routes: Routes | FollowingRoutes, event: Event, answer: Answer): Answer => {
  const { headers = {} } = event;
  const route = routeOf(follows(routes) ? routes.atStart : routes, event.routeKey, pathOf(event.pathParameters));
  if (!route?.endsSession || !isFromOwnPage(headers)) return answer;
  return { ...answer, cookies: [...(answer.cookies ?? []), endedSessionCookie(headers)] };
};

/** What the client calls its request, where that can stand in a header. */
const clientRequestIdOf = ({ headers = {} }: Event): string | undefined =>
  /^[\w.:-]{1,128}$/.exec(headers['client-request-id'] ?? '')?.[0];

/** Routes that are made anew, by what is so now, for each request that is allowed. */
export const following = <Value>(routesBy: (value: Value) => Routes, current: Current<Value>): FollowingRoutes => ({
  atStart: routesBy(current.atStart),
  now: async () => {
    const { value, ...judged } = await current.now();
    return { ...judged, value: routesBy(value) };
  },
});

const answerOf = async (routes: Routes | FollowingRoutes, event: Event): Promise<Answer> => {
  const principal = principalOf(event);
  const path = pathOf(event.pathParameters);
  const find = (among: Routes) => routeOf(among, event.routeKey, path);
  const route = find(follows(routes) ? routes.atStart : routes);
  if (principal.kind === 'anonymous' && route?.needs !== 'nothing') throw new Refused({ code: 'Unauthenticated' });
  if (!route) throw new Refused({ code: 'NotFound' });
  if (!may(principal, route.needs)) {
    throw new Refused({ code: principal.restrictedTo ? 'PasswordChangeRequired' : 'Forbidden' });
  }
  const request: Request = {
    principal,
    gatewayRequestId: event.requestContext.requestId,
    path,
    query: queryOf(event.queryStringParameters, event.rawQueryString),
    headers: event.headers,
    cookies: cookiesOf(event),
    ipAddress: event.requestContext.http?.sourceIp ?? '',
    origin: `${readEnvironment(['API_URL']).API_URL}/v1.0`,
    sent: sentOf(event),
    hasBody: Boolean(event.body),
    json: () => readJson(event as never),
    form: () => readForm(event as never),
  };
  return follows(routes) ? answerLatest(routes, (among) => find(among) ?? route, request) : route.answer(request);
};

/** Ids are compared as Graph does, without regard to case: ours are lower case, but for those of licences, which administrators chose. */
const pathOf = (parameters: Event['pathParameters'] = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value = '']) => [
      name,
      name !== 'skuId' && isUuid(value) ? value.toLowerCase() : value,
    ]),
  );

const sentOf = ({ requestContext, rawPath = '', rawQueryString, body, isBase64Encoded }: Event): Request['sent'] => ({
  method: requestContext.http?.method ?? '',
  path: rawPath,
  query: rawQueryString ?? '',
  ...(body !== undefined && { body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') }),
});

const follows = (routes: Routes | FollowingRoutes): routes is FollowingRoutes => typeof routes.now === 'function';

/**
 * The route of the gateway's key. Where the path says something else in the place of an OData word it is that of what is
 * not known, in the function that has it.
 */
const routeOf = (routes: Routes, routeKey: string, path: Readonly<Record<string, string>>): Route | undefined => {
  const key = Object.keys(routes).find((each) => gatewayRoute(each) === routeKey);
  return key !== undefined && isMeant(key, path) ? routes[key] : routes.$default;
};

const principalOf = ({ requestContext }: Event): Principal => {
  const text = requestContext.authorizer?.lambda?.principal;
  return (text && readPrincipal(text)) || anonymous;
};

/**
 * For whatever a browser makes of an answer, also of a refusal: data is nothing to be shown, framed or told of to others,
 * and is asked for by TLS only. A page says itself what it may do.
 */
const protective = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Who asks, as the log names them: a principal, or whoever the token was of that is not good any more. */
const askedBy = ({ requestContext }: Event): LogFields => {
  const { principal: text, holderId } = requestContext.authorizer?.lambda ?? {};
  const principalId = (text && readPrincipal(text)?.id) || holderId;
  const { requestId: gatewayRequestId } = requestContext;
  return { ...(principalId && { principalId }), ...(gatewayRequestId && { gatewayRequestId }) };
};

const asResponse = ({
  status,
  body,
  text,
  bytes,
  headers = {},
  cookies,
}: Answer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...protective,
    'request-id': requestId(),
    'client-request-id': clientRequestId() ?? requestId(),
    ...headers,
  },
  ...(cookies && cookies.length > 0 && { cookies: [...cookies] }),
  ...(body !== undefined && { body: JSON.stringify(body) }),
  ...(text !== undefined && { body: text }),
  ...(bytes !== undefined && { body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true }),
});
