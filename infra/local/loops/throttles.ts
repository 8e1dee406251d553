/** Throttles of single routes, as API Gateway has them: a bucket of tokens each. */
import type { RouteDefinition } from '../template/routes.ts';

/** Whether a request to a route may pass now, which takes one of its tokens. A route without a throttle lets all pass. */
export type Throttles = (route: Pick<RouteDefinition, 'key' | 'throttle'>) => boolean;

/** Full buckets; `elapsed` are milliseconds of a clock that nobody sets. */
export const createThrottles = (elapsed: () => number = () => performance.now()): Throttles => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return ({ key, throttle }) => {
    if (!throttle) return true;
    const now = elapsed();
    const { tokens, at } = buckets.get(key) ?? { tokens: throttle.burst, at: now };
    const left = Math.min(throttle.burst, tokens + ((now - at) / 1000) * throttle.perSecond);
    buckets.set(key, { tokens: left >= 1 ? left - 1 : left, at: now });
    return left >= 1;
  };
};
