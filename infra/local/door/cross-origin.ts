/** What pages of another address may ask of a bucket: what its CORS rules in the template say, as S3 answers them. */
import type { IncomingMessage } from 'node:http';
import type { Handle } from '../emulators/listen.ts';
import type { BucketDefinition, CorsRule } from '../template/containers.ts';

/** Lets such pages in, once the buckets are known. */
export type CrossOrigin = {
  /** Whether a page may send this request, or ask whether it may. */
  mayAsk: (request: IncomingMessage) => boolean;
  /** Answers the browser's question of leave, and has the page read what the rule exposes of every other answer. */
  answering: (buckets: readonly BucketDefinition[], handle: Handle) => Handle;
};

/** Nobody is let in before `answering` says to which buckets. */
export const crossOrigin = (): CrossOrigin => {
  let known: readonly BucketDefinition[] = [];
  return {
    mayAsk: (request) => ruleOf(request, known) !== undefined,
    answering: (buckets, handle) => {
      known = buckets;
      return async (request, response) => {
        const rule = ruleOf(request, buckets);
        if (rule === undefined) return handle(request, response);
        for (const [name, value] of Object.entries(headersOf(rule, request))) response.setHeader(name, value);
        if (request.method !== 'OPTIONS') return handle(request, response);
        request.resume();
        response.writeHead(200).end();
      };
    },
  };
};

const ruleOf = (request: IncomingMessage, buckets: readonly BucketDefinition[]): CorsRule | undefined => {
  const { origin, 'access-control-request-method': asked } = request.headers;
  if (origin === undefined) return undefined;
  const [, bucket] = /^\/([^/?]+)\//.exec(request.url ?? '') ?? [];
  const method = request.method === 'OPTIONS' ? asked : request.method;
  const rules = buckets.find(({ name }) => name === bucket)?.corsRules ?? [];
  return rules.find(
    ({ origins, methods, headers }) =>
      origins.includes(origin) &&
      methods.includes(method ?? '') &&
      headersAsked(request).every((name) => headers.includes(name)),
  );
};

const headersAsked = ({ headers }: IncomingMessage): string[] =>
  (headers['access-control-request-headers'] ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || []);

const headersOf = (rule: CorsRule, request: IncomingMessage): Record<string, string> => ({
  'access-control-allow-origin': request.headers.origin ?? '',
  'access-control-allow-methods': rule.methods.join(', '),
  'access-control-expose-headers': rule.exposed.join(', '),
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  ...(request.method === 'OPTIONS' && {
    'access-control-allow-headers': headersAsked(request).join(', '),
    'access-control-max-age': String(rule.maxAge),
  }),
});
