/** Passes a request on to this same API, by HTTP, so that it is authorised, checked and throttled as any other. */
import { Refused } from '../../domain/refusals.ts';
import { authorizationOf } from '../../lambda/access/shown-token.ts';
import type { Answer, Request } from '../../lambda/route.ts';
import { addressBelow, headersNamed, headersPassedOn, millisecondsToAnswer, textOfAnswer } from '../own-api.ts';

/** A request to the API at a path of it; `method` may be another one than that of the request. */
export type CallOn = (request: Request, path: string, method: string) => Promise<Answer>;

/** Of a request that was passed on once: it is not passed on again. */
export const passedOnHeader = 'x-muster-passed-on';

/** Headers of an answer that stay as they are; all others are made anew, as for any answer. */
const headersAnswered = [
  ...['allow', 'cache-control', 'client-request-id', 'content-language', 'content-type', 'etag', 'location'],
  ...['preference-applied', 'request-id', 'retry-after', 'vary', 'www-authenticate'],
];

/** Bytes of an answer at most: no function can give more, with what is around it. */
const maxBytes = 5_500_000;

/** Passes requests on to the API at an address. Throws `Refused` NotAnswered and AnswerTooLarge. */
export const callOn =
  (apiUrl: string): CallOn =>
  async (request, path, method) => {
    const { headers, sent } = request;
    const authorization = authorizationOf(request);
    const target = addressBelow(apiUrl, '/', path.slice(1) + (sent.query && `?${sent.query}`));
    const given = headersPassedOn.flatMap((name) =>
      headers[name] === undefined ? [] : [[name, headers[name]] as const],
    );
    const init: RequestInit = {
      method,
      headers: { ...Object.fromEntries(given), ...(authorization && { authorization }), [passedOnHeader]: '1' },
      ...(sent.body !== undefined && method !== 'GET' && { body: new Uint8Array(sent.body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(millisecondsToAnswer),
    };
    try {
      return await answerOf(await fetch(target, init));
    } catch (error) {
      throw error instanceof Refused ? error : new Refused({ code: 'NotAnswered' });
    }
  };

const answerOf = async (response: Response): Promise<Answer> => {
  const { status } = response;
  const text = await textOfAnswer(response, maxBytes);
  if (text === undefined) throw new Refused({ code: 'AnswerTooLarge', fact: String(maxBytes) });
  const headers = headersNamed(response.headers, headersAnswered);
  return text === '' ? { status, headers } : { status, headers, text };
};
