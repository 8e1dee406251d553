import { mailboxAfter, skuNamed, waitingPlace } from '../../../shared/domain/licences/licences.ts';
import type { AssignedLicence, Mailbox } from '../../../shared/domain/person.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { catalogueOf, e3, ems } from '../../fakes/people.ts';

const catalogue = catalogueOf(e3, ems);
const holds = (skuId: string, ...disabledPlans: string[]): AssignedLicence[] => [
  { skuId, ...(disabledPlans.length > 0 && { disabledPlans }) },
];
const [has, hasOther] = [holds(e3.skuId), holds(ems.skuId)];
const waitsFor = (skuId: string) => [{ skuId, since: monday, place: 'x' }];
const later = addDays(monday, 40);
const active: Mailbox = { state: 'active' };
const grace: Mailbox = { state: 'grace', graceSince: monday, remindedDays: 7 };
const disabled: Mailbox = { state: 'disabled', graceSince: monday };
const fresh: Mailbox = { state: 'grace', graceSince: later };

test.each([
  ['nothing asked for', [], [], undefined, undefined],
  ['a licence without a mailbox', hasOther, [], undefined, undefined],
  ['waiting for one without a mailbox', [], waitsFor(ems.skuId), undefined, undefined],
  ['a licence with one', has, [], undefined, active],
  ['a licence whose plans are all switched off', holds(e3.skuId, 'mail'), [], undefined, active],
  ['waiting for one', [], waitsFor(e3.skuId), undefined, fresh],
  ['one held and another waited for', has, waitsFor(e3.skuId), undefined, active],
  ['the last one taken', [], [], active, fresh],
  ['one with a mailbox exchanged for one without', hasOther, [], active, fresh],
  ['grace goes on', [], [], grace, grace],
  ['grace goes on for who waits', [], waitsFor(e3.skuId), grace, grace],
  ['grace ends with a licence, reminders forgotten', has, [], grace, active],
  ['disabled stays so', [], waitsFor(e3.skuId), disabled, disabled],
  ['disabled comes back with a licence', has, [], disabled, active],
  ['still active', has, [], active, active],
])('%s', (_what, assignedLicenses, waitingLicenses, mailbox, expected) => {
  const person = { assignedLicenses, waitingLicenses, ...(mailbox && { mailbox }) };
  expect(mailboxAfter(person, catalogue, later)).toEqual(expected);
});

test('a licence is named by id or part number, in any case, also with its tenant', () => {
  for (const text of ['sku-e3', 'SKU-E3', 'enterprisepack', ' ENTERPRISEPACK ', 'contoso:EnterprisePack']) {
    expect(skuNamed(text, catalogue)?.skuId).toBe(e3.skuId);
  }
  for (const text of ['', 'E3', 'ENTERPRISE', 'contoso:', 'a:b:EMS']) expect(skuNamed(text, catalogue)).toBeUndefined();
});

test('places in a line sort by time, then row, then person', () => {
  const places = [
    waitingPlace(monday, 2, 'b'),
    waitingPlace(monday, 2, 'c'),
    waitingPlace(monday, 10, 'a'),
    waitingPlace(monday, 100_000_000, 'a'),
    waitingPlace(later, 0, 'a'),
  ];
  expect(places.toSorted()).toEqual(places);
});
