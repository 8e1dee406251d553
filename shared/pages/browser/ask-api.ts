import type { TextName } from '../texts/page-texts.ts';
import type { Outcome, outcomeOf } from './outcome-of.ts';
import type { PageWindow } from './page-window.ts';

/** What is asked: relative to the page, which may be anywhere; a POST where nothing is said. */
export type Asked = { path: string; method?: 'GET' | 'POST' | 'DELETE'; body?: object };

/** How an answer is understood, and the refusals that there are texts for. */
export type Understanding = { outcomeOf: typeof outcomeOf; toldRefusals: readonly TextName[] };

/**
 * Asks the API as a page of it, which a header says: with that the browser's cookie counts. What the gateway turned away was not begun: it is asked again up to three times, each time after twice as
 * long, or as long as the answer says, before the person is told. What got no answer may have been done, and is told at
 * once. Runs in the browser by itself.
 */
export const askApi = async (
  window: PageWindow,
  { path, method = 'POST', body }: Asked,
  { outcomeOf: understand, toldRefusals }: Understanding,
): Promise<Exclude<Outcome, { kind: 'busy' }>> => {
  const requestMilliseconds = 30_000;
  const pauses = [1000, 2000, 4000];
  const longestPause = 10_000;

  const once = async (): Promise<Outcome> => {
    const answer = await window.fetch(path, {
      method,
      headers: { 'x-muster-console': '1', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      // One cookie holds the session, another tells that the person signed in with this browser before.
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(requestMilliseconds),
    });
    const read = await answer.json().catch(() => undefined);
    const { status, headers } = answer;
    return understand({ status, retryAfter: headers.get('retry-after'), body: read }, toldRefusals);
  };

  try {
    for (const pause of pauses) {
      const outcome = await once();
      if (outcome.kind !== 'busy') return outcome;
      const milliseconds = Math.max(pause, outcome.seconds * 1000);
      if (milliseconds > longestPause) return { kind: 'refused', problems: ['busy'], over: false };
      await new Promise<void>((resolve) => window.setTimeout(resolve, milliseconds));
    }
    const last = await once();
    return last.kind === 'busy' ? { kind: 'refused', problems: ['busy'], over: false } : last;
  } catch {
    return { kind: 'refused', problems: ['unreachable'], over: false };
  }
};
