/** Requests as the gateway hands them over: to the authorizer first, then to the function of the route. */
import { gatewayRoute } from '../../shared/lambda/gateway-request.ts';

/** What somebody asks of a route; without a token, a stranger does. */
export type Ask = {
  token?: string;
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  form?: Record<string, string>;
  headers?: Record<string, string>;
  cookies?: string[];
};

export type Handler = (event: never, context: never) => Promise<unknown>;
export type Answer = { statusCode: number; body?: string; headers?: Record<string, string> };

/** Asks another route beforehand: those calls are not counted. */
export type Via = (route: string, asked: Ask) => Promise<Answer>;

/** The JSON of an answer. */
export const bodyOf = ({ body = '{}' }: Answer) => JSON.parse(body);

const context = { awsRequestId: 'the-request', getRemainingTimeInMillis: () => 60_000 } as never;

/** Asks a route as the gateway would; one that is open to strangers goes past the authorizer. */
export const ask = async (
  { authorizer, handler }: { authorizer: Handler | undefined; handler: Handler },
  route: string,
  { token, path, query, body, form, headers, cookies }: Ask,
): Promise<Answer> => {
  const sent = {
    'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...headers,
  };
  const known = authorizer && ((await authorizer({ headers: sent, cookies } as never, context)) as { context: object });
  const routeKey = gatewayRoute(route);
  const words = [...route.matchAll(/\/\$(\w+)/g)].map(([, name = '']) => [name, `$${name}`]);
  const event = {
    routeKey,
    headers: sent,
    pathParameters: { ...Object.fromEntries(words), ...path },
    queryStringParameters: query,
    rawQueryString: new URLSearchParams(query).toString(),
    body: form ? new URLSearchParams(form).toString() : body === undefined ? undefined : JSON.stringify(body),
    isBase64Encoded: false,
    cookies,
    requestContext: {
      routeKey,
      http: { sourceIp: '192.0.2.1', method: route.split(' ')[0] },
      authorizer: { lambda: known?.context ?? {} },
    },
  };
  return (await handler(event as never, context)) as Answer;
};
