/** An answer by what is kept between requests, and once more by what holds now, where that is something else. */

import { Refused } from '../domain/refusals.ts';
import { Outdated } from '../domain/settings/outdated.ts';
import type { Answer, FollowingRoutes, Request, Route, Routes } from './route.ts';

/** Each try that is lost means that somebody changed settings or licences meanwhile. */
const maxTries = 5;

/** Throws `Refused` ConcurrentChange where they keep being changed. Nothing was written by what does not hold. */
export const answerLatest = async (
  routes: FollowingRoutes,
  find: (among: Routes) => Route,
  request: Request,
): Promise<Answer> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const answer = await unlessOutdated(() => answerBy(routes, find, request));
    if (answer) return answer;
  }
  throw new Refused({ code: 'ConcurrentChange' });
};

const answerBy = async (routes: FollowingRoutes, find: (among: Routes) => Route, request: Request): Promise<Answer> => {
  const { value, check } = await routes.now();
  try {
    return await find(value).answer(request);
  } catch (error) {
    if (error instanceof Refused && mayBeOutdated(request)) await check?.();
    throw error;
  }
};

/**
 * What was refused by kept settings may be allowed by those of now, so they are looked at before it is. Not for strangers,
 * who are not to have anything read by what they send; nor where something is only shown.
 */
const mayBeOutdated = ({ principal, sent }: Request): boolean =>
  principal.kind !== 'anonymous' && sent.method !== 'GET';

const unlessOutdated = async (answer: () => Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Outdated) return undefined;
    throw error;
  }
};
