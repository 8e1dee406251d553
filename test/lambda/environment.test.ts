/** The environment is read once, and what is wrong with it is named: by name, never by value. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readEnvironment } from '../../shared/lambda/environment.ts';
import { withSettingsBeside } from '../../shared/lambda/settings/beside-code.ts';

const settings = {
  organisation: {
    displayName: 'Contoso',
    verifiedDomains: ['contoso.com'],
    administratorMail: 'admin@contoso.com',
    senderMail: 'muster@contoso.com',
    signInUrl: 'https://sign-in.contoso.com',
    quickStartUrl: 'https://www.contoso.com/start',
  },
};
const names = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', 'SETTINGS'] as const;
const whole = { DIRECTORY_TABLE: 'people', IMPORTS_TABLE: 'imports', SETTINGS: JSON.stringify(settings), OTHER: 'x' };

const problemOf = (from: Record<string, string | undefined>) => {
  try {
    readEnvironment(names, from);
    return 'none';
  } catch (error) {
    return String(error);
  }
};

test('asked for some variables, it gives those, with settings read', () => {
  const environment = readEnvironment(names, whole);
  expect(Object.keys(environment)).toEqual([...names]);
  expect(environment.SETTINGS).toMatchObject({ organisation: settings.organisation, importFileDays: 7 });
});

test('every variable that is missing is named, at once', () => {
  const problem = problemOf({ OTHER: 'x' });
  for (const name of names) expect(problem).toContain(name);
  expect(problem).not.toContain('OTHER');
});

test('an empty variable is a missing one', () => {
  expect(problemOf({ ...whole, DIRECTORY_TABLE: '' })).toMatch(/: DIRECTORY_TABLE$/);
});

test.each([
  ['no JSON', '{"marked'],
  ['JSON that is no settings', '{"marked":1}'],
  [
    'settings of a deployment that do not say where people sign in',
    JSON.stringify({ organisation: { ...settings.organisation, signInUrl: undefined } }),
  ],
  [
    'settings with a secret where none belongs',
    JSON.stringify({ ...settings, mail: { transport: 'smtp', password: 'marked' } }),
  ],
])('wrong ones are named without their value: %s', (_what, SETTINGS) => {
  const problem = problemOf({ ...whole, SETTINGS });
  expect(problem).toMatch(/: SETTINGS$/);
  expect(problem).not.toContain('marked');
});

test('what may be absent may be absent', () => {
  expect(readEnvironment(['SMTP_PASSWORD_SECRET'], {})).toEqual({});
  expect(readEnvironment(['SMTP_PASSWORD_SECRET'], { SMTP_PASSWORD_SECRET: 'name' })).toEqual({
    SMTP_PASSWORD_SECRET: 'name',
  });
});

describe('settings beside the code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beside-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = pathToFileURL(join(folder, 'settings.json'));
  const known = { organisation: { signInUrl: 'https://api.example/signin' } };

  test('what is known at deployment only is laid over them', () => {
    const { signInUrl: _unknown, ...organisation } = settings.organisation;
    const bannedPasswords = Array.from(
      { length: 1000 },
      (_, index) => `sixteen-long-${String(index).padStart(3, '0')}`,
    );
    const written = JSON.stringify({ organisation, policy: { bannedPasswords } });
    expect(written.length).toBeGreaterThan(18_000);
    writeFileSync(file, written);
    expect(withSettingsBeside(known, file)).toEqual({
      organisation: { ...organisation, ...known.organisation },
      policy: { bannedPasswords },
    });
  });

  test('without a file what is known is all; one that is no JSON is a fault', () => {
    expect(withSettingsBeside(known, pathToFileURL(join(folder, 'nowhere.json')))).toEqual(known);
    writeFileSync(file, '{');
    expect(() => withSettingsBeside(known, file)).toThrow(SyntaxError);
  });
});
