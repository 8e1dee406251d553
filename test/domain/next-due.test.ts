/** The index and the steps agree, for every person and policy: nobody is forgotten, nobody is due for ever. */
import fc from 'fast-check';
import { owe, takeDueSteps } from '../../shared/domain/due-steps.ts';
import { nextDue } from '../../shared/domain/next-due.ts';
import type { Person } from '../../shared/domain/person.ts';
import { addDays, addSeconds, type Instant } from '../../shared/domain/time.ts';
import { defaultPolicy, type Policy } from '../../shared/policy.ts';
import { monday } from '../fakes/clock.ts';
import { settled } from './aging.ts';

const moment = fc.integer({ min: -200 * 86_400, max: 400 * 86_400 }).map((seconds) => addSeconds(monday, seconds));
const days = fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 4 });

const policy: fc.Arbitrary<Policy> = fc
  .record({
    passwordValidityDays: fc.constantFrom(0, 14, 90, 730),
    passwordWarningDays: days,
    graceReminderDays: days,
    mailboxGraceDays: fc.integer({ min: 1, max: 365 }),
    mailRetryMinutes: fc.integer({ min: 1, max: 1440 }),
    domain: fc.record(
      {
        passwordValidityDays: fc.constantFrom(0, 14, 30, 400),
        passwordNotificationDays: fc.integer({ min: 1, max: 30 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ domain, ...numbers }) => ({ ...defaultPolicy, ...numbers, domains: { 'contoso.com': domain } }));

const maybe = <Key extends string, Value>(key: Key, value: fc.Arbitrary<Value>) =>
  fc
    .option(value, { nil: undefined })
    .map((some) => (some === undefined ? {} : { [key]: some }) as { [Name in Key]?: Value });

const all = <Value extends object>(...parts: fc.Arbitrary<object>[]): fc.Arbitrary<Value> =>
  fc.tuple(...parts).map((objects) => Object.assign({}, ...objects) as Value);

const anybody: fc.Arbitrary<Person> = fc
  .record({
    password: all<Partial<Person['password']>>(
      fc.record({ changedDateTime: moment }),
      maybe('temporaryUntil', moment),
      maybe('lapsed', fc.constant(true)),
      maybe('expired', fc.constant(true)),
      maybe('warnedDays', fc.integer({ min: 1, max: 120 })),
    ),
    mailbox: fc.option(
      fc.oneof(
        fc.constantFrom({ state: 'active' }, { state: 'disabled' }),
        all(
          fc.record({ state: fc.constant('grace'), graceSince: moment }),
          maybe('remindedDays', fc.integer({ min: 1, max: 120 })),
        ),
      ),
      { nil: undefined },
    ),
    mail: fc.oneof(
      fc.constant({ state: 'sent' }),
      fc.record({ state: fc.constant('owed'), retryAt: moment, retries: fc.integer({ min: 0, max: 40 }) }),
    ),
    owed: fc.array(moment, { maxLength: 3 }),
  })
  .map(({ password, mailbox, mail, owed }) => {
    const ada = settled();
    return {
      ...ada,
      password: { ...ada.password, ...password },
      credentialMail: { ...ada.credentialMail, ...mail } as Person['credentialMail'],
      owedNotices: owed.map((at: Instant) => owe({ kind: 'licenceArrived', skuId: 'a' }, defaultPolicy, at)),
      ...(mailbox && { mailbox: mailbox as NonNullable<Person['mailbox']> }),
    };
  });

test('after its steps a person is due later, or never', () => {
  fc.assert(
    fc.property(anybody, policy, moment, (one, rules, now) => {
      const steps = takeDueSteps(one, rules, now);
      const due = nextDue(steps?.person ?? one, rules);
      expect(due === undefined || due > now).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('steps are due exactly when the index says so', () => {
  fc.assert(
    fc.property(anybody, policy, moment, (one, rules, now) => {
      const due = nextDue(one, rules);
      expect(takeDueSteps(one, rules, now) !== undefined).toBe(due !== undefined && due <= now);
    }),
    { numRuns: 2000 },
  );
});

test('taken twice, the steps are taken once', () => {
  fc.assert(
    fc.property(anybody, policy, moment, (one, rules, now) => {
      const after = takeDueSteps(one, rules, now)?.person ?? one;
      expect(takeDueSteps(after, rules, now)).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test('swept at any moments on the way, a person ends in the same state', () => {
  const forgetting = ({ password: { warnedDays: _days, ...password }, mailbox }: Person) => [password, mailbox?.state];
  fc.assert(
    fc.property(anybody, policy, fc.array(moment, { maxLength: 6 }), (one, rules, moments) => {
      const end = addDays(monday, 1300);
      let stepwise = one;
      for (const now of [...moments.toSorted(), end]) stepwise = takeDueSteps(stepwise, rules, now)?.person ?? stepwise;
      const atOnce = takeDueSteps(one, rules, end)?.person ?? one;
      expect(forgetting(stepwise)).toEqual(forgetting(atOnce));
    }),
    { numRuns: 1000 },
  );
});
