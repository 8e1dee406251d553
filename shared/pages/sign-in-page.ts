/** The page on which a person signs in, changes a mailed or expired password, and goes on to the quick-start guide. */
import { type MailLanguage, mailLanguages, type Organisation } from '../domain/organisation.ts';
import type { PasswordPolicy } from '../domain/passwords/password-rules.ts';
import { html, type Markup } from '../html/markup.ts';
import type { PageData } from './browser/page-data.ts';
import { cspHash, signInScript } from './sign-in-script.ts';
import { changeStep, doneStep, signInStep } from './sign-in-steps.ts';
import { signInStyle } from './sign-in-style.ts';
import { languageNames, writtenTexts } from './texts/catalogue.ts';

/** Whose page it is, in which language, and the user name that it begins with. */
export type SignInPage = {
  organisation: Pick<Organisation, 'displayName' | 'quickStartUrl'>;
  policy: PasswordPolicy;
  language: MailLanguage;
  userName: string;
};

/**
 * What the browser may do on the page: run its one script, apply its one style, and ask the API that it came from.
 * It may neither be framed, nor send a form elsewhere, nor turn a text into markup.
 */
export const signInPagePolicy = [
  "default-src 'none'",
  `script-src ${cspHash(signInScript)}`,
  `style-src ${cspHash(signInStyle)}`,
  "connect-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The whole document. Holds every language, fetches nothing, and escapes every text that somebody chose. */
export const signInPage = ({ organisation, policy, language, userName }: SignInPage): string => {
  const { least, most } = policy.passwordLength;
  const rules = { least, most, kinds: policy.passwordClasses };
  const facts = { organisation: organisation.displayName, ...rules };
  const isWebAddress = /^https?:\/\//i.test(organisation.quickStartUrl);
  const data: PageData = {
    organisation: organisation.displayName,
    language,
    texts: Object.fromEntries(mailLanguages.map((each) => [each, writtenTexts(each, facts)])) as PageData['texts'],
    rules,
    ...(isWebAddress && { quickStartUrl: organisation.quickStartUrl }),
  };
  const texts = data.texts[language];
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${texts.signInTitle} – ${data.organisation}</title>
${asItIs(`<style>${signInStyle}</style>`)}
</head>
<body>
<div class="card">
<header><p>${data.organisation}</p></header>
<main>
<noscript><p class="problems">${texts.noScript}</p></noscript>
${signInStep(texts, userName)}
${changeStep(texts, rules)}
${doneStep(texts, data.quickStartUrl)}
<p id="status" role="status"></p>
<div id="rules-status" class="heard" role="status"></div>
</main>
<footer>
<nav aria-label="${texts.language}" data-label="language"><ul>
${mailLanguages.map((each) => languageLink(each, each === language))}
</ul></nav>
</footer>
</div>
${asItIs(`<script type="application/json" id="page-data">${asData(data)}</script>`)}
${asItIs(`<script>${signInScript}</script>`)}
</body>
</html>
`.markup;
};

const languageLink = (language: MailLanguage, isPresent: boolean): Markup =>
  html`<li><a href="?lang=${language}" lang="${language}" hreflang="${language}" data-language="${language}"${asItIs(isPresent ? ' aria-current="true"' : '')}>${languageNames[language]}</a></li>`;

const asItIs = (markup: string): Markup => ({ markup });

/** JSON that cannot end its element, nor begin a comment in it. */
const asData = (data: PageData): string => JSON.stringify(data).replaceAll('<', '\\u003c');
