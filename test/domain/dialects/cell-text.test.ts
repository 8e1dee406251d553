import fc from 'fast-check';
import { textOfCell } from '../../../shared/domain/dialects/cell-text.ts';
import type { Column } from '../../../shared/domain/dialects/columns.ts';
import { draftFromRow } from '../../../shared/domain/dialects/draft-from-row.ts';
import { recogniseHeadings } from '../../../shared/domain/dialects/headings.ts';

test.each<[string, Column, string]>([
  ['="00123"', 'employeeId', '00123'],
  ['= "00123"', 'employeeId', '00123'],
  ['="+32471556677"', 'mobilePhone', '+32471556677'],
  ['="say ""hi"""', 'jobTitle', 'say "hi"'],
  ['="=1+1"', 'jobTitle', '=1+1'],
  ['="1.23457E+11"', 'employeeId', '1.23457E+11'],
  ['="  01234\u200b "', 'postalCode', '01234'],
  ["'00125", 'employeeId', '00125'],
  ["'00125A", 'employeeId', '00125A'],
  ["'1012 AB", 'postalCode', '1012 AB'],
  ["'+32471556677", 'mobilePhone', '+32471556677'],
  ["'(02) 555 12 34", 'faxNumber', '(02) 555 12 34'],
  ['’0471556677', 'businessPhones', '0471556677'],
  ["'1-2", 'officeLocation', '1-2'],
  ["'02-Jan", 'officeLocation', '02-Jan'],
  ["'4.47912E+11", 'mobilePhone', '4.47912E+11'],
  ["'=1+1", 'displayName', '=1+1'],
  ["'-", 'displayName', '-'],
  ["'@home", 'department', '@home'],
  ["'TRUE", 'accountEnabled', 'TRUE'],
])('%s in %s is %s', (cell, column, text) => {
  expect(textOfCell(cell, column)).toBe(text);
});

test.each<[string, Column]>([
  ["'t Hooft", 'surname'],
  ["'s-Gravenhage", 'city'],
  ['’s-Hertogenbosch', 'city'],
  ["'68 Club", 'department'],
  ["'40-'45-laan 3", 'streetAddress'],
  ["''t Hart", 'surname'],
  ["O'Brien", 'surname'],
  ["'", 'surname'],
  ["'t.hart@contoso.com", 'userPrincipalName'],
  ['-', 'displayName'],
  ['=', 'jobTitle'],
  ['=> sales', 'jobTitle'],
  ['+32 471 55 66 77', 'mobilePhone'],
  ['-12', 'officeLocation'],
  ['@ada', 'displayName'],
  ['+A (acting)', 'jobTitle'],
  ['#', 'department'],
  ['#1', 'officeLocation'],
  ['# 12', 'streetAddress'],
  ['12E5', 'employeeId'],
  ['1E3', 'department'],
  ['3.14', 'officeLocation'],
  ['02-Jan', 'officeLocation'],
  ['1900-01-12', 'officeLocation'],
  ['JAN-2026', 'employeeId'],
  ['MAR 1234', 'postalCode'],
  ['555.0', 'employeeId'],
  ['May', 'givenName'],
  ['2 May', 'displayName'],
])('%s in %s stays', (cell, column) => {
  expect(textOfCell(cell, column)).toBe(cell);
});

test.each<[string, Column, RegExp]>([
  ['=0032471556677', 'mobilePhone', /formula/],
  ['=+32471556677', 'mobilePhone', /formula/],
  ['=12', 'officeLocation', /formula/],
  ['=HYPERLINK("x")', 'jobTitle', /formula/],
  ['="a"&"b"', 'jobTitle', /formula/],
  ["=cmd|'/C calc'!A0", 'displayName', /formula/],
  ['＝1+1', 'displayName', /formula/],
  ['@SUM(A1)', 'displayName', /formula/],
  ['+SUM(A1:A2)', 'officeLocation', /formula/],
  ['4.47912E+11', 'mobilePhone', /4\.47912E\+11.*text/],
  ['4,47912E+11', 'businessPhones', /4,47912E\+11.*text/],
  ['4E+11', 'faxNumber', /shortened/],
  ['-4.4E+11', 'mobilePhone', /shortened/],
  ['1.23457e+11', 'employeeId', /shortened/],
  ['1.23457E11', 'employeeId', /shortened/],
  ['32471556677.0', 'mobilePhone', /shortened/],
  ['1.2E+03', 'postalCode', /shortened/],
  ['1.23457E+11', 'department', /shortened/],
  ['02-Jan', 'mobilePhone', /date/],
  ['2. Mär 2026', 'businessPhones', /date/],
  ['02-mei', 'postalCode', /date/],
  ['1月2日', 'faxNumber', /date/],
  ['####', 'mobilePhone', /narrow/],
  ['########', 'displayName', /narrow/],
  ['#NAME?', 'employeeId', /#NAME\?/],
  ['#VALUE!', 'mobilePhone', /#VALUE!/],
  ['#¡VALOR!', 'city', /error/],
  ['#DEEL/0!', 'city', /error/],
  ['#N/A', 'licences', /error/],
  ['#GETTING_DATA', 'city', /error/],
  ['Err:502', 'city', /error/],
  ['Fout:508', 'city', /error/],
])('%s in %s is refused', (cell, column, fact) => {
  expect(textOfCell(cell, column)).toEqual({ fact: expect.stringMatching(fact) });
});

const headings = recogniseHeadings(['User Name', 'Display Name', 'Password']);

test('a password is what it is, whatever it looks like, and no refusal repeats it', () => {
  const nasty = fc.constantFrom(
    '=',
    "'",
    '-',
    '+',
    '@',
    '#',
    '"',
    '="x"',
    "'00",
    '#N/A',
    '####',
    '4.1E+11',
    '=1+1',
    '0',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(nasty, fc.string({ minLength: 1 })), { minLength: 1 }), (parts) => {
      const password = parts.join('').trim();
      fc.pre(password !== '' && password.toLowerCase() !== '<clear>' && !password.includes('\ufffd'));
      expect(draftFromRow(headings, ['ada@contoso.com', 'Ada', password])).toMatchObject({ draft: { password } });
    }),
  );
});

test('a formula as a user name is none, as anything else that is not name@domain', () => {
  expect(draftFromRow(headings, ['=LOWER("a")', 'Ada', ''])).toEqual({
    refusals: [{ code: 'UserNameIllegal', target: 'User Name' }],
  });
});
