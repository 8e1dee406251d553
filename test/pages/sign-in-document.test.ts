/** The document as a text: nobody gets markup into it, and nothing runs on it but its own script. */
import { createHash } from 'node:crypto';
import { mailLanguages } from '../../shared/domain/organisation.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { escapeHtml } from '../../shared/html/markup.ts';
import { signInPage, signInPagePolicy } from '../../shared/pages/sign-in-page.ts';

const pageOf = (change: { name?: string; guide?: string; userName?: string; language?: 'en' | 'nl' } = {}) => {
  const { name = 'Contoso', guide = 'https://contoso.com/start?a=1&b=2', userName = '', language = 'en' } = change;
  const organisation = { displayName: name, quickStartUrl: guide };
  return signInPage({ organisation, policy: defaultPolicy, language, userName });
};

const dataOf = (page: string) => JSON.parse(/id="page-data">(.*?)<\/script>/s.exec(page)?.[1] ?? '');
const inlines = (page: string, element: 'style' | 'script') =>
  [...page.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(([, text = '']) => text);

const hostile = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '<!--<script>',
  '</title><b>',
  '&lt;script&gt;',
  '</style><script>alert(1)</script>',
];

test.each(hostile)('a text stays a text: %s', (text) => {
  const page = pageOf({ name: text, userName: text, guide: `https://contoso.com/${text}` });
  const usual = pageOf({ name: 'x', userName: 'x', guide: 'https://contoso.com/x' });
  const data = /<script type="application.json" id="page-data">[^<]*<.script>/;
  expect(page).toMatch(data);
  // But for the escaped text it is the same page, mark by mark.
  const plain = (whole: string) => whole.replace(data, '').replace(/(class="mark" [^>]*>)[^<](<)/, '$1$2');
  expect(plain(page).replaceAll(escapeHtml(text), 'x') === plain(usual)).toBe(true);
  expect(dataOf(page)).toMatchObject({ organisation: text, quickStartUrl: `https://contoso.com/${text}` });
});

test('the policy allows the one script and the one style by their hashes, and nothing inline beside them', () => {
  for (const element of ['style', 'script'] as const) {
    const texts = inlines(pageOf(), element);
    expect(texts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(texts[0] ?? '')
      .digest('base64');
    expect(signInPagePolicy.split('; ')).toContain(`${element}-src 'sha256-${hash}'`);
  }
  expect(pageOf()).not.toMatch(/ style="|javascript:| on[a-z]+="/i);
  expect(inlines(pageOf({ name: 'Other', language: 'nl' }), 'script')).toEqual(inlines(pageOf(), 'script'));
});

test('the policy forbids everything else', () => {
  const directives = signInPagePolicy.split('; ').map((text) => text.split(' '));
  expect(directives.filter(([name]) => !/^(script|style)-src$/.test(name ?? ''))).toEqual([
    ['default-src', "'none'"],
    ['connect-src', "'self'"],
    ['img-src', 'data:'],
    ['form-action', "'self'"],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
  ]);
});

test('nothing is fetched from anywhere', () => {
  const elsewhere = pageOf()
    .match(/(src|href|action)="[^"]*"/g)
    ?.filter((text) => !/"(\?lang=|data:image\/svg)/.test(text));
  expect(elsewhere).toEqual(['href="console"', 'href="https://contoso.com/start?a=1&amp;b=2"', 'href="account"']);
  expect(pageOf()).not.toMatch(/@import|url\(/);
});

test('a guide that is no web address leads nowhere', () => {
  const page = pageOf({ guide: 'javascript:alert(1)' });
  expect(page).not.toContain('javascript:');
  expect(dataOf(page)).not.toHaveProperty('quickStartUrl');
  expect(page).not.toContain('id="guide"');
});

test.each(mailLanguages)('%s: the document says its language and begins with its texts', (language) => {
  const organisation = { displayName: 'Contoso', quickStartUrl: 'https://contoso.com' };
  const page = signInPage({ organisation, policy: defaultPolicy, language, userName: 'ada@contoso.com' });
  const { texts } = dataOf(page);
  expect(page).toContain(`<html lang="${language}">`);
  expect(page).toContain(
    `<h1 id="sign-in-title" tabindex="-1" data-text="signInTitle">${texts[language].signInTitle}</h1>`,
  );
  expect(page).toContain(`<title>${texts[language].signInTitle} – Contoso</title>`);
  expect(page).toContain(' value="ada@contoso.com"');
  expect(page.match(/aria-current="true"/g)).toHaveLength(1);
  expect(page).toMatch(new RegExp(`data-language="${language}" aria-current="true"`));
  // Whatever carries the name of a text has one of that name.
  const names = [...page.matchAll(/data-(?:text|label)="(\w+)"/g)].map(([, name = '']) => name);
  expect(names.filter((name) => !texts[language][name])).toEqual([]);
  expect(names.length).toBeGreaterThan(20);
});

test('password managers know which field is what, and no form puts a password into an address', () => {
  const page = pageOf();
  expect([...page.matchAll(/autocomplete="([\w-]+)"/g)].map(([, kind]) => kind)).toEqual([
    'username',
    'current-password',
    'off',
    'username',
    'new-password',
    'new-password',
  ]);
  expect([...page.matchAll(/<form [^>]*>/g)].every(([form]) => form.includes('method="post"'))).toBe(true);
  expect(page).not.toMatch(/<input[^>]* name=/);
});

test('the page is small', () => {
  expect(Buffer.byteLength(pageOf())).toBeLessThan(70_000);
});
