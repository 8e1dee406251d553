/** Requests to the API of this very origin, in the session of this browser. */
import { Problem, problemOf } from './problem.ts';

/** What is sent, beside method and path. */
export type Sent = {
  body?: unknown;
  /** The ETag that was read: the change is made only if nothing has changed since. */
  ifMatch?: string | undefined;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
};

/** An answer: its body, with the ETag of what it shows. */
export type Answer<Body> = { body: Body; etag: string | undefined };

type Surroundings = { language: string; signInAgain: () => Promise<boolean> };

/** Refusals come in `language`; `signInAgain` is asked when the session has ended, and says whether there is one again. */
const surroundings: Surroundings = { language: 'en', signInAgain: async () => false };

/** Tells requests what surrounds them. */
export const surround = (changed: Partial<Surroundings>): void => void Object.assign(surroundings, changed);

/** How often a request is sent again that the gateway turned away, which means that nothing was done. */
const triesWhenTurnedAway = 4;

/**
 * Asks the API: `path` begins behind `/v1.0/`. A request that finds the session ended waits until there is one again, and
 * is then sent once more, so that what was typed is not lost. Throws a `Problem`.
 */
export const call = async <Body = void>(method: string, path: string, sent: Sent = {}): Promise<Answer<Body>> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await callOnce<Body>(method, path, sent);
    } catch (thrown) {
      const problem = thrown as Problem;
      if (problem.kind === 'tooMany' && problem.reasons.length === 0 && tries < triesWhenTurnedAway) {
        await pause((problem.seconds ?? 2 ** (tries - 1)) * 1000);
      } else if (problem.kind !== 'signedOut' || tries > 1 || !(await surroundings.signInAgain())) throw problem;
    }
  }
};

/** The body of what is read. */
export const read = async <Body>(path: string, sent: Sent = {}): Promise<Body> => {
  const { body } = await call<Body>('GET', path, sent);
  return body;
};

/** As `call`, and asks nobody to sign in: for whoever asks whether somebody is. */
export const callOnce = async <Body>(method: string, path: string, sent: Sent = {}): Promise<Answer<Body>> => {
  const response = await sentTo(method, path, sent);
  const text = await response.text().catch(() => '');
  const body = parsed(text);
  if (!response.ok) throw problemOf(response.status, body, response.headers);
  return { body: body as Body, etag: response.headers.get('etag') ?? undefined };
};

const sentTo = async (method: string, path: string, { body, ifMatch, headers, signal }: Sent): Promise<Response> => {
  try {
    return await fetch(`/v1.0/${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        'accept-language': surroundings.language,
        'x-muster-console': '1',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    throw new Problem('offline');
  }
};

const parsed = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
