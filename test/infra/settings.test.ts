import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOf } from '../../infra/settings-file.ts';
import { contoso, synthesized } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (settings: unknown): string => {
  const file = join(folder, 'settings.json');
  writeFileSync(file, typeof settings === 'string' ? settings : JSON.stringify(settings));
  return file;
};

test.each(
  Object.keys(contoso.organisation).filter(
    (name) => !['preferredLanguage', 'usageLocation', 'signInUrl'].includes(name),
  ),
)('a file without organisation.%s is refused by its name', (name) => {
  const file = fileWith({ ...contoso, organisation: { ...contoso.organisation, [name]: undefined } });
  expect(() => settingsOf(file)).toThrow(`organisation.${name}`);
  expect(() => settingsOf(file)).toThrow(file);
});

test.each([0, 0.019, 0.49])(
  '%d mails a second are refused: a call would end before its turn (mistake 11)',
  (mailsPerSecond) => {
    const smtp = { transport: 'smtp', host: 'smtp.contoso.com', userName: 'muster', passwordSecretName: 'smtp' };
    for (const mail of [{ transport: 'ses' }, smtp]) {
      expect(() => settingsOf(fileWith({ ...contoso, mail: { ...mail, mailsPerSecond } }))).toThrow(
        'mail.mailsPerSecond: it is 0.5 or more',
      );
      expect(() => settingsOf(fileWith({ ...contoso, mail: { ...mail, mailsPerSecond: 0.5 } }))).not.toThrow();
    }
  },
);

test('an empty, a broken and a missing file are refused by their name', () => {
  expect(() => settingsOf(fileWith({}))).toThrow('organisation');
  expect(() => settingsOf(fileWith('{'))).toThrow('settings.json');
  expect(() => settingsOf(join(folder, 'nowhere.json'))).toThrow('nowhere.json');
});

test('settings too long for a function are refused before they are deployed', () => {
  const bannedPasswords = Array.from({ length: 300 }, (_, index) => `contoso-word-${index}`);
  expect(() => synthesized({ ...contoso, policy: { bannedPasswords } })).toThrow('Shorten bannedPasswords');
});

test('functions read the settings that the file gave', () => {
  const { of } = synthesized({ ...contoso, policy: { mailboxGraceDays: 21 } });
  const environments = of('AWS::Lambda::Function').flatMap(
    ({ Properties }) => Properties.Environment.Variables.SETTINGS ?? [],
  );
  expect(environments).not.toHaveLength(0);
  for (const json of environments) expect(JSON.parse(json).policy.mailboxGraceDays).toBe(21);
});

test('where people sign in is what the file says, else the page of the API', () => {
  const settingsIn = ({ of }: ReturnType<typeof synthesized>) =>
    of('AWS::Lambda::Function').flatMap(({ Properties }) => Properties.Environment.Variables.SETTINGS ?? []);
  for (const json of settingsIn(synthesized())) {
    expect(JSON.parse(json).organisation.signInUrl).toBe(contoso.organisation.signInUrl);
  }
  const { signInUrl: _own, ...organisation } = contoso.organisation;
  for (const json of settingsIn(synthesized({ ...contoso, organisation }))) {
    const [before, address, after] = json['Fn::Join'][1];
    expect(before).toMatch(/"signInUrl":"$/);
    expect(address['Fn::GetAtt']).toEqual([expect.stringMatching(/^HttpApi/), 'ApiEndpoint']);
    expect(after).toMatch(/^\/signin"/);
  }
});
