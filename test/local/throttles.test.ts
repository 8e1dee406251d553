/** Throttles of routes in the local engine. */
import { createThrottles } from '../../infra/local/loops/throttles.ts';

const setup = () => {
  let now = 0;
  const passes = createThrottles(() => now);
  const route = { key: 'POST /v1.0/signIn', throttle: { perSecond: 2, burst: 3 } };
  const passing = (count: number, of: Parameters<typeof passes>[0] = route) =>
    Array.from({ length: count }, () => passes(of)).filter(Boolean).length;
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { passing, pass };
};

test('a burst passes, then as many a second as the route has, and never more than a burst', () => {
  const { passing, pass } = setup();
  expect(passing(10)).toBe(3);
  pass(499);
  expect(passing(10)).toBe(0);
  pass(1);
  expect(passing(10)).toBe(1);
  pass(3_600_000);
  expect(passing(10)).toBe(3);
});

test('each route has its own, and one without lets all pass', () => {
  const { passing } = setup();
  expect(passing(10)).toBe(3);
  expect(passing(10, { key: 'GET /v1.0/me' })).toBe(10);
  expect(passing(10, { key: 'POST /other', throttle: { perSecond: 1, burst: 1 } })).toBe(1);
});
