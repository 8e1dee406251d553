/** Calls of handlers as AWS makes them, and the log lines that they write. */

import type { Context, SQSEvent } from 'aws-lambda';
import type { Principal } from '../../shared/domain/principal.ts';
import { gatewayRoute } from '../../shared/lambda/gateway-request.ts';
import { writePrincipal } from '../../shared/lambda/principal-context.ts';
import { administrator } from '../fakes/people.ts';

/** Collects what is written to the log while a test runs. */
export const collectLog = (): { lines: () => Record<string, unknown>[]; text: () => string } => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());
  return { lines: () => written.map((line) => JSON.parse(line)), text: () => written.join('') };
};

/** A call with so many milliseconds left; `left` may be asked again. */
export const contextOf = (left: () => number = () => 60_000) =>
  ({ awsRequestId: 'the-request-id', getRemainingTimeInMillis: left }) as Context;

export type HttpCall = {
  route: string;
  body?: unknown;
  text?: string;
  /** The body as bytes, which the gateway hands over as text where the content type says so. */
  bytes?: Buffer;
  headers?: Record<string, string>;
  principal?: object | null;
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** Method and path as they are sent, where the route is not theirs. */
  method?: string;
  rawPath?: string;
  /** The query as it is sent, where `query` cannot say it. */
  rawQuery?: string;
  base64?: boolean;
  cookies?: string[];
  ipAddress?: string;
};

type Handler = (event: never, context: Context) => Promise<unknown>;

// As the template gives it to every function with a route; what a request says of it itself counts for nothing.
process.env.API_URL = 'https://api.example';

/** Sends a request to a handler of routes and reads its answer. */
export const callHttp = async (handler: unknown, call: HttpCall) => {
  const { route, body, text, principal = administrator, path, rawQuery, base64 = false } = call;
  const query = call.query ?? (rawQuery === undefined ? undefined : joined(rawQuery));
  const payload = call.bytes?.toString() ?? text ?? (body === undefined ? undefined : JSON.stringify(body));
  const bytes = call.bytes ?? Buffer.from(payload ?? '');
  const headers = {
    host: 'evil.example',
    'x-forwarded-proto': 'javascript',
    'content-type': 'application/json',
    ...call.headers,
  };
  const event = {
    routeKey: gatewayRoute(route),
    headers,
    // The gateway hands over OData's words as values.
    pathParameters: { ...wordsIn(route), ...path },
    queryStringParameters: query,
    rawPath: call.rawPath,
    rawQueryString: rawQuery ?? new URLSearchParams(query).toString(),
    body: base64 && payload !== undefined ? bytes.toString('base64') : payload,
    isBase64Encoded: base64,
    ...(call.cookies && { cookies: call.cookies }),
    requestContext: {
      routeKey: gatewayRoute(route),
      domainName: 'evil.example',
      http: { sourceIp: call.ipAddress ?? '192.0.2.1', method: call.method ?? route.split(' ')[0] },
      authorizer: { lambda: principal ? { principal: writePrincipal(principal as Principal) } : {} },
    },
  };
  const answer = await (handler as Handler)(event as never, contextOf());
  const {
    statusCode,
    headers: sent,
    cookies,
    body: written,
  } = answer as {
    statusCode: number;
    headers: Record<string, string>;
    cookies?: string[];
    body?: string;
  };
  return { status: statusCode, headers: sent, cookies, text: written ?? '', body: parsed(written) };
};

const wordsIn = (route: string): Record<string, string> =>
  Object.fromEntries([...route.matchAll(/\/\$(\w+)/g)].map(([, name = '']) => [name, `$${name}`]));

/** The JSON of an answer, if it is some. */
const parsed = (text?: string) => {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};

/** Options as API Gateway hands them over: values of one name are joined by commas. */
const joined = (rawQuery: string): Record<string, string> => {
  const values = Map.groupBy(new URLSearchParams(rawQuery), ([name]) => name);
  return Object.fromEntries([...values].map(([name, pairs]) => [name, pairs.map(([, value]) => value).join(',')]));
};

/** Delivers messages to a handler of a queue, each for the first time or once more, and reads its answer. */
export const callQueue = (
  handler: unknown,
  bodies: readonly string[],
  left?: () => number,
  receives = 1,
): Promise<unknown> => {
  const Records = bodies.map((body, index) => ({
    body,
    messageId: `message-${index}`,
    receiptHandle: `receipt-${index}`,
    attributes: { ApproximateReceiveCount: String(receives) },
  }));
  return (handler as Handler)({ Records } as SQSEvent as never, contextOf(left));
};
