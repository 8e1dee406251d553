/** The settings file, secrets, and what makes a run read everybody. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBelow } from '../../clients/sync/directory/distinguished-name.ts';
import { attributesIn } from '../../clients/sync/directory/filters.ts';
import { markOf } from '../../clients/sync/settings/mark.ts';
import { readSecret } from '../../clients/sync/settings/secrets.ts';
import { readSettings } from '../../clients/sync/settings/settings.ts';
import { decodeWatermark, encodeWatermark, fullReason } from '../../clients/sync/source/watermark.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-sync-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (content: unknown): string => {
  const file = join(folder, 'muster-sync.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const least = {
  api: { url: 'https://muster.contoso.com/', clientId: 'agent' },
  directory: { controllers: ['ldaps://dc1.corp.local', 'ldap://dc2.corp.local'], account: 'svc@corp.local' },
};

test('the least that settings say is enough', () => {
  const settings = readSettings(written(least));
  expect(settings.api.url).toBe('https://muster.contoso.com');
  expect(settings).toMatchObject({
    scope: { organizationalUnits: [] },
    mapping: {},
    directory: { connectTimeoutSeconds: 10 },
  });
});

test('paths are seen from the folder of the settings', () => {
  const settings = readSettings(written({ ...least, directory: { ...least.directory, passwordFile: 'password' } }));
  expect(settings.directory.passwordFile).toBe(join(folder, 'password'));
});

test.each([
  [
    'the API in the open',
    { ...least, api: { ...least.api, url: 'http://muster.contoso.com' } },
    /api.url: must begin with https/,
  ],
  [
    'a controller without a scheme',
    { ...least, directory: { ...least.directory, controllers: ['dc1'] } },
    /directory.controllers.0/,
  ],
  [
    'a name where an objectGUID belongs',
    { ...least, scope: { organizationalUnits: ['OU=Staff,DC=corp'] } },
    /--object-guid/,
  ],
  ['a secret in the settings', { ...least, directory: { ...least.directory, password: 'x' } }, /password/],
  ['an unknown property', { ...least, mapping: { otherMails: 'mail' } }, /mapping/],
  ['no JSON', '{', /is not JSON/],
])('%s is refused, with where it is', (_, content, sentence) => {
  expect(() => readSettings(written(content))).toThrow(
    expect.objectContaining({ code: 'SettingsInvalid', exit: 2, message: expect.stringMatching(sentence) }),
  );
});

test('a secret comes from the environment, or from a file that nobody else may read', () => {
  const file = join(folder, 'secret');
  writeFileSync(file, 'geheim\n');
  chmodSync(file, 0o600);
  expect(readSecret({ file: undefined, variable: 'A' }, { A: 'word' })).toBe('word');
  expect(readSecret({ file, variable: 'A' }, {})).toBe('geheim');
  chmodSync(file, 0o640);
  expect(() => readSecret({ file, variable: 'A' }, {})).toThrow(expect.objectContaining({ code: 'SecretReadable' }));
  expect(readSecret({ file, variable: 'A' }, { CREDENTIALS_DIRECTORY: folder })).toBe('geheim');
  expect(() => readSecret({ file: undefined, variable: 'A' }, { A: '' })).toThrow(
    expect.objectContaining({ code: 'SecretMissing' }),
  );
  expect(() => readSecret({ file: `${file}-gone`, variable: 'A' }, {})).toThrow(
    expect.objectContaining({ code: 'SecretMissing' }),
  );
});

describe('everybody is read', () => {
  const now = new Date('2026-06-30T12:00:00Z');
  const known = {
    cookie: 'x',
    controller: 'dc1',
    mark: 'm',
    readDateTime: '2026-06-30T11:00:00Z',
    fullDateTime: '2026-06-29T12:00:00Z',
  };
  const reason = (changed: Partial<typeof known> | undefined, asked = false, retryIsComplete = true) =>
    fullReason(changed && { ...known, ...changed }, { asked, mark: 'm', retryIsComplete, now });

  test.each([
    [undefined, reason({})],
    ['asked', reason({}, true)],
    ['first', reason(undefined)],
    ['settings', reason({ mark: 'other' })],
    ['age', reason({ readDateTime: '2026-04-30T12:00:00Z' })],
    ['weekly', reason({ fullDateTime: '2026-06-23T11:59:59Z' })],
    ['retries', reason({}, false, false)],
  ])('because of %s', (expected, found) => expect(found).toBe(expected));

  test('a watermark comes back, and what is none is none', () => {
    expect(decodeWatermark(encodeWatermark(known))).toMatchObject(known);
    for (const text of [null, '', 'garbage', Buffer.from('{}').toString('base64')])
      expect(decodeWatermark(text)).toBeUndefined();
  });

  test('scope and mapping have one mark, in whatever order they are written', () => {
    const scope = { organizationalUnits: ['b', 'a'] };
    expect(markOf({ scope, mapping: { city: 'l', state: 'st' } })).toBe(
      markOf({ scope: { organizationalUnits: ['a', 'b'] }, mapping: { state: 'st', city: 'l' } }),
    );
    expect(markOf({ scope, mapping: {} })).not.toBe(markOf({ scope, mapping: { city: false } }));
  });
});

test('a name is below a container by whole parts', () => {
  expect(isBelow('CN=Ann,OU=Team,OU=Staff,DC=corp', 'ou=staff,dc=corp')).toBe(true);
  expect(isBelow('CN=Ann,OU=NoStaff,DC=corp', 'OU=Staff,DC=corp')).toBe(false);
  expect(isBelow('CN=Ng\\,OU=Staff,DC=corp', 'OU=Staff,DC=corp')).toBe(false);
  expect(isBelow('CN=Back\\\\,OU=Staff,DC=corp', 'OU=Staff,DC=corp')).toBe(true);
});

test('attributes of a filter are watched', () => {
  expect(attributesIn('(&(employeeType=staff)(!(title~=x))(uSN>=4)(memberOf:1.2.3:=CN=x))')).toEqual([
    'employeeType',
    'title',
    'uSN',
    'memberOf',
  ]);
});
