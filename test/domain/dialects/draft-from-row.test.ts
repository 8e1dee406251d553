import { cellsForReport, draftFromRow } from '../../../shared/domain/dialects/draft-from-row.ts';
import { recogniseHeadings } from '../../../shared/domain/dialects/headings.ts';
import { sentenceOf } from '../../../shared/domain/refusals.ts';

/** The outcome of one row of a file with the given headings and cells. */
const outcome = (cells: Record<string, string>) =>
  draftFromRow(recogniseHeadings(Object.keys(cells)), Object.values(cells));

const draft = (cells: Record<string, string>) => {
  const result = outcome({ 'User Name': 'a@contoso.com', 'Display Name': 'Ada', ...cells });
  if (!('draft' in result)) throw new Error('refused');
  const { userPrincipalName: _, displayName: __, ...rest } = result.draft;
  return rest;
};

test('text is trimmed, and a blank is absent', () => {
  expect(outcome({ 'User Name': ' a@contoso.com\u00a0', 'Display Name': '\tAda ', City: ' ', Fax: '' })).toEqual({
    draft: { userPrincipalName: 'a@contoso.com', displayName: 'Ada' },
  });
});

test('a missing user name or display name is for others to refuse', () => {
  expect(outcome({ 'User Name': '', 'Display Name': ' ' })).toEqual({ draft: {} });
});

test.each([
  ['Licenses', 'ENTERPRISEPACK; contoso:EMS,,ENTERPRISEPACK', { licences: ['ENTERPRISEPACK', 'EMS'] }],
  ['AccountSkuId', 'contoso:ENTERPRISEPACK', { licences: ['ENTERPRISEPACK'] }],
  ['Licenses', ' ; , ', {}],
  ['Roles', 'User Administrator; Reader, of Messages', { roles: ['User Administrator', 'Reader, of Messages'] }],
  [
    'Send Credentials To',
    'x@example.net, y@example.net;z@example.net',
    { sendCredentialsTo: ['x@example.net', 'y@example.net', 'z@example.net'] },
  ],
  ['Office Phone', '020 555; ext. 12, desk', { businessPhones: ['020 555; ext. 12, desk'] }],
  ['Alternate email address', 'x@example.net', { otherMails: ['x@example.net'] }],
  ['Office Number', '2.14', { officeLocation: '2.14' }],
  ['physicalDeliveryOfficeName', 'S1', { officeLocation: 'S1' }],
  ['Password', 'Pa55-word; x', { password: 'Pa55-word; x' }],
])('%s: %s', (heading, cell, expected) => {
  expect(draft({ [heading]: cell })).toEqual(expected);
});

test.each([
  ...['Yes', 'TRUE', 'ja', 'Waar', 'WAHR', 'sí', 's\u0069\u0301', 'Si', 'verdadero'].map(
    (word) => [word, true] as const,
  ),
  ...['No', 'false', 'NEE', 'Onwaar', 'nein', 'FALSCH', 'falso'].map((word) => [word, false] as const),
])('%s is %s', (word, answer) => {
  expect(draft({ 'Force Change Password': word })).toEqual({ mustChangePassword: answer });
  expect(draft({ 'Block Sign In': word })).toEqual({ accountEnabled: !answer });
  expect(draft({ accountEnabled: word })).toEqual({ accountEnabled: answer });
  expect(draft({ 'Block sign in (Yes/No) [accountEnabled] Required': word })).toEqual({ accountEnabled: !answer });
});

test('anything else is neither, and every such cell is named', () => {
  expect(
    outcome({ 'User Name': 'a', 'Display Name': 'b', 'Block Sign In': 'maybe', 'Force Change Password': '1' }),
  ).toEqual({
    refusals: [
      { code: 'YesOrNoExpected', target: 'Block Sign In' },
      { code: 'YesOrNoExpected', target: 'Force Change Password' },
    ],
  });
});

test('a refused password is not repeated', () => {
  const result = outcome({ 'User Name': 'a', 'Display Name': 'b', Password: 'Geheim\ufffd1' });
  expect(result).toMatchObject({ refusals: [{ code: 'ValueInvalid', target: 'Password' }] });
  expect(JSON.stringify(result)).not.toContain('Geheim');
  expect('refusals' in result && result.refusals.map(sentenceOf)).toEqual([
    expect.stringMatching(/^Password is not valid: it holds/),
  ]);
});

test("an IMAP migration's password and user name open the old system, and nothing here", () => {
  const cells = { EmailAddress: 'ada@contoso.com', UserName: 'old-ada', Password: 'old-secret' };
  expect(outcome(cells)).toEqual({
    draft: { migratedMailbox: true, userPrincipalName: 'ada@contoso.com', displayName: 'ada' },
  });
  expect(cellsForReport(recogniseHeadings(Object.keys(cells)), Object.values(cells), true)).toEqual([
    'ada@contoso.com',
    'old-ada',
    '',
  ]);
});

test('a hybrid migration brings mailboxes', () => {
  expect(outcome({ EmailAddress: 'ada@contoso.com', BadItemLimit: '10', MailboxType: 'PrimaryOnly' })).toEqual({
    draft: { migratedMailbox: true, userPrincipalName: 'ada@contoso.com', displayName: 'ada' },
  });
});

test("Google's people: a display name of both names, several addresses, and whether they are suspended", () => {
  expect(
    outcome({
      'First Name [Required]': 'Ada',
      'Last Name [Required]': 'Lovelace',
      'Email Address [Required]': 'ada@contoso.com',
      'Password [Required]': '****',
      'Recovery Email': 'x@example.net',
      'Work Secondary Email': 'y@example.net',
      'New Status [UPLOAD ONLY]': 'Suspended',
    }),
  ).toEqual({
    draft: {
      givenName: 'Ada',
      surname: 'Lovelace',
      userPrincipalName: 'ada@contoso.com',
      displayName: 'Ada Lovelace',
      otherMails: ['x@example.net', 'y@example.net'],
      accountEnabled: false,
    },
  });
});
