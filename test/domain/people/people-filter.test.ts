/** What can be asked of people, what is refused, and for whom a filter holds. */
import fc from 'fast-check';
import { listName } from '../../../shared/domain/people/list-name.ts';
import { type ListedPerson, matchesFilter } from '../../../shared/domain/people/people-filter.ts';
import { locationOf, rangeOf } from '../../../shared/domain/people/people-order.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { parseFilter } from '../../../shared/graph/odata/odata-filter.ts';
import { peopleFilter } from '../../../shared/graph/people/user-filter.ts';
import { person } from '../../fakes/people.ts';

const filterOf = (text: string) => peopleFilter(parseFilter(text), defaultPolicy);
const refusalOf = (text: string) => {
  try {
    filterOf(text);
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0];
    throw error;
  }
  return undefined;
};

const ada: ListedPerson = {
  ...person('Ada'),
  displayName: "Ada O'Neil",
  department: 'Research',
  assignedLicenses: [{ skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900' }],
  mailbox: { state: 'active' },
};

test.each([
  ["userPrincipalName eq 'ADA@contoso.com'", true],
  ["userPrincipalName eq 'ada@contoso'", false],
  ["displayName eq 'ada o''neil'", true],
  ["displayName eq 'Ada'", false],
  ["mail eq 'ada@CONTOSO.com'", true],
  ['mail eq null', false],
  ["startswith(userPrincipalName,'ad')", true],
  ["startsWith(displayName, 'ADA O''')", true],
  ["startswith(displayName,'Ada') eq true", true],
  ["startswith(displayName,'')", true],
  ["startswith(mail,'b')", false],
  [`id eq '${ada.id}'`, true],
  [`id eq ${ada.id.toUpperCase()}`, true],
  ["department eq 'research'", true],
  ['department eq null', false],
  ["department eq 'Resear'", false],
  ['accountEnabled eq true', true],
  ['accountEnabled eq False', false],
  ['assignedLicenses/any(s:s/skuId eq 6fd2c87f-b296-42f0-b197-1e91e994b900)', true],
  ["assignedLicenses/any(x:x/skuId eq '6FD2C87F-b296-42f0-b197-1e91e994b900')", true],
  ["assignedLicenses/ANY(s:s/SkuId EQ 'sku-e3')", false],
  ["(accountEnabled eq true) and (department eq 'Research' and startswith(displayName,'ada'))", true],
  ["ACCOUNTENABLED EQ true AND Department eq 'Sales'", false],
])('%s holds: %s', (text, expected) => {
  expect(matchesFilter(filterOf(text), ada)).toBe(expected);
});

test('who has no mailbox has no mail; who has no department has none', () => {
  const { mailbox, department, ...without } = ada;
  expect(matchesFilter(filterOf('mail eq null and department eq null'), without)).toBe(true);
  expect(matchesFilter(filterOf("startswith(mail,'')"), without)).toBe(false);
  expect(matchesFilter(filterOf("mail eq 'ada@contoso.com'"), without)).toBe(false);
});

test.each([
  ['ΣΑΣΟΣ', 'σας'],
  ['Zoe\u0308', 'ZOË'],
  ['İpek', 'i\u0307'],
  ['STRASSE', 'strasse'],
])('%s begins with %s: case and ways to write an accent do not matter', (displayName, value) => {
  const filter = [{ property: 'displayName', test: 'startswith', value }] as const;
  expect(matchesFilter(filter, { ...ada, displayName })).toBe(true);
});

test.each([
  "displayName eq 'a' or displayName eq 'Ada O''Neil'",
  "displayName eq 'a' or department eq 'b' or accountEnabled eq true",
  "not (displayName eq 'a')",
  "not startswith(displayName,'b')",
  "displayName ne 'a'",
  'accountEnabled ne false',
  'mail ne null',
  "endswith(mail,'@contoso.com')",
  "endsWith(userPrincipalName,'@CONTOSO.com')",
  "startswith(displayName,'b') eq false",
  "startswith(displayName,'b') ne true",
  "startswith(department,'res')",
  "displayName in ('a','ada o''neil')",
  "department in ('Research')",
  `id in ('x',${ada.id})`,
  "userPrincipalName IN ('t10c@contoso.com','ADA@contoso.com')",
  "userType eq 'Member' and userType ne 'guest'",
  'assignedLicenses/$count eq 1',
  'AssignedLicenses/$Count ne 0 and assignedLicenses/$count gt 0 and assignedLicenses/$count ge 1',
  'assignedLicenses/$count le 1 and assignedLicenses/$count lt 2',
  'assignedLicenses/any()',
  'not (assignedLicenses/$count eq 0)',
  "not assignedLicenses/any(s:s/skuId eq 'sku-e3')",
  "(accountEnabled eq false or department eq 'Research') and not (mail eq null or displayName eq 'x')",
  "mailNickname eq 'ADA'",
])('%s holds, and what says the opposite does not', (text) => {
  expect(matchesFilter(filterOf(text), ada)).toBe(true);
  if (!text.startsWith('mailNickname')) expect(matchesFilter(filterOf(`not (${text})`), ada)).toBe(false);
});

test.each([
  "mailNickname eq 'a' or displayName eq 'b'",
  "not (mailNickname eq 'a')",
  "mailNickname in ('a','b')",
  "startswith(mailNickname,'a')",
  "contains(displayName,'a')",
  'startswith(displayName,mail)',
  "startswith(mail,'a') gt true",
  "jobTitle eq 'Engineer'",
  'onPremisesSyncEnabled eq true',
  "startswith(companyName,'a')",
  "displayName gt 'a'",
  "displayName in ('a',mail)",
  'createdDateTime ge 2026-01-01T00:00:00Z',
  "tolower(displayName) eq 'a'",
  "'a' eq displayName",
  'accountEnabled',
  'displayName eq mail',
  'otherMails/$count eq 0',
  'assignedLicenses/$count has 0',
  'assignedLicenses/all(s:s/skuId eq 6fd2c87f-b296-42f0-b197-1e91e994b900)',
  'assignedLicenses/any(s:s/skuId ne 6fd2c87f-b296-42f0-b197-1e91e994b900)',
  'assignedLicenses/any(s:x/skuId eq 6fd2c87f-b296-42f0-b197-1e91e994b900)',
  "assignedLicenses/any(s:s/skuId eq 'a' or s/skuId eq 'b')",
  "otherMails/any(m:m eq 'ada@example.com')",
  "credentialMail/state eq 'owed'",
  "not (passwordState eq 'expired')",
  "passwordState eq 'expired' or passwordState eq 'lapsed'",
  'passwordExpiresDateTime eq 2026-04-05T09:00:00Z',
  'now() eq 1',
])('%s is OData that would need the whole directory: refused with what can be asked', (text) => {
  expect(refusalOf(text)).toMatchObject({
    code: 'FilterNotServed',
    target: '$filter',
    fact: expect.stringContaining('accountEnabled'),
  });
});

test.each([
  ['x', 'there is no property x'],
  ["__proto__ eq 'a'", 'there is no property __proto__'],
  ["constructor eq 'a'", 'there is no property constructor'],
  ["startswith(toString,'a')", 'there is no property toString'],
  ["not (a eq 1) or displayName eq 'b'", 'there is no property a'],
  ["groups/any(g:g/id eq 'x')", 'there is no property groups'],
  ['displayName eq 5', 'displayName is compared with a text in single quotes'],
  ['displayName eq null', 'displayName is compared with a text in single quotes'],
  ["accountEnabled eq 'true'", 'accountEnabled is compared with true or false'],
  ['accountEnabled eq null', 'accountEnabled is compared with true or false'],
  ['department eq true', 'department is compared with a text in single quotes'],
  ['startswith(displayName,5)', 'displayName is compared with a text in single quotes'],
  ['assignedLicenses/any(s:s/skuId eq 5)', 'skuId is compared with a GUID'],
  ['1', "a comparison is expected, such as mail eq '...'"],
  ["'ada'", "a comparison is expected, such as mail eq '...'"],
])('%s asks for nothing that a person has: %s', (text, fact) => {
  expect(refusalOf(text)).toEqual({ code: 'QueryInvalid', target: '$filter', fact });
});

test('every person who matches lies in the stretch that is read', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('ΣΑΣ', 'İ', 'e\u0301', 'Ada\tB', '😀'),
  );
  const bytes = (text: string) => Buffer.from(text);
  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 0, max: 200 }), fc.boolean(), (first, rest, repeat, descending) => {
      fc.pre(first.isWellFormed() && rest.isWellFormed());
      const displayName = first + rest + 'x'.repeat(repeat);
      const someone = { ...ada, displayName };
      const filters = [
        [{ property: 'displayName', test: 'startswith', value: first }] as const,
        [{ property: 'displayName', test: 'eq', value: displayName.toUpperCase() }] as const,
      ];
      for (const filter of filters) {
        if (!matchesFilter(filter, someone)) continue;
        const where = locationOf(filter, { by: 'displayName', descending });
        if (where.kind !== 'order') throw new Error('an order was wanted');
        const { from, to } = rangeOf(where.beginning, where.order);
        const place = bytes(listName(someone));
        expect([Buffer.compare(bytes(from), place), Buffer.compare(place, bytes(to))]).not.toContain(1);
      }
      expect(Buffer.byteLength(listName(someone))).toBeLessThanOrEqual(590);
    }),
  );
});

test('the place of a long beginning ends between characters, of which no table takes half', () => {
  const value = `x${'😀'.repeat(200)}`;
  const place = locationOf([{ property: 'userPrincipalName', test: 'startswith', value }]);
  expect(place).toMatchObject({ beginning: `x${'😀'.repeat(63)}` });
});
