/** Random people, policies and moments. */
import fc from 'fast-check';
import { pendingNotice } from '../../shared/domain/outbox.ts';
import type { Person } from '../../shared/domain/person.ts';
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { monday } from '../fakes/clock.ts';
import { settled } from './enforcement/aging.ts';

/** A moment from half a year before the first day to a year after it. */
export const moment = fc
  .integer({ min: -200 * 86_400, max: 400 * 86_400 })
  .map((seconds) => addSeconds(monday, seconds));
const days = fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 4 });

/** A policy whose clocks may be any, with terms of a domain over it. */
export const policy: fc.Arbitrary<Policy> = fc
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

/** A person in any state, at contoso.com. */
export const anybody: fc.Arbitrary<Person> = fc
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
      pendingNotices: owed.map((at: Instant) =>
        pendingNotice({ kind: 'licenceArrived', skuId: 'a' }, defaultPolicy, at),
      ),
      ...(mailbox && { mailbox: mailbox as NonNullable<Person['mailbox']> }),
    };
  });
