import { type MailLanguage, mailLanguages } from '../../shared/domain/organisation.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { administratorCredentials } from '../../shared/mail/administrator-credentials.ts';
import { administratorNotices } from '../../shared/mail/administrator-notices.ts';
import type { Credentials } from '../../shared/mail/credentials.ts';
import { dayOf, durationOf } from '../../shared/mail/moments.ts';
import { personCredentials } from '../../shared/mail/person-credentials.ts';
import { personNotice } from '../../shared/mail/person-notice.ts';
import { at, catalogue, chosen, credentials, hidden, organisation, password, person, seen } from './every-mail.ts';

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
    const others = [
      { person, notice },
      { person: { ...person, userPrincipalName: 'ben@contoso.com' }, notice },
    ];
    const subjectOf = (count: number) =>
      administratorNotices(others.slice(0, count), catalogue, letterhead(language)).subject;
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
    expect(dayOf(addSeconds(at, 14 * 3600 + 44 * 60), 'en')).toBe('8 February 2026');
    expect(dayOf(addSeconds(at, 14 * 3600 + 45 * 60), 'en')).toBe('9 February 2026');
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

describe('notices', () => {
  const lapsed = {
    ...person,
    password: { ...person.password, lapsed: true, temporaryUntil: addSeconds(at, -86_400) } as const,
  };
  const aboutPassword = [
    { kind: 'passwordWarning', days: 14, expiresAt: at },
    { kind: 'passwordExpired', expiredAt: at },
  ] as const;

  test.each(aboutPassword)('$kind of a lapsed temporary password says so, and who can help', (notice) => {
    const mail = personNotice(lapsed, notice, catalogue, english);
    expect(mail.subject).toBe(personNotice(person, notice, catalogue, english).subject);
    expect(mail.text).toContain('stopped working on 7 February 2026. Please ask your administrator for a new one.');
    expect(mail.text).not.toMatch(/next sign-in|choose a new one/);
    expect(administratorNotices([{ person: lapsed, notice }], catalogue, english).text).toContain('7 February 2026');
  });

  test('a mailbox notice of the same person stays what it is', () => {
    const mail = personNotice(lapsed, { kind: 'mailboxDisabled', disabledAt: at }, catalogue, english);
    expect(mail.subject).toBe('Your mailbox at Contoso has been disabled');
  });

  test('a licence that the organisation no longer has is named by its id', () => {
    const mail = personNotice(person, { kind: 'licenceArrived', skuId: 'gone' }, catalogue, english);
    expect(mail.subject).toBe('You have a licence at Contoso: gone');
  });

  test('one person with two notices is one person', () => {
    const both = aboutPassword.map((notice) => ({ person, notice }));
    expect(administratorNotices(both, catalogue, english).subject).toBe('Notices about 1 person');
  });
});
