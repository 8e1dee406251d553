/** The template's HTTP API: its routes and its authorizer, with API Gateway's limits and its own answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { isOverTls } from '../door/over-tls.ts';
import type { RouteDefinition } from '../template/routes.ts';
import {
  answerOf,
  authorizerEvent,
  functionEvent,
  gatewayAnswer,
  type HttpAnswer,
  requestEvent,
} from './http-event.ts';
import { createRouter } from './http-routes.ts';
import { createThrottles } from './throttles.ts';

/** What the API works with. */
export type HttpApiOptions = {
  routes: readonly RouteDefinition[];
  invoke: (functionArn: string, event: unknown) => Promise<unknown>;
  now: () => Date;
  report: (problem: string) => void;
};

const requestLimit = 10 * 1024 * 1024;
const payloadLimit = 6 * 1024 * 1024;
const timeLimitMilliseconds = 30_000;
/** More than Node takes of a request's line and headers, several times over. */
const smallPart = 256 * 1024;

const simpleResponse = z.object({ isAuthorized: z.boolean(), context: z.record(z.string(), z.unknown()).optional() });

type Verdict = { context: unknown } | { refusal: HttpAnswer };

/** Answers requests to the API. */
export const createHttpApi = ({ routes, invoke, now, report }: HttpApiOptions) => {
  const route = createRouter(routes);
  const passes = createThrottles();

  const authorize = async (
    { functionArn, identityHeaders }: NonNullable<RouteDefinition['authorizer']>,
    event: ReturnType<typeof requestEvent>,
  ): Promise<Verdict> => {
    const unauthorized = { refusal: gatewayAnswer(401, 'Unauthorized') };
    if (identityHeaders.some((name) => !event.headers[name])) return unauthorized;
    try {
      const result = await invoke(functionArn, authorizerEvent(event, identityHeaders));
      const { isAuthorized, context } = simpleResponse.parse(result);
      return isAuthorized ? { context: context ?? {} } : { refusal: gatewayAnswer(403, 'Forbidden') };
    } catch (error) {
      if ((error as Error).message === 'Unauthorized') return unauthorized;
      report(`The authorizer of ${event.routeKey} failed: ${(error as Error).message}`);
      return { refusal: gatewayAnswer(500, 'Internal Server Error') };
    }
  };

  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const url = new URL(`http://local${request.url?.startsWith('/') ? request.url : '/'}`);
    const match = route(request.method ?? 'GET', url.pathname);
    if (match === undefined) return gatewayAnswer(404, 'Not Found');
    if (!passes(match.route)) return gatewayAnswer(429, 'Too Many Requests');
    const body = await readBody(request);
    if (body === undefined) return gatewayAnswer(413, 'Request Entity Too Large');
    const event = requestEvent(request, url, match, now());
    const verdict = match.route.authorizer ? await authorize(match.route.authorizer, event) : { context: undefined };
    if ('refusal' in verdict) return verdict.refusal;
    const payload = functionEvent(event, body, verdict.context);
    if (isTooLarge(payload, body)) return gatewayAnswer(413, 'Request Entity Too Large');
    return run(match.route, payload);
  };

  const run = async ({ key, functionArn }: RouteDefinition, payload: unknown): Promise<HttpAnswer> => {
    try {
      const result = await withinTime(invoke(functionArn, payload));
      if (result === tooLate) return gatewayAnswer(503, 'Service Unavailable');
      const answered = answerOf(result);
      if (answered !== undefined && answered.body.length <= payloadLimit) return answered;
      report(`${key} answered with something that is no HTTP response.`);
    } catch (error) {
      report(`${key} failed: ${(error as Error).message}`);
    }
    return gatewayAnswer(500, 'Internal Server Error');
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await answer(request);
    // A browser would remember it for `localhost` with every port, and so for whatever else is developed here.
    if (isOverTls(request)) delete headers['strict-transport-security'];
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
};

/** Whether an event has more bytes than a function may get. */
const isTooLarge = (payload: object, { length }: Buffer): boolean =>
  // A byte of a body becomes six at most, as `\u0000`; and all else is small.
  length * 6 + smallPart > payloadLimit && Buffer.byteLength(JSON.stringify(payload)) > payloadLimit;

const tooLate = Symbol('too late');

const withinTime = async (result: Promise<unknown>): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<typeof tooLate>((resolve) => {
    timer = setTimeout(resolve, timeLimitMilliseconds, tooLate);
  });
  return Promise.race([result, limit]).finally(() => clearTimeout(timer));
};

/** The whole body; undefined when it is larger than the limit: then it is read all the same, since a client listens only after that. */
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  if (!hasBody(request)) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= requestLimit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > requestLimit ? undefined : Buffer.concat(chunks);
};

/** A request that has none says nothing of its length, nor that it comes in pieces. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
