import { read } from '../reading.ts';

/** As a user pool gives it, in the order of its attributes. */
const headings =
  'profile,address,birthdate,gender,preferred_username,updated_at,website,picture,phone_number,phone_number_verified,zoneinfo,locale,email,email_verified,given_name,family_name,middle_name,name,nickname,custom:team,cognito:mfa_enabled,cognito:username';

const line = (cells: Record<string, string>) =>
  headings
    .split(',')
    .map((heading) => cells[heading] ?? '')
    .join(',');

const ada = {
  'cognito:username': 'ada@contoso.com',
  name: 'Lovelace\\, Ada',
  given_name: 'Ada',
  family_name: 'Lovelace',
  address: 'Main Street 1\\, 2nd floor\\,London',
  email: 'ada@example.net',
  email_verified: 'TRUE',
  phone_number: '+441632960001',
  locale: 'en_GB',
  'custom:team': 'a\\,b',
  'cognito:mfa_enabled': 'FALSE',
};
const draft = {
  userPrincipalName: 'ada@contoso.com',
  displayName: 'Lovelace, Ada',
  givenName: 'Ada',
  surname: 'Lovelace',
  streetAddress: 'Main Street 1, 2nd floor,London',
  otherMails: ['ada@example.net'],
  mobilePhone: '+441632960001',
  preferredLanguage: 'en-GB',
};

test('Cognito: every attribute, commas escaped, cut anywhere', async () => {
  const sheet = `${headings}\n${line(ada)}\n`;
  for (const pieceSize of [1, 2, 3, 7, 500, 65_536]) {
    const { file, drafts } = await read(sheet, pieceSize);
    expect(file).toMatchObject({ format: 'Cognito', isMigration: false });
    expect(drafts).toEqual([draft]);
  }
});

test('Cognito: the headings of a script, in any order', async () => {
  const { file, drafts } = await read('cognito:username,name,email,email_verified\nben@contoso.com,Ben,,false\n');
  expect(file.format).toBe('Cognito');
  expect(drafts).toEqual([{ userPrincipalName: 'ben@contoso.com', displayName: 'Ben' }]);
});

test('Cognito: a name of both names where there is none, and no other address that is the user name', async () => {
  const { drafts } = await read(`${headings}\n${line({ ...ada, name: '', email: 'ADA@contoso.com' })}\n`);
  const { otherMails: _, ...rest } = draft;
  expect(drafts).toEqual([{ ...rest, displayName: 'Ada Lovelace' }]);
});

test('Cognito: a backslash at the very end, before a quote, or alone is itself', async () => {
  const { drafts } = await read(
    'cognito:username,name,nickname,address\na@contoso.com,A\\B,,"x\\,y, z"\nb@contoso.com,Ben,,C:\\',
    1,
  );
  expect(drafts).toMatchObject([{ displayName: 'A\\B', streetAddress: 'x,y, z' }, { streetAddress: 'C:\\' }]);
});

test('in any other file a backslash is a character', async () => {
  const { drafts } = await read('User Name,Display Name,City\na@contoso.com,Ada\\,Delft\n');
  expect(drafts).toEqual([{ userPrincipalName: 'a@contoso.com', displayName: 'Ada\\', city: 'Delft' }]);
});
