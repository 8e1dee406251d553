/** The page on which everybody looks after their own account: password, sessions, and the way out. */
import { html, type Markup } from '../html/markup.ts';
import { type PageFor, pageDataOf } from './page-data-of.ts';
import { pageDocument, pagePolicy } from './page-document.ts';
import { accountScript } from './page-scripts.ts';
import { newPasswordFields, passwordField } from './password-fields.ts';
import { onward } from './sign-in-steps.ts';
import { accountTexts } from './texts/catalogue.ts';
import type { WrittenTexts } from './texts/page-texts.ts';

export const accountPagePolicy = pagePolicy(accountScript);

/** The whole document. Who it is about comes by the API: nothing of anybody is in it. */
export const accountPage = (page: PageFor): string => {
  const data = pageDataOf(page, 'accountTitle', accountTexts);
  const texts = data.texts[page.language];
  const main = html`<h1 data-text="accountTitle">${texts.accountTitle ?? ''}</h1>
<div id="loaded" hidden>
<div class="person"><p><strong id="person-name"></strong><br><span id="person-user-name" class="soft"></span></p>
<button id="sign-out" type="button" class="quiet small" data-text="signOut">${texts.signOut}</button></div>
${onward(texts, { quickStartUrl: data.quickStartUrl })}
${passwordSection(texts, data.rules)}
${sessionsSection(texts)}
</div>`;
  return pageDocument(data, accountScript, main);
};

const passwordSection = (texts: WrittenTexts, rules: { kinds: number }): Markup =>
  html`<section id="change" aria-labelledby="change-title">
<h2 id="change-title" tabindex="-1" data-text="passwordSection">${texts.passwordSection ?? ''}</h2>
<form id="change-form" method="post" novalidate>
<input id="account-user-name" type="text" autocomplete="username" readonly hidden>
<div id="change-problems" class="problems" role="alert" tabindex="-1"></div>
${passwordField(texts, { id: 'current-password', label: 'currentPassword', autocomplete: 'current-password', step: 'change' })}
${newPasswordFields(texts, rules)}
<button id="change-button" data-text="change">${texts.change}</button>
</form>
</section>`;

const sessionsSection = (texts: WrittenTexts): Markup =>
  html`<section id="sessions" aria-labelledby="sessions-title">
<h2 id="sessions-title" tabindex="-1" data-text="sessionsSection">${texts.sessionsSection ?? ''}</h2>
<p class="soft" data-text="sessionsIntroduction">${texts.sessionsIntroduction ?? ''}</p>
<ul id="session-list" class="sessions"></ul>
<p class="actions"><button id="end-all" type="button" class="quiet" data-text="endAll">${texts.endAll ?? ''}</button></p>
</section>`;
