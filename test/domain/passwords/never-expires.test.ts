/** People whose password has no age: accounts that programs sign in with. */
import { auditOfChange } from '../../../shared/domain/audit.ts';
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import { neverExpires, passwordExpiry } from '../../../shared/domain/passwords/password-terms.ts';
import { opens } from '../../../shared/domain/passwords/sign-in.ts';
import { withUpdate } from '../../../shared/domain/people/person-update.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { life, settled } from '../enforcement/aging.ts';

const later = addDays(monday, 400);
const never = { passwordPolicies: neverExpires };
const kinds = (one: ReturnType<typeof settled>) => one.pendingNotices.map(({ kind }) => kind);

test('the sweep leaves the password alone, and signing in does not mind its age', () => {
  const { events, person } = life(settled(never), later);
  expect(events).toEqual([]);
  expect(nextDue(person, policy)).toBeUndefined();
  expect(passwordExpiry(person, policy)).toBeUndefined();
  expect(opens({ ...person, password: { ...person.password, mustChange: false } }, policy, later)).toBe('open');
});

test('a temporary password still lapses', () => {
  const before = settled(never);
  const temporary = {
    ...before,
    password: { ...before.password, mustChange: true, temporaryUntil: addDays(monday, 7) },
  };
  expect(life(temporary, later).events).toMatchObject([[addDays(monday, 7), 'temporaryPasswordLapsed']]);
});

test('a warning that waits is taken back; what has expired stays so until it is changed', () => {
  const warned = { ...settled(), pendingNotices: [] as never[] };
  const { person: inTime } = life(warned, addDays(monday, 80));
  const owed = { kind: 'passwordWarning', days: 14, expiresAt: later, id: 'n', retryAt: later, tries: 0 } as const;
  const changed = withUpdate({ ...inTime, pendingNotices: [owed] }, never, { now: later, policy });
  expect(changed && kinds(changed)).toEqual([]);
  const { person: over } = life(settled(), addDays(monday, 100));
  const mended = withUpdate(over, never, { now: later, policy });
  expect(mended?.password.expired).toBe(true);
});

test('it is on record, and taken back by null', () => {
  const before = settled();
  const after = withUpdate(before, never, { now: monday, policy });
  if (!after) throw new Error('nothing changed');
  const audit = { id: 'e', activity: 'Update user', now: monday } as const;
  const initiatedBy = { kind: 'operator', id: 'o', displayName: 'O' } as const;
  expect(auditOfChange(before, after, { ...audit, initiatedBy }).modifiedProperties).toEqual([
    { displayName: 'passwordPolicies', oldValue: undefined, newValue: neverExpires },
  ]);
  expect(withUpdate(after, { passwordPolicies: null }, { now: monday, policy })).not.toHaveProperty('passwordPolicies');
});
