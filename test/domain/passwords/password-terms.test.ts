/** Domains set the age of passwords and the first warning, for the people whose user names are at them. */
import fc from 'fast-check';
import { takeDueSteps } from '../../../shared/domain/enforcement/due-steps.ts';
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import { administratorAddresses } from '../../../shared/domain/organisation.ts';
import {
  comesEarlier,
  domainTerms,
  notificationDays,
  passwordExpiry,
  passwordTerms,
} from '../../../shared/domain/passwords/password-terms.ts';
import { defaultPolicy, type Policy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { contoso } from '../../fakes/people.ts';
import { settled } from '../enforcement/aging.ts';

const at = (terms: object): Policy => ({ ...defaultPolicy, domains: { 'contoso.com': terms } });

test('a domain that sets nothing has the terms of the policy', () => {
  const usual = { validityDays: 90, warningDays: [14, 7, 1] };
  expect(passwordTerms(settled(), defaultPolicy)).toEqual(usual);
  expect(passwordTerms(settled(), at({}))).toEqual(usual);
  expect(domainTerms('other.com', at({ passwordValidityDays: 30 }))).toEqual(usual);
});

test('the domain is that of the user name, in any case', () => {
  const ada = settled({ userPrincipalName: 'Ada@Contoso.COM' });
  expect(passwordTerms(ada, at({ passwordValidityDays: 30 })).validityDays).toBe(30);
  expect(passwordExpiry(ada, at({ passwordValidityDays: 30 }))).toBe(addDays(monday, 30));
  expect(passwordExpiry(ada, at({ passwordValidityDays: 0 }))).toBeUndefined();
});

test.each([
  [{ passwordNotificationDays: 30 }, [30, 14, 7, 1]],
  [{ passwordNotificationDays: 10 }, [10, 7, 1]],
  [{ passwordNotificationDays: 7 }, [7, 1]],
  [{ passwordNotificationDays: 1 }, [1]],
  [{ passwordValidityDays: 14 }, [7, 1]],
  [{ passwordValidityDays: 0, passwordNotificationDays: 20 }, [20, 14, 7, 1]],
])('%j warns %j days before', (terms, warningDays) => {
  const found = domainTerms('contoso.com', at(terms));
  expect(found.warningDays).toEqual(warningDays);
  expect(notificationDays(found)).toBe(warningDays[0]);
});

test('somebody is warned and expires by the terms of the domain', () => {
  const policy = at({ passwordValidityDays: 20, passwordNotificationDays: 5 });
  expect(nextDue(settled(), policy)).toBe(addDays(monday, 15));
  const warned = takeDueSteps(settled(), policy, addDays(monday, 15));
  expect(warned?.person.password.warnedDays).toBe(5);
  expect(takeDueSteps(settled(), policy, addDays(monday, 20))?.person.password.expired).toBe(true);
});

test('whoever is reached by a window that was widened is told of the days that are left', () => {
  const steps = takeDueSteps(settled(), at({ passwordNotificationDays: 30 }), addDays(monday, 65));
  expect(steps?.person.password.warnedDays).toBe(30);
  expect(steps?.person.pendingNotices).toMatchObject([{ kind: 'passwordWarning', days: 25 }]);
});

test.each([
  ['a shorter period', {}, { passwordValidityDays: 60 }, true],
  ['a longer period', {}, { passwordValidityDays: 120 }, false],
  ['a wider window', {}, { passwordNotificationDays: 20 }, true],
  ['a narrower window', {}, { passwordNotificationDays: 7 }, false],
  ['a window between two warnings, for who has had the wider one', {}, { passwordNotificationDays: 5 }, true],
  ['a period where there was none', { passwordValidityDays: 0 }, { passwordValidityDays: 730 }, true],
  ['no period any more', {}, { passwordValidityDays: 0 }, false],
  ['a longer period with a much wider window', {}, { passwordValidityDays: 95, passwordNotificationDays: 30 }, true],
  ['the same', { passwordValidityDays: 90 }, {}, false],
])('%s: whether somebody may be due earlier', (_what, old, fresh, expected) => {
  const terms = (some: object) => domainTerms('contoso.com', at(some));
  expect(comesEarlier(terms(old), terms(fresh))).toBe(expected);
});

const someTerms = fc.record(
  {
    passwordValidityDays: fc.oneof(fc.constant(0), fc.integer({ min: 14, max: 120 })),
    passwordNotificationDays: fc.integer({ min: 1, max: 30 }),
  },
  { requiredKeys: [] },
);

test('when nobody may be due earlier, nobody is', () => {
  const given = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined });
  fc.assert(
    fc.property(someTerms, someTerms, given, (old, fresh, warnedDays) => {
      const ada = settled();
      const one = { ...ada, password: { ...ada.password, ...(warnedDays !== undefined && { warnedDays }) } };
      const isEarlier = (nextDue(one, at(fresh)) ?? '~') < (nextDue(one, at(old)) ?? '~');
      const mayBe = comesEarlier(domainTerms('contoso.com', at(old)), domainTerms('contoso.com', at(fresh)));
      expect(isEarlier && !mayBe).toBe(false);
    }),
  );
});

test('administrators are everybody who must hear, each once', () => {
  expect(administratorAddresses(contoso)).toEqual(['admin@contoso.com']);
  const technicalMails = ['it@contoso.com', 'Admin@contoso.com', 'IT@contoso.com'];
  expect(administratorAddresses({ ...contoso, technicalMails })).toEqual(['admin@contoso.com', 'it@contoso.com']);
});
