/** What is asked of a route, and how many calls to AWS it may make for it. */
import type { Ask, Via } from './ask.ts';
import type { World } from './world.ts';

export type RouteCase = {
  route: string;
  /** What sets it apart from the other cases of its route. */
  what?: string;
  /** Calls at most, by a function that is warm, the authorizer's included: `Query*16` are sixteen. */
  calls: string;
  /** What these calls are for, and why there are no fewer. */
  because: string;
  asks: (world: World, via: Via) => Ask | Promise<Ask>;
  /** As which it is answered; 200 where nothing is said. */
  status?: number;
};

/** The calls of a budget, one by one. */
export const callsOf = ({ calls }: Pick<RouteCase, 'calls'>): string[] =>
  calls
    .split(' ')
    .filter((call) => call !== '')
    .flatMap((call) => {
      const [name = '', times = '1'] = call.split('*');
      return Array.from({ length: Number(times) }, () => name);
    });
