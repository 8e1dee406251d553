import { userNamePattern } from '../../../shared/domain/names/user-name-pattern.ts';
import { Refused, sentenceOf } from '../../../shared/domain/refusals.ts';

const domains = ['contoso.com', 'example.com'];

test('a pattern is text, properties and their first letters, at a domain', () => {
  expect(userNamePattern('X.{givenName:1}-{ surname }@Example.com', domains)).toEqual({
    parts: ['x.', { property: 'givenName', first: 1 }, '-', { property: 'surname' }],
    domain: 'example.com',
  });
  expect(userNamePattern(' {EMPLOYEEID} ', domains)).toEqual({
    parts: [{ property: 'employeeId' }],
    domain: 'contoso.com',
  });
});

test.each<[string, string]>([
  ['{nickname}@contoso.com', '{nickname} is no placeholder'],
  ['{password}', '{password} is no placeholder'],
  ['{__proto__}', '{__proto__} is no placeholder'],
  ['{givenName:0}', '{givenName:0} is no placeholder'],
  ['{givenName[0]}', '{givenName[0]} is no placeholder'],
  ['{}', '{} is no placeholder'],
  ['{givenName', 'a user name may not have "{"'],
  ['givenName}', 'a user name may not have "}"'],
  ['{{givenName}}', 'a user name may not have "{"'],
  ['{givenName} {surname}', 'a user name may not have " "'],
  ['{givenName}ü', 'a user name may not have "ü"'],
  ['{givenName}😀', 'a user name may not have "😀"'],
  ['{givenName}@fabrikam.com', 'fabrikam.com behind the @ is no domain of the organisation (contoso.com, example.com)'],
  ['{givenName}@{surname}', '{surname} behind the @ is no domain'],
  ['{givenName}@', 'nothing behind the @'],
  ['{givenName}@contoso.com@', 'more than one @'],
  ['admin', 'it has no placeholder'],
  ['', 'it has no placeholder'],
  [`{givenName}${'x'.repeat(64)}`, 'more than 64 characters'],
])('%j is refused: %s', (pattern, fact) => {
  const refusals = refusalsOf(() => userNamePattern(pattern, domains));
  expect(refusals).toMatchObject([{ code: 'UserNamePatternInvalid', target: 'userNamePattern' }]);
  expect(sentenceOf(refusals[0] as never)).toContain(fact);
  expect(sentenceOf(refusals[0] as never)).toContain('{mailNickname}');
});

const refusalsOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refused) return error.refusals;
  }
  return [];
};
