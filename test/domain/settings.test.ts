import { defaultPolicy } from '../../shared/domain/policy.ts';
import { readSettings } from '../../shared/settings.ts';
import { markOf } from '../../shared/work/enforcement/date-by-file.ts';

const organisation = {
  displayName: 'Contoso',
  verifiedDomains: ['contoso.com'],
  administratorMail: 'admin@contoso.com',
  senderMail: 'muster@contoso.com',
  signInUrl: 'https://sign-in.contoso.com',
  quickStartUrl: 'https://www.contoso.com/start',
};
const certificateArn = 'arn:aws-cn:acm:cn-north-1:111122223333:certificate/5d1f';
const problemOf = (file: unknown) => {
  try {
    readSettings(file);
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

test('an organisation is enough: everything else has a safe default', () => {
  expect(readSettings({ organisation })).toEqual({
    organisation: { ...organisation, preferredLanguage: 'en' },
    mail: { transport: 'ses' },
    importFileDays: 7,
    imports: {},
    policy: defaultPolicy,
    stackName: 'Muster',
    tags: {},
    alarms: { addresses: [] },
  });
});

test('numbers of the policy are overridden one by one', () => {
  const policy = { passwordValidityDays: 0, graceReminderDays: [3], passwordLength: { least: 15, most: 64 } };
  expect(readSettings({ organisation, policy }).policy).toEqual({ ...defaultPolicy, ...policy });
});

test('by NIST passwords have fifteen characters of whatever kinds and live for ever (weakness 11)', () => {
  const policyOf = (policy: object) => readSettings({ organisation, policy }).policy;
  const numbers = { passwordLength: { least: 15, most: 256 }, passwordClasses: 1, passwordValidityDays: 0 };
  expect(policyOf({ passwordRules: 'nist' })).toEqual({ ...defaultPolicy, ...numbers });
  const stated = { passwordLength: { least: 20, most: 64 }, passwordValidityDays: 365 };
  expect(policyOf({ passwordRules: 'nist', ...stated })).toEqual({ ...defaultPolicy, ...numbers, ...stated });
});

test('the rules of Entra are the default, and stating them dates nobody anew: the mark is made of this text', () => {
  const text = (policy: object) => JSON.stringify(readSettings({ organisation, policy }).policy);
  expect(text({ passwordRules: 'entra' })).toBe(text({}));
  expect(text({})).toBe(JSON.stringify(defaultPolicy));
  expect(text({})).not.toContain('passwordRules');
});

test('an upgrade dates nobody anew: the mark of the default is that of the release before', () => {
  expect(markOf(defaultPolicy)).toBe('f72f44f89fef0bd8238103e0655b5efcd3b2011fa3e8188d4a2b299d1217c274');
  expect(markOf({ ...defaultPolicy, passwordValidityDays: 30 })).not.toBe(markOf(defaultPolicy));
});

test('what a function is given reads as what the deployment was made of', () => {
  const { policy } = readSettings({ organisation, policy: { passwordRules: 'nist', passwordClasses: 2 } });
  expect(readSettings({ organisation, policy }).policy).toEqual(policy);
});

test('every setting that is missing is named, at once', () => {
  const message = problemOf({ organisation: {} });
  const required = Object.keys(organisation).filter((name) => name !== 'signInUrl');
  for (const name of required) expect(message).toContain(`organisation.${name}`);
  expect(problemOf({})).toContain('organisation');
  expect(problemOf(undefined)).toContain('settings');
});

test.each([
  ['a setting that is unknown', { organisation, mails: {} }, 'mails'],
  [
    'a number of the policy that is unknown',
    { organisation, policy: { paswordValidityDays: 30 } },
    'paswordValidityDays',
  ],
  ['audit entries that are kept for a week', { organisation, policy: { auditDays: 7 } }, 'policy.auditDays'],
  [
    'a password age below 14 days',
    { organisation, policy: { passwordValidityDays: 13 } },
    'policy.passwordValidityDays',
  ],
  [
    'a password age above 730 days',
    { organisation, policy: { passwordValidityDays: 731 } },
    'policy.passwordValidityDays',
  ],
  [
    'a password age in words',
    { organisation, policy: { passwordValidityDays: 'thirty' } },
    'policy.passwordValidityDays: it is 14 to 730 days, or 0 for passwords that live for ever',
  ],
  [
    'a lease shorter than a call',
    { organisation, policy: { credentialLeaseSeconds: 30 } },
    'policy.credentialLeaseSeconds',
  ],
  [
    '1,001 banned terms',
    { organisation, policy: { bannedPasswords: Array(1001).fill('term') } },
    'policy.bannedPasswords',
  ],
  ['an empty banned term', { organisation, policy: { bannedPasswords: [''] } }, 'policy.bannedPasswords.0'],
  [
    'a domain in capitals',
    { organisation: { ...organisation, verifiedDomains: ['Contoso.com'] } },
    'verifiedDomains.0',
  ],
  ['no domain', { organisation: { ...organisation, verifiedDomains: [] } }, 'organisation.verifiedDomains'],
  ['no address', { organisation: { ...organisation, administratorMail: 'admin' } }, 'organisation.administratorMail'],
  ['a language without mails', { organisation: { ...organisation, preferredLanguage: 'fr' } }, 'preferredLanguage'],
  ['no rate', { organisation, mail: { transport: 'ses', mailsPerSecond: 0 } }, 'mail.mailsPerSecond'],
  ['an option of imports that is unknown', { organisation, imports: { seats: 'hold' } }, 'seats'],
  ['an option of imports that is wrong', { organisation, imports: { seatsShort: 'wait' } }, 'imports.seatsShort'],
  [
    'a pattern of user names at another domain',
    { organisation, imports: { userNamePattern: '{givenName}@fabrikam.com' } },
    'imports.userNamePattern: The pattern of user names cannot be used: fabrikam.com',
  ],
  [
    'a moment for all imports',
    { organisation, imports: { sendCredentialsDateTime: '2026-01-31T09:00:00Z' } },
    'imports',
  ],
  ['seats among the policies', { organisation, policy: { seatsShort: 'unlicensed' } }, 'seatsShort'],
  ['SMTP without its server', { organisation, mail: { transport: 'smtp' } }, 'mail.host'],
  ['a transport that is none', { organisation, mail: { transport: 'pigeon' } }, 'mail'],
])('%s is refused by its name', (_what, file, name) => {
  expect(problemOf(file)).toContain(name);
});

test('SMTP has its defaults', () => {
  const mail = { transport: 'smtp', host: 'smtp.contoso.com', userName: 'muster', passwordSecretName: 'muster/smtp' };
  expect(readSettings({ organisation, mail }).mail).toEqual({ ...mail, port: 465, mailsPerSecond: 1 });
});

test('options of imports are chosen one by one', () => {
  const imports = {
    userNamePattern: '{givenName:1}{surname}',
    seatsShort: 'hold',
    existingPeople: 'update',
    licenses: ['ENTERPRISEPACK'],
  };
  expect(readSettings({ organisation, imports }).imports).toEqual(imports);
});

test.each(['http://contoso.com', 'https://contoso.com@evil.example', 'javascript:alert(1)'])(
  'people are not led to %s (weakness 18)',
  (address) => {
    for (const name of ['quickStartUrl', 'signInUrl'])
      expect(problemOf({ organisation: { ...organisation, [name]: address } })).toContain(`organisation.${name}`);
    expect(problemOf({ organisation, apiUrl: address })).toContain('apiUrl');
  },
);

test.each([
  ['Europe/Amsterdam', true],
  ['Asia/Shanghai', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['+02:00', false],
  ['', false],
])('a time zone %s is one: %s', (timeZone, isOne) => {
  const read = () => readSettings({ organisation: { ...organisation, timeZone } });
  if (isOne) expect(read().organisation.timeZone).toBe(timeZone);
  else expect(read).toThrow('organisation.timeZone: it is a time zone of IANA');
});

test.each([
  [{ stage: 'Test' }, 'stage'],
  [{ stage: 'a-stage-too-long-for-names' }, 'stage'],
  [{ stackName: '1st' }, 'stackName'],
  [{ tags: { 'aws:cost': 'x' } }, 'tags'],
  [{ alarms: { addresses: ['nobody'] } }, 'alarms.addresses.0'],
  [{ domain: { name: 'accounts.contoso.com' } }, 'domain.certificateArn'],
  [{ domain: { name: 'https://accounts.contoso.com', certificateArn } }, 'domain.name'],
  [
    { domain: { name: 'accounts.contoso.com', certificateArn: 'arn:aws:iam::111122223333:role/x' } },
    'domain.certificateArn',
  ],
  [
    { domain: { name: 'accounts.contoso.com', certificateArn }, apiUrl: 'https://x.contoso.com' },
    'apiUrl: domain says it',
  ],
  [{ mail: { transport: 'ses', shareOfRate: 0 } }, 'mail.shareOfRate'],
  [{ mail: { transport: 'ses', shareOfRate: 0.5, mailsPerSecond: 7 } }, 'mail.shareOfRate: mailsPerSecond says'],
])('how a deployment is made is checked before it is made: %j', (settings, problem) => {
  expect(problemOf({ organisation, ...settings })).toContain(`\n  ${problem}`);
});
