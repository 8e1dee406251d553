/** Scheduler's expressions. */
import { readExpression } from '../../infra/local/loops/schedule-times.ts';

const next = (expression: string, from: string, timezone = 'UTC') =>
  readExpression(expression, timezone)(new Date(from))?.toISOString();

test.each([
  ['rate(15 minutes)', '2026-01-31T09:00:10.000Z', '2026-01-31T09:15:10.000Z'],
  ['rate(1 day)', '2026-01-31T09:00:00.000Z', '2026-02-01T09:00:00.000Z'],
  ['cron(0/15 * * * ? *)', '2026-01-31T09:15:00.000Z', '2026-01-31T09:30:00.000Z'],
  ['cron(30 6 ? * MON-FRI *)', '2026-01-30T06:30:00.000Z', '2026-02-02T06:30:00.000Z'],
  ['cron(0 0 1 1,7 ? *)', '2026-01-31T09:00:00.000Z', '2026-07-01T00:00:00.000Z'],
  ['cron(0 0 L * ? *)', '2026-01-31T09:00:00.000Z', '2026-02-28T00:00:00.000Z'],
  ['cron(0 0 ? * 2 *)', '2026-01-31T09:00:00.000Z', '2026-02-02T00:00:00.000Z'],
  ['cron(0 0 1 1 ? 2030)', '2026-01-31T09:00:00.000Z', '2030-01-01T00:00:00.000Z'],
  ['cron(0 0 1 1 ? 2020)', '2026-01-31T09:00:00.000Z', undefined],
])('%s after %s', (expression, from, expected) => {
  expect(next(expression, from)).toBe(expected);
});

test('a time zone moves the wall clock', () => {
  expect(next('cron(0 9 * * ? *)', '2026-01-31T00:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-01-31T08:00:00.000Z');
});

test.each(['rate(5 fortnights)', 'cron(0 0 * *)', 'cron(0 25 * * ? *)', 'at(2026-01-01T00:00:00)'])(
  '%s is not known',
  (expression) => {
    expect(() => readExpression(expression, 'UTC')).toThrow(expression);
  },
);
