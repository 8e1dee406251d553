/** Requests to Muster's own API, by HTTP: each is authorised, checked and throttled like any other. */
import { type BatchRequest, pathBelow } from './batch.ts';
import type { Ask, PartAnswer } from './run-batch.ts';

/** Headers of a request that are passed on. Of all others, above all of who asks, the batch's own hold. */
const passedOn = [
  ...['accept', 'accept-language', 'client-request-id', 'consistencylevel', 'content-type'],
  ...['idempotency-key', 'if-match', 'if-none-match', 'prefer'],
];

/** Headers of an answer that are passed on, as Graph spells them. */
const answered = [
  ...['Cache-Control', 'Content-Type', 'ETag', 'Location', 'Preference-Applied', 'Retry-After', 'request-id'],
];

/** Bytes of one answer at most: no function can give more. */
const maxBytes = 6 * 1024 * 1024;

/** For whom to ask, and for how long altogether. */
export type Caller = { authorization: string; milliseconds: number };

/** Asks the API at an address as a caller, whose time begins now. */
export const askApi =
  (apiUrl: string) =>
  ({ authorization, milliseconds }: Caller): Ask => {
    const signal = AbortSignal.timeout(milliseconds);
    return async (request) => {
      const target = targetOf(apiUrl, request.url);
      try {
        return await answerOf(await fetch(target, { ...sent(request, authorization), signal, redirect: 'manual' }));
      } catch {
        return 'unanswered';
      }
    };
  };

/** The address of a request below the version of the API. Throws an Error for one that would be anywhere else. */
export const targetOf = (apiUrl: string, url: string): URL => {
  const base = new URL(`${apiUrl.replace(/\/$/, '')}/v1.0/`);
  const path = pathBelow(url);
  const target = new URL(base.href + (path ?? ''));
  if (path === undefined || target.origin !== base.origin || !target.pathname.startsWith(base.pathname)) {
    throw new Error('a request of a batch leads out of the API');
  }
  return target;
};

const sent = ({ method, headers = {}, body }: BatchRequest, authorization: string): RequestInit => {
  const given = new Headers(headers);
  const all = new Headers(passedOn.flatMap((name) => (given.has(name) ? [[name, given.get(name) ?? '']] : [])));
  all.set('authorization', authorization);
  if (body !== undefined && !all.has('content-type')) all.set('content-type', 'application/json');
  return { method, headers: all, ...(body !== undefined && { body: JSON.stringify(body) }) };
};

const answerOf = async (response: Response): Promise<PartAnswer | 'tooLarge'> => {
  const text = await textOf(response);
  if (text === undefined) return 'tooLarge';
  const present = answered.filter((name) => response.headers.has(name));
  const headers = Object.fromEntries(present.map((name) => [name, response.headers.get(name) ?? '']));
  return { status: response.status, headers, ...(text !== '' && { body: bodyOf(text) }) };
};

/** The whole text; undefined when there is too much of it, the rest of which is not read. */
const textOf = async ({ body }: Response): Promise<string | undefined> => {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > maxBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};

const bodyOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
