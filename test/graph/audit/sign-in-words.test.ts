/** What a shown sign-in tells can be found again by whoever tells it in another language. */
import type { SignInOutcome, SignInRecord } from '../../../shared/domain/passwords/sign-in-record.ts';
import { instant } from '../../../shared/domain/time.ts';
import { factsIn, graphSignIn, reasonOf } from '../../../shared/graph/audit/graph-sign-in.ts';

const outcomes: readonly SignInOutcome[] = [
  ...(['SignedIn', 'PasswordChangeRequired', 'SignInFailed', 'SignInLocked'] as const),
  ...(['PasswordLapsed', 'AccountBlocked', 'UserUnknown', 'ClientUnknown'] as const),
];

const record = (outcome: SignInOutcome, more: Partial<SignInRecord> = {}): SignInRecord => ({
  id: 's-1',
  createdDateTime: instant('2026-01-05T09:00:00.000Z'),
  outcome,
  ...more,
});

test('each outcome is told apart from every other, though two share a code of Entra', () => {
  expect(outcomes.map((outcome) => reasonOf(graphSignIn(record(outcome)).status))).toEqual(outcomes);
  const subject = { kind: 'application', id: 'a-1', displayName: 'Payroll' } as const;
  expect(reasonOf(graphSignIn(record('SignInFailed', { subject })).status)).toBe('SecretWrong');
});

test('how many they were, until when the name was locked, and whether the browser was known', () => {
  const lockedUntil = instant('2026-01-05T09:15:00.000Z');
  const source = { ipAddress: '192.0.2.7', userAgent: 'curl/8', isKnownBrowser: true };
  const { status } = graphSignIn(record('SignInLocked', { count: 37, lockedUntil, source }));
  expect(factsIn(status.additionalDetails)).toEqual({ count: 37, lockedUntil, isKnownBrowser: true });
  expect(factsIn('')).toEqual({ count: undefined, lockedUntil: undefined, isKnownBrowser: false });
});
