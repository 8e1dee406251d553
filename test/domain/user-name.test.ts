import fc from 'fast-check';
import { canonicalUserName, checkUserName, domainOf, localPartOf } from '../../shared/domain/user-name.ts';

const domains = ['contoso.com', 'example.com'];
const codeOf = (userName: string | undefined) => checkUserName(userName, domains)?.code ?? 'fine';

test.each([
  'ada@contoso.com',
  'Ada.Lovelace@Contoso.COM',
  ' ada@example.com ',
  "o'hara_1-2!#^~x@contoso.com",
  `${'a'.repeat(64)}@contoso.com`,
  '1@contoso.com',
  'a..b@contoso.com',
])('%s is fine', (userName) => {
  expect(codeOf(userName)).toBe('fine');
});

test.each([
  [undefined, 'UserNameMissing'],
  ['', 'UserNameMissing'],
  [' \t\u00a0', 'UserNameMissing'],
  ['ada', 'UserNameIllegal'],
  ['ada@', 'UserNameIllegal'],
  ['@contoso.com', 'UserNameIllegal'],
  ['a@b@contoso.com', 'UserNameIllegal'],
  ['a b@contoso.com', 'UserNameIllegal'],
  ['.ada@contoso.com', 'UserNameIllegal'],
  ['ada.@contoso.com', 'UserNameIllegal'],
  ['ada+x@contoso.com', 'UserNameIllegal'],
  ['ada%x@contoso.com', 'UserNameIllegal'],
  ['ada@contoso.com\r\nBcc: x', 'UserNameIllegal'],
  ['ada\0@contoso.com', 'UserNameIllegal'],
  ['josé@contoso.com', 'UserNameIllegal'],
  ['\u0430da@contoso.com', 'UserNameIllegal'],
  ['ada@cont\u043eso.com', 'UserNameIllegal'],
  ['\u0130da@contoso.com', 'UserNameIllegal'],
  ['\u0131da@contoso.com', 'UserNameIllegal'],
  ['jose\u0301@contoso.com', 'UserNameIllegal'],
  ['\uff41da@contoso.com', 'UserNameIllegal'],
  ['ada\u200b@contoso.com', 'UserNameIllegal'],
  ['ada@xn--cntoso-90a.com', 'DomainNotVerified'],
  ['ada\ufeff@contoso.com', 'UserNameIllegal'],
  [`${'a'.repeat(65)}@contoso.com`, 'ValueTooLong'],
  [`ada@${'b'.repeat(49)}.com`, 'ValueTooLong'],
  ['ada@fabrikam.com', 'DomainNotVerified'],
  ['ada@sub.contoso.com', 'DomainNotVerified'],
  ['ada@contoso.com.', 'DomainNotVerified'],
])('%j is refused: %s (case 43)', (userName, code) => {
  expect(codeOf(userName)).toBe(code);
});

test('a refusal names the domain, so that it can be looked up', () => {
  expect(checkUserName('ada@Fabrikam.com', domains)).toMatchObject({
    fact: 'fabrikam.com',
    target: 'userPrincipalName',
  });
});

test('names that differ in case or space are one name; the canonical form is its own (case 43)', () => {
  const legal = fc.stringMatching(/^[A-Za-z0-9'_!#^~-]{1,40}$/).map((local) => `${local}@Contoso.com`);
  fc.assert(
    fc.property(legal, (userName) => {
      const canonical = canonicalUserName(userName);
      expect(canonicalUserName(` ${userName.toUpperCase()}\n`)).toBe(canonical);
      expect(canonicalUserName(canonical)).toBe(canonical);
      expect(checkUserName(userName, domains)).toBeUndefined();
      expect([localPartOf(userName), domainOf(userName)]).toEqual([userName.split('@')[0], 'contoso.com']);
    }),
  );
});

test('whatever is let through is ASCII and can stand in a header, a key and an address (case 43)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      if (codeOf(`${text}@contoso.com`) === 'fine') expect(text.trim()).toMatch(/^[\x21-\x7e]+$/);
    }),
  );
});
