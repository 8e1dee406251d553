import { mailLanguages } from '../../shared/domain/organisation.ts';
import { everyMail, hidden, password, seen } from './every-mail.ts';

const names = Object.keys(everyMail('en'));
const all = mailLanguages.flatMap((language) => names.map((name) => [language, name] as const));

const caseOf = (language: (typeof mailLanguages)[number], name: string) => {
  const found = everyMail(language)[name];
  if (!found) throw new Error(`no mail ${name}`);
  return found;
};

describe.each(all)('%s, %s', (language, name) => {
  const { mail, facts } = caseOf(language, name);
  const printable = hidden(mail);

  test('tells every fact, in the text and in the HTML', () => {
    const missingIn = (text: string) => Object.keys(facts).filter((fact) => !text.includes(facts[fact] ?? ''));
    expect({ text: missingIn(mail.text), html: missingIn(seen(mail.html)) }).toEqual({ text: [], html: [] });
  });

  test('tells in its HTML everything that its text tells', () => {
    const html = seen(printable.html).replaceAll(' ', '');
    const pieces = printable.text
      .split('\n')
      .map((line) => line.replace(/^(\* |! |== |-- ?| {2})/, '').replace(/ ==$/, ''))
      // A label and its value stand apart in HTML.
      .flatMap((line) => line.split(/: (?=\S)|：/))
      .map((piece) => piece.replaceAll(' ', '').replace(/:$/, ''));
    expect(pieces.filter((piece) => !html.includes(piece))).toEqual([]);
  });

  test('has nothing left over from its making', () => {
    const leftovers = /undefined|null|NaN|\[object|Invalid|\$\{|\{\w*\}|(?<!&)#|=>/;
    expect(printable.subject).not.toMatch(leftovers);
    expect(printable.text).not.toMatch(leftovers);
    expect(seen(printable.html)).not.toMatch(leftovers);
  });

  test('has a subject of one line that tells no password', () => {
    expect(printable.subject).toMatch(/^\P{Cc}{5,150}$/u);
    expect(mail.subject.includes(password)).toBe(false);
  });

  test('is a page in its language that fetches nothing', () => {
    expect(printable.html.startsWith(`<!DOCTYPE html>\n<html lang="${language}">`)).toBe(true);
    const fetching = mail.html.match(
      /<(img|link|script|iframe|object|video|form|base)\b|@import|url\(|src=|background=/gi,
    );
    expect(fetching).toBeNull();
    const opened = mail.html.match(/<(table|tr|td|th|thead|tbody|div|p|h1|h2|a|span|strong)\b/g) ?? [];
    const closed = mail.html.match(/<\/(table|tr|td|th|thead|tbody|div|p|h1|h2|a|span|strong)>/g) ?? [];
    expect(opened.length).toBe(closed.length);
  });
});

test.each(mailLanguages.filter((language) => language !== 'en'))('no sentence is left in English: %s', (language) => {
  const sentences = (of: 'en' | typeof language) =>
    Object.values(everyMail(of)).flatMap(({ mail }) =>
      mail.text.split('\n').filter((line) => /\p{L} \p{L}|\p{Script=Han}/u.test(line)),
    );
  const english = new Set(sentences('en'));
  const same = sentences(language).filter((line) => english.has(line) && !/^\* (Ada|Ben)/.test(line));
  expect(same).toEqual([]);
});

test.each([
  [
    'nl',
    ['u', 'Gebruikersnaam', 'Tijdelijk wachtwoord', 'postvak', 'licentie', 'beheerder', 'Aanmelden op'],
    /\b(je|jij|jouw)\b/,
  ],
  [
    'de',
    ['Sie', 'Benutzername', 'Temporäres Kennwort', 'Postfach', 'Lizenz', 'Administrator', 'Anmelden unter'],
    /\b(du|dich|dein|Dein)\b/,
  ],
  ['zh-Hans', ['您', '用户名', '临时密码', '邮箱', '许可证', '管理员', '登录地址'], /你|[請將郵戶號設數碼錄證]/],
  [
    'en',
    ['you', 'User name', 'Temporary password', 'mailbox', 'licence', 'administrator', 'Sign in at'],
    /\blicense\b/,
  ],
] as const)('%s: formal, and in the words of its own', (language, words, wrong) => {
  const text = Object.values(everyMail(language))
    .map(({ mail }) => hidden(mail).text)
    .join('\n');
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  expect(text.match(wrong)).toBeNull();
});
