/** Requests to Muster's own API, by HTTP: each is authorised, checked and throttled like any other. */
import { addressBelow, headersNamed, headersPassedOn, textOfAnswer } from '../own-api.ts';
import { type BatchRequest, pathBelow } from './batch.ts';
import type { Ask, PartAnswer } from './run-batch.ts';

/** Headers of an answer that are passed on, as Graph spells them. */
const answered = [
  ...[
    'Cache-Control',
    'Content-Language',
    'Content-Type',
    'ETag',
    'Location',
    'Preference-Applied',
    'Retry-After',
    'request-id',
  ],
];

/** Bytes of one answer at most: no function can give more. */
const maxBytes = 6 * 1024 * 1024;

/** For whom to ask, in which languages where a request names none, and for how long altogether. */
export type Caller = { authorization: string; language?: string; milliseconds: number };

/** Asks the API at an address as a caller, whose time begins now. */
export const askApi =
  (apiUrl: string) =>
  ({ milliseconds, ...caller }: Caller): Ask => {
    const signal = AbortSignal.timeout(milliseconds);
    return async (request) => {
      const target = targetOf(apiUrl, request.url);
      try {
        return await answerOf(await fetch(target, { ...sent(request, caller), signal, redirect: 'manual' }));
      } catch {
        return 'unanswered';
      }
    };
  };

/** The address of a request below the version of the API. Throws an Error for one that would be anywhere else. */
export const targetOf = (apiUrl: string, url: string): URL => {
  const path = pathBelow(url);
  if (path === undefined) throw new Error('a request of a batch leads out of the API');
  return addressBelow(apiUrl, '/v1.0/', path);
};

/** Of all headers that are not passed on, above all of who asks, the batch's own hold. */
const sent = (
  { method, headers = {}, body }: BatchRequest,
  { authorization, language }: Omit<Caller, 'milliseconds'>,
): RequestInit => {
  const all = new Headers(headersNamed(new Headers(headers), headersPassedOn));
  all.set('authorization', authorization);
  if (language !== undefined && !all.has('accept-language')) all.set('accept-language', language);
  if (body !== undefined && !all.has('content-type')) all.set('content-type', 'application/json');
  return { method, headers: all, ...(body !== undefined && { body: JSON.stringify(body) }) };
};

const answerOf = async (response: Response): Promise<PartAnswer | 'tooLarge'> => {
  const text = await textOfAnswer(response, maxBytes);
  if (text === undefined) return 'tooLarge';
  const headers = headersNamed(response.headers, answered);
  return { status: response.status, headers, ...(text !== '' && { body: bodyOf(text) }) };
};

const bodyOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
