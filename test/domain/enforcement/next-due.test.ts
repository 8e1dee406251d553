/** The index and the steps agree, for every person and policy: nobody is forgotten, nobody is due for ever. */
import fc from 'fast-check';
import { takeDueSteps } from '../../../shared/domain/enforcement/due-steps.ts';
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { anybody, moment, policy } from '../anybody.ts';

test('after its steps a person is due later, or never', () => {
  fc.assert(
    fc.property(anybody, policy, moment, (one, rules, now) => {
      const steps = takeDueSteps(one, rules, now);
      const due = nextDue(steps?.person ?? one, rules);
      expect(due === undefined || due > now).toBe(true);
    }),
  );
});

test('steps are due exactly when the index says so', () => {
  fc.assert(
    fc.property(anybody, policy, moment, (one, rules, now) => {
      const due = nextDue(one, rules);
      expect(takeDueSteps(one, rules, now) !== undefined).toBe(due !== undefined && due <= now);
    }),
  );
});

test('taken twice, the steps are taken once', () => {
  fc.assert(
    fc.property(anybody, policy, moment, (one, rules, now) => {
      const after = takeDueSteps(one, rules, now)?.person ?? one;
      expect(takeDueSteps(after, rules, now)).toBeUndefined();
    }),
  );
});

test('swept at any moments on the way, a person ends in the same state (case 31)', () => {
  const forgetting = ({ password: { warnedDays: _days, ...password }, mailbox }: Person) => [password, mailbox?.state];
  fc.assert(
    fc.property(anybody, policy, fc.array(moment, { maxLength: 6 }), (one, rules, moments) => {
      const end = addDays(monday, 1300);
      let stepwise = one;
      for (const now of [...moments.toSorted(), end]) stepwise = takeDueSteps(stepwise, rules, now)?.person ?? stepwise;
      const atOnce = takeDueSteps(one, rules, end)?.person ?? one;
      expect(forgetting(stepwise)).toEqual(forgetting(atOnce));
    }),
  );
});
