import { oneLine, shortLine } from '../../shared/domain/one-line.ts';
import { mailLanguages } from '../../shared/domain/organisation.ts';
import { html } from '../../shared/html/markup.ts';
import { administratorCredentials } from '../../shared/mail/administrator-credentials.ts';
import { administratorNotices } from '../../shared/mail/administrator-notices.ts';
import { importOnHold } from '../../shared/mail/imports/import-on-hold.ts';
import { importResults } from '../../shared/mail/imports/import-results.ts';
import { personCredentials } from '../../shared/mail/person-credentials.ts';
import { personNotice } from '../../shared/mail/person-notice.ts';
import { strayObjects } from '../../shared/mail/stray-objects.ts';
import { at, catalogue, credentials, hidden, notices, organisation, person, seen } from './every-mail.ts';
import { cancelled, finished, held, refused, stopped, tried, undone } from './imports.ts';

const evil = `Eve"'><script>alert(1)</script><img src=x onerror=y>&amp;\r\nBcc: thief@example.com\u2028\u0000\u202e{name}$&#`;
const evilShown = `Eve"'><script>alert(1)</script><img src=x onerror=y>&amp; Bcc: thief@example.com {name}$&#`;

describe.each(mailLanguages)('names that try to be more than names, %s (case 47)', (language) => {
  const letterhead = { organisation: { ...organisation, displayName: evil }, language };
  const evilPerson = { ...person, displayName: evil, userPrincipalName: `${evil}@contoso.com` };
  const evilCredentials = { ...credentials, displayName: evil, refusedAddresses: [evil] };
  const evilCatalogue = catalogue.map((sku) => ({ ...sku, skuPartNumber: evil }));
  const evilShort = [{ licence: evil, toBuy: 1 }];
  const mails = [
    personCredentials(evilCredentials, letterhead),
    administratorCredentials([evilCredentials], letterhead),
    ...notices.map((notice) =>
      administratorNotices(notice.kind, { count: 2, named: [{ ...evilPerson, notice }] }, evilCatalogue, letterhead),
    ),
    strayObjects(
      'objectNotTaken',
      { count: 1, named: [{ kind: 'objectNotTaken', reason: 'other', key: evil, dateTime: at }] },
      letterhead,
    ),
    ...notices.map((notice) => personNotice(evilPerson, notice, evilCatalogue, letterhead)),
    ...[finished, tried, cancelled, stopped, undone, refused].map((outcome) =>
      importResults(
        {
          ...outcome,
          fileName: evil,
          short: evilShort,
          refusedRows: [{ rowNumber: 1, userPrincipalName: evil, code: 'DomainNotVerified', fact: evil }],
        },
        letterhead,
      ),
    ),
    ...(['HeadingsUnknown', 'DomainNotVerified', 'SheetUnknown', 'OptionsInvalid'] as const).map((code) =>
      importResults({ ...refused, end: { how: 'stopped', refusal: { code, fact: evil, target: evil } } }, letterhead),
    ),
    importOnHold({ ...held, fileName: evil, short: evilShort }, letterhead),
  ].map(hidden);

  test('add no element and no attribute', () => {
    for (const mail of mails) {
      expect(mail.html).not.toMatch(/<script|<img/i);
      // Every tag is one that a mail is made of, with attributes that are closed where they should be.
      const tags = mail.html.replace(/<style>[\s\S]*<\/style>/, '').match(/<(?![!/])[^>]*>/g) ?? [];
      expect(tags.filter((tag) => !/^<[a-z]\w*( [a-z-]+="[^"]*")*>$/.test(tag))).toEqual([]);
    }
  });

  test('are shown as they are, on one line', () => {
    for (const mail of mails) {
      expect(mail.subject).toMatch(/^[^\p{Cc}\u2028\u2029\u202a-\u202e]+$/u);
      expect(mail.text).not.toMatch(/^Bcc:/m);
      expect(mail.text).not.toMatch(/[^\P{Cc}\n]|\u2028|\u202e/u);
      expect(mail.text).toContain(evilShown);
      expect(seen(mail.html)).toContain(evilShown);
    }
  });
});

test('a link leads only to the web', () => {
  const letterhead = { organisation: { ...organisation, signInUrl: 'javascript:alert(1)' }, language: 'en' } as const;
  const mail = hidden(personCredentials(credentials, letterhead));
  expect(mail.html).not.toMatch(/href="(?!https:\/\/portal\.contoso\.com)/);
  expect(mail.html).toContain('href="https://portal.contoso.com/quick-start"');
  expect(hidden(personCredentials(credentials, { organisation, language: 'en' })).html).toContain(
    'href="https://portal.contoso.com/sign-in?a=1&amp;b=2"',
  );
});

test('a template escapes texts and keeps markup', () => {
  expect(html`<p title="${'"'}">${"<&>'"}${html`<b>${1}</b>`}${[html`<i>`, html`</i>`]}</p>`.markup).toBe(
    '<p title="&quot;">&lt;&amp;&gt;&#39;<b>1</b><i>\n</i></p>',
  );
});

test('a line keeps everything that is no control: accents, emoji and their joiners', () => {
  expect(oneLine(' Zoë 👩‍💻 王 \t\n \u0085 x ')).toBe('Zoë 👩‍💻 王     x');
  expect(oneLine('a\ud800b')).toBe('a\ufffdb');
  expect(shortLine('👩'.repeat(9), 5)).toBe('👩👩👩👩…');
  expect(shortLine('exact', 5)).toBe('exact');
});

test('a long file name leaves room for what became of it', () => {
  const mail = importResults({ ...finished, fileName: `${'x'.repeat(900)}.csv` }, { organisation, language: 'en' });
  expect(mail.subject).toMatch(/^Import of x+…: 5,000 created, 41 updated, 4 refused$/);
  expect(mail.text).toContain('x'.repeat(900));
});
