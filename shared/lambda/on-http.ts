/** The HTTP side of a function: who asks, may they, what do they send, and how an answer or refusal looks. */
import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithLambdaAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { type Refusal, Refused } from '../domain/refusals.ts';
import { may, type Permission, type Principal } from '../domain/roles.ts';
import { graphError, statusOf } from './graph-error.ts';
import { log, logError, requestId, withRequestId } from './log.ts';
import { readJson } from './parse-body.ts';

/** A request as routes see it: its principal known and allowed, its parts as text. */
export type Request = {
  principal: Principal;
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string | undefined>>;
  /** The address of the API, for links: `https://host/v1.0`. */
  origin: string;
  /** The JSON of the body; throws `Refused` when there is none that can be read. */
  json: () => unknown;
};

export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** A route: the permission that it needs, and its answer. */
export type Route = { needs: Permission; answer: (request: Request) => Promise<Answer> };

type Event = APIGatewayProxyEventV2WithLambdaAuthorizer<{ principal?: string } | undefined>;

const principalSchema = z.object({ id: z.string().min(1), displayName: z.string(), roles: z.array(z.string()) });

/**
 * The handler of a function's routes, by API Gateway's route keys (`GET /v1.0/users/{id}`). Whoever the authorizer does
 * not know gets 401 whatever they asked for; a principal without the route's permission 403; refusals are Graph errors;
 * anything else that is thrown is a 500 that says nothing but the request's id.
 */
export const onHttp = (routes: Readonly<Record<string, Route>>) =>
  middy<Event, APIGatewayProxyStructuredResultV2>().handler((event, { awsRequestId }) =>
    withRequestId(awsRequestId, async () => {
      const { routeKey } = event.requestContext;
      try {
        const { status, body, headers } = await answerOf(routes, event);
        log('answered', { route: routeKey, status });
        return asResponse(status, body, headers);
      } catch (error) {
        const refusals: readonly Refusal[] = error instanceof Refused ? error.refusals : [{ code: 'InternalError' }];
        if (!(error instanceof Refused)) logError('request failed', error, { route: routeKey });
        const status = statusOf(refusals);
        log('refused', { route: routeKey, status, codes: refusals.map(({ code }) => code).join(',') });
        return asResponse(status, graphError(refusals));
      }
    }),
  );

const answerOf = async (routes: Readonly<Record<string, Route>>, event: Event): Promise<Answer> => {
  const principal = principalOf(event);
  if (!principal) throw new Refused({ code: 'Unauthenticated' });
  const route = Object.hasOwn(routes, event.routeKey) ? routes[event.routeKey] : undefined;
  if (!route) throw new Refused({ code: 'NotFound' });
  if (!may(principal, route.needs)) throw new Refused({ code: 'Forbidden' });
  return route.answer({
    principal,
    path: (event.pathParameters ?? {}) as Record<string, string>,
    query: (event.queryStringParameters ?? {}) as Record<string, string>,
    headers: event.headers,
    origin: originOf(event),
    json: () => readJson(event as never),
  });
};

const principalOf = ({ requestContext }: Event): Principal | undefined => {
  const text = requestContext.authorizer?.lambda?.principal;
  if (!text) return undefined;
  return principalSchema.safeParse(JSON.parse(text)).data;
};

const originOf = ({ headers, requestContext }: Event): string => {
  const host = headers.host ?? requestContext.domainName;
  return `${headers['x-forwarded-proto'] ?? 'https'}://${host}/v1.0`;
};

const asResponse = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'request-id': requestId(),
    ...headers,
  },
  ...(body !== undefined && { body: JSON.stringify(body) }),
});
