import { type MailLanguage, mailLanguages } from '../../shared/domain/organisation.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { administratorCredentials } from '../../shared/mail/administrator-credentials.ts';
import { administratorNotices } from '../../shared/mail/administrator-notices.ts';
import type { Credentials } from '../../shared/mail/credentials.ts';
import { dayOf, durationOf, minuteOf } from '../../shared/mail/moments.ts';
import { personCredentials } from '../../shared/mail/person-credentials.ts';
import { personNotice } from '../../shared/mail/person-notice.ts';
import {
  at,
  catalogue,
  chosen,
  credentials,
  hidden,
  organisation,
  password,
  person,
  seen,
  told,
} from './every-mail.ts';

const letterhead = (language: MailLanguage) => ({ organisation, language });
const english = letterhead('en');

describe('numbers', () => {
  const subjectFor = (days: number, language: MailLanguage) =>
    personNotice(person, { kind: 'passwordWarning', days, expiresAt: at }, catalogue, letterhead(language)).subject;

  test.each([
    ['en', 'in 1 day', 'in 14 days'],
    ['nl', 'over 1 dag', 'over 14 dagen'],
    ['de', 'in 1 Tag', 'in 14 Tagen'],
    ['zh-Hans', '1 天后', '14 天后'],
  ] as const)('days in %s', (language, one, many) => {
    expect(`${subjectFor(1, language)} `).toMatch(new RegExp(`${one}( |过)`));
    expect(subjectFor(14, language)).toContain(many);
  });

  test.each([
    ['en', ': 1 person', ': 2 people'],
    ['nl', ': 1 persoon', ': 2 personen'],
    ['de', ': 1 Person', ': 2 Personen'],
    ['zh-Hans', '：1 位用户', '：2 位用户'],
  ] as const)('people in %s', (language, one, two) => {
    const notice = { kind: 'mailboxDisabled', disabledAt: at } as const;
    const both = [told(notice), { ...told(notice), userPrincipalName: 'ben@contoso.com' }];
    const subjectOf = (count: number) =>
      administratorNotices('mailboxDisabled', { count, named: both.slice(0, count) }, catalogue, letterhead(language))
        .subject;
    expect(subjectOf(1).endsWith(one)).toBe(true);
    expect(subjectOf(2).endsWith(two)).toBe(true);
  });

  test.each([
    ['en', 0, '1 second'],
    ['en', 59, '59 seconds'],
    ['en', 60, '1 minute'],
    ['en', 125, '2 minutes, 5 seconds'],
    ['en', 3600 + 61, '1 hour, 1 minute'],
    ['en', 90_000, '25 hours'],
    ['nl', 125, '2 minuten en 5 seconden'],
    ['de', 61, '1 Minute, 1 Sekunde'],
    ['zh-Hans', 125, '2分钟5秒钟'],
  ] as const)('a duration in %s: %i seconds', (language, seconds, text) => {
    expect(durationOf(at, addSeconds(at, seconds), language).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  test('days are those of UTC, wherever this runs (case 30)', () => {
    expect(dayOf(addSeconds(at, 14 * 3600 + 44 * 60), english)).toBe('8 February 2026');
    expect(dayOf(addSeconds(at, 14 * 3600 + 45 * 60), english)).toBe('9 February 2026');
  });

  const inZone = (timeZone: string, language: MailLanguage = 'en') => ({
    organisation: { ...organisation, timeZone },
    language,
  });

  test.each([
    ['en', 'Europe/Amsterdam', '8 February 2026 at 10:15 (09:15 UTC)'],
    ['de', 'Europe/Berlin', '8. Februar 2026 um 10:15 (09:15 UTC)'],
    ['nl', 'Europe/Amsterdam', '8 februari 2026 om 10:15 (09:15 UTC)'],
    ['zh-Hans', 'Asia/Shanghai', '2026年2月8日 17:15 (09:15 UTC)'],
    ['en', 'Pacific/Honolulu', '7 February 2026 at 23:15 (8 February 2026 at 09:15 UTC)'],
    ['en', 'UTC', '8 February 2026 at 09:15 UTC'],
  ] as const)('a moment in %s, in %s, with UTC beside it', (language, zone, text) => {
    expect(minuteOf(at, inZone(zone, language))).toBe(text);
  });

  test('a day is that of the time zone', () => {
    expect(dayOf(at, inZone('Pacific/Honolulu'))).toBe('7 February 2026');
  });
});

describe('credentials', () => {
  test.each(mailLanguages)('a chosen password is not mailed, and the mail says who gives it: %s', (language) => {
    const mail = personCredentials(chosen, letterhead(language));
    const word = {
      en: 'never sent by mail',
      nl: 'nooit per e-mail',
      de: 'niemals per E-Mail',
      'zh-Hans': '绝不会通过邮件',
    };
    expect(mail.text).toContain(word[language]);
    expect(seen(mail.html)).toContain(word[language]);
    expect(mail.subject).not.toMatch(/password|wachtwoord|Kennwort|密码/i);
    expect(mail.html).not.toContain('class="secret"');
  });

  const told = (one: Credentials) => hidden(personCredentials(one, english)).text;

  test('terms are told only when they hold', () => {
    const { worksUntil: _never, ...forEver } = { ...credentials, mustChange: false };
    const plain = personCredentials(forEver, english).text;
    expect(told(forEver)).not.toMatch(/first time|works until|Temporary|earlier/);
    expect(plain.includes(`Password: ${password}`)).toBe(true);
    expect(told({ ...forEver, mustChange: true })).toContain('for the first time');
    expect(told({ ...forEver, worksUntil: at })).toContain('works until');
    expect(told({ ...credentials, replaces: true })).toContain('Only the newest password works');
    expect(told({ ...chosen, replaces: true })).not.toContain('newest password');
    expect(told({ ...chosen, replaces: true })).toContain('replaces all earlier ones');
  });

  test('the password stands alone in a block of its own, in HTML and on its line', () => {
    const mail = personCredentials(credentials, english);
    expect(mail.html.includes(`>${password}</span>`)).toBe(true);
    expect(hidden(mail).html).toMatch(/class="secret" style="[^"]*monospace[^"]*user-select:all/);
    expect(mail.text.split('\n').some((line) => line.endsWith(`: ${password}`))).toBe(true);
  });

  test('fifty people in one mail, each with the own password', () => {
    const people = Array.from({ length: 50 }, (_, index) => ({
      ...credentials,
      displayName: `Person ${index}`,
      userPrincipalName: `person${index}@contoso.com`,
      password: `secret-${index}-end`,
    }));
    const mail = administratorCredentials(people, english);
    const wrong = people.filter((one) => {
      const lines = [`* ${one.displayName}`, `  User name: ${one.userPrincipalName}`, `  Password: ${one.password}`];
      return !mail.text.includes(lines.join('\n')) || !mail.html.includes(`>${one.password}</span>`);
    });
    expect(wrong.map(({ displayName }) => displayName)).toEqual([]);
    expect(mail.subject).toBe('User names and passwords of 50 people');
    expect(mail.text.match(/first sign-in/g)).toHaveLength(1);
    // Gmail cuts a mail off at 102 KB, and with it the passwords of the last people.
    expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000);
  });

  test('people whose terms differ stand in lists of their own', () => {
    const { text } = hidden(
      administratorCredentials([credentials, { ...chosen, mustChange: false }, credentials], english),
    );
    const [first, rest = ''] = text.split('A new password must be chosen at the first sign-in.');
    expect(first?.match(/^\* /gm)).toHaveLength(2);
    expect(rest.match(/^\* /gm)).toHaveLength(1);
    expect(rest).toContain('Password: chosen by the administrator');
  });

  test('a refused address is told with the reason why the mail came', () => {
    const refused = { ...credentials, refusedAddresses: ['ada@nowhere.example'] };
    expect(hidden(administratorCredentials([refused], english)).text).toContain('refused the addresses below');
    for (const none of [{}, { refusedAddresses: [] }]) {
      expect(hidden(administratorCredentials([{ ...credentials, ...none }], english)).text).not.toContain('refused');
    }
  });
});

test.each([
  ['en', 'Sign in at: https'],
  ['zh-Hans', '登录地址：https'],
] as const)('a button has its address beneath, by its name, in HTML as in the text: %s', (language, words) => {
  const mail = personNotice(person, { kind: 'passwordExpired', expiredAt: at }, catalogue, letterhead(language));
  expect(mail.text).toContain(words);
  expect(mail.html.replace(/<[^>]+>/g, '')).toContain(words);
  expect(mail.html.match(/href="https:\/\/portal\.contoso\.com\/sign-in/g)).toHaveLength(2);
});

describe('notices', () => {
  test('a licence that the organisation no longer has is named by its id', () => {
    const mail = personNotice(person, { kind: 'licenceArrived', skuId: 'gone' }, catalogue, english);
    expect(mail.subject).toBe('You have a licence at Contoso: gone');
  });

  test('one person with two notices of a kind is one person, named once for each day', () => {
    const notice = { kind: 'graceReminder', disabledAt: at } as const;
    const named = [told({ ...notice, days: 7 }), told({ ...notice, days: 1 })];
    const mail = administratorNotices('graceReminder', { count: 2, named }, catalogue, english);
    expect(mail.subject).toBe('Mailboxes that will be disabled: 1 person');
    expect(mail.text.match(/ada@contoso/g)).toHaveLength(1);
  });

  test.each(mailLanguages)('what is said of passwords is what the mail has, in each combination: %s', (language) => {
    const subjectOf = (...all: Credentials[]) => administratorCredentials(all, letterhead(language)).subject;
    const passwords = /password|wachtwoord|Kennw|密码/;
    expect([subjectOf(credentials), subjectOf(credentials, credentials)].every((one) => passwords.test(one))).toBe(
      true,
    );
    expect([subjectOf(chosen), subjectOf(chosen, chosen)].some((one) => passwords.test(one))).toBe(false);
    expect(subjectOf(credentials, chosen)).not.toBe(subjectOf(credentials, credentials));
  });
});
