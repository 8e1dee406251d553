/** Between node's HTTP and a function's events: API Gateway's payload format 2.0, there and back. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import * as z from 'zod';
import { schemeOf } from '../door/over-tls.ts';
import { account } from '../template/intrinsics.ts';
import { decode, type Match } from './http-routes.ts';

/** An answer ready to be sent. */
export type HttpAnswer = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** An answer of the gateway itself. */
export const gatewayAnswer = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message })),
});

/** Bodies of other types arrive as base64, forms too. */
const isText = (contentType: string | undefined, contentEncoding: string | undefined) =>
  contentEncoding === undefined &&
  /^(text\/|application\/(json|xml|javascript|[^;]*\+(json|xml))(;|$))/i.test(contentType ?? '');

/** Values of one name, joined by commas; a name may be `__proto__`. */
const joined = (pairs: Iterable<[string, string]>): Record<string, string> => {
  const values = Map.groupBy(pairs, ([name]) => name);
  return Object.fromEntries([...values].map(([name, same]) => [name, same.map(([, value]) => value).join(',')]));
};

/** The parts of an event that the authorizer gets too. */
export const requestEvent = (request: IncomingMessage, url: URL, { route, pathParameters }: Match, now: Date) => {
  const { cookie, ...others } = request.headers;
  const given = Object.entries(others).map(([name, value]) => [name, [value].flat().join(',')]);
  const headers: Record<string, string> = { ...Object.fromEntries(given), 'x-forwarded-proto': schemeOf(request) };
  const query = joined(url.searchParams);
  const path = decode(url.pathname);
  return {
    version: '2.0',
    routeKey: route.key,
    // Decoded in spite of its name: an HTTP API does so.
    rawPath: path,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers,
    ...(Object.keys(query).length === 0 ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: account,
      apiId: 'local',
      domainName: headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
  };
};

/** The event that the authorizer gets: the request without its body. */
export const authorizerEvent = (event: ReturnType<typeof requestEvent>, identityHeaders: readonly string[]) => ({
  ...event,
  type: 'REQUEST',
  routeArn: `arn:aws:execute-api:local:${account}:local/$default/${event.routeKey.replace(' ', '')}`,
  identitySource: identityHeaders.map((name) => event.headers[name]),
});

/** The event that the route's function gets. */
export const functionEvent = (event: ReturnType<typeof requestEvent>, body: Buffer, authorizerContext: unknown) => {
  const asText = isText(event.headers['content-type'], event.headers['content-encoding']);
  return {
    ...event,
    requestContext: {
      ...event.requestContext,
      ...(authorizerContext === undefined ? {} : { authorizer: { lambda: authorizerContext } }),
    },
    ...(body.length === 0 ? {} : { body: body.toString(asText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !asText,
  };
};

const structured = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** The answer that a function's result means; undefined when API Gateway would refuse it as malformed. */
export const answerOf = (result: unknown): HttpAnswer | undefined => {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result ?? null);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
  }
  const read = structured.safeParse(result);
  if (!read.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = read.data;
  const sent: OutgoingHttpHeaders = { 'content-type': 'text/plain;charset=UTF-8' };
  for (const [name, value] of Object.entries(headers ?? {})) sent[name.toLowerCase()] = String(value);
  if (cookies) sent['set-cookie'] = cookies;
  return { status: statusCode, headers: sent, body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8') };
};
