import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOf } from '../../infra/settings-file.ts';
import { stackNameOf } from '../../shared/deployment-settings.ts';
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

/** What each function that follows the settings has of them in its environment, which takes 4 KB. */
const settingsIn = ({ of }: ReturnType<typeof synthesized>) =>
  of('AWS::Lambda::Function').flatMap(({ Properties }) => Properties.Environment.Variables.SETTINGS ?? []);

test('the environment has what is known at deployment only: where people sign in, unless the file says it', () => {
  const stated = settingsIn(synthesized());
  expect(stated).not.toHaveLength(0);
  expect(new Set(stated)).toEqual(new Set(['{}']));
  const { signInUrl: _own, ...organisation } = contoso.organisation;
  const page = settingsIn(synthesized({ ...contoso, organisation }));
  expect(page).toHaveLength(stated.length);
  for (const json of page) {
    const [before, address, after] = json['Fn::Join'][1];
    expect(before).toBe('{"organisation":{"signInUrl":"');
    expect(address['Fn::GetAtt']).toEqual([expect.stringMatching(/^HttpApi/), 'ApiEndpoint']);
    expect(after).toBe('/signin"}}');
  }
});

test('a stage that a deployment is told of goes before that of the file, and is held to the same rule', () => {
  const file = fileWith({ ...contoso, stage: 'test' });
  expect(stackNameOf(settingsOf(file))).toBe('Muster-test');
  expect(stackNameOf(settingsOf(file, { stage: 'second' }))).toBe('Muster-second');
  expect(stackNameOf(settingsOf(fileWith({ ...contoso, stackName: 'People' })))).toBe('People');
  expect(() => settingsOf(file, { stage: 'Second One' })).toThrow('stage: must be a lower case letter');
});
