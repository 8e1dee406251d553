/** Calls of handlers as AWS makes them, and the log lines that they write. */
import { jest } from '@jest/globals';
import type { Context, SQSEvent } from 'aws-lambda';
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
  headers?: Record<string, string>;
  principal?: object | null;
  path?: Record<string, string>;
  query?: Record<string, string>;
  base64?: boolean;
};

type Handler = (event: never, context: Context) => Promise<unknown>;

/** Sends a request to a handler of routes and reads its answer. */
export const callHttp = async (handler: unknown, call: HttpCall) => {
  const { route, body, text, principal = administrator, path, query, base64 = false } = call;
  const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const headers = { host: 'api.example', 'content-type': 'application/json', ...call.headers };
  const event = {
    routeKey: route,
    headers,
    pathParameters: path,
    queryStringParameters: query,
    body: base64 && payload !== undefined ? Buffer.from(payload).toString('base64') : payload,
    isBase64Encoded: base64,
    requestContext: {
      routeKey: route,
      domainName: 'api.example',
      authorizer: { lambda: principal ? { principal: JSON.stringify(principal) } : {} },
    },
  };
  const answer = await (handler as Handler)(event as never, contextOf());
  const {
    statusCode,
    headers: sent,
    body: written,
  } = answer as {
    statusCode: number;
    headers: Record<string, string>;
    body?: string;
  };
  const isJson = sent['content-type']?.startsWith('application/json');
  const read = written && isJson ? JSON.parse(written) : undefined;
  return { status: statusCode, headers: sent, text: written ?? '', body: read };
};

/** Delivers messages to a handler of a queue and reads its answer. */
export const callQueue = (handler: unknown, bodies: readonly string[], left?: () => number): Promise<unknown> => {
  const Records = bodies.map((body, index) => ({ body, messageId: `message-${index}` }));
  return (handler as Handler)({ Records } as SQSEvent as never, contextOf(left));
};
