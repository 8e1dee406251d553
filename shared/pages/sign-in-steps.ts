/** The steps of the sign-in page, of which one is shown at a time. */
import { html, type Markup } from '../html/markup.ts';
import type { PasswordRules } from './browser/page-data.ts';
import { newPasswordFields, passwordField } from './password-fields.ts';
import type { WrittenTexts } from './texts/page-texts.ts';

/** User name and password. */
export const signInStep = (
  texts: WrittenTexts,
  userName: string,
): Markup => html`<section id="sign-in" aria-labelledby="sign-in-title">
<h1 id="sign-in-title" tabindex="-1" data-text="signInTitle">${texts.signInTitle}</h1>
<p data-text="signInIntroduction">${texts.signInIntroduction}</p>
<div id="sign-in-problems" class="problems" role="alert" tabindex="-1"></div>
<form id="sign-in-form" method="post" novalidate>
<div class="field">
<label for="user-name" data-text="userName">${texts.userName}</label>
<div class="entry"><input id="user-name" type="text" inputmode="email" autocomplete="username" autocapitalize="none" autocorrect="off" spellcheck="false" required value="${userName}" aria-describedby="sign-in-problems"></div>
</div>
${passwordField(texts, { id: 'password', label: 'password', autocomplete: 'current-password', step: 'sign-in' })}
<p id="sign-in-caps" class="hint" role="status"></p>
<label class="choice"><input id="wants-change" type="checkbox"> <span data-text="wantsChange">${texts.wantsChange}</span></label>
${waiting(texts, 'sign-in')}
<button id="sign-in-button" class="wide" data-text="signIn">${texts.signIn}</button>
</form>
<p class="help soft" data-text="forgotten">${texts.forgotten}</p>
<p class="help"><button id="use-operator-token" type="button" class="link" data-text="useOperatorToken">${texts.useOperatorToken}</button></p>
</section>`;

/** An operator's token, for whoever begins before there is anybody. */
export const operatorStep = (
  texts: WrittenTexts,
): Markup => html`<section id="operator" aria-labelledby="operator-title" hidden>
<h1 id="operator-title" tabindex="-1" data-text="operatorTitle">${texts.operatorTitle}</h1>
<p data-text="operatorIntroduction">${texts.operatorIntroduction}</p>
<div id="operator-problems" class="problems" role="alert" tabindex="-1"></div>
<form id="operator-form" method="post" novalidate>
<div class="field">
<label for="operator-token" data-text="operatorToken">${texts.operatorToken}</label>
<div class="entry"><input id="operator-token" type="password" autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck="false" required aria-describedby="operator-problems"></div>
</div>
<button id="operator-button" class="wide" data-text="signIn">${texts.signIn}</button>
</form>
<p class="help"><button id="use-password" type="button" class="link" data-text="usePassword">${texts.usePassword}</button></p>
</section>`;

/** A new password, and what it must be like. The user name is there for password managers, and to be read. */
export const changeStep = (
  texts: WrittenTexts,
  rules: Pick<PasswordRules, 'kinds'>,
): Markup => html`<section id="change" aria-labelledby="change-title" hidden>
<h1 id="change-title" tabindex="-1" data-text="changeTitle">${texts.changeTitle}</h1>
<p id="change-reason"></p>
<form id="change-form" method="post" novalidate>
<div class="field said">
<label for="change-user-name" data-text="userName">${texts.userName}</label>
<input id="change-user-name" type="text" autocomplete="username" readonly tabindex="-1">
</div>
<div id="change-problems" class="problems" role="alert" tabindex="-1"></div>
${newPasswordFields(texts, rules)}
${waiting(texts, 'change')}
<button id="change-button" class="wide" data-text="change">${texts.change}</button>
</form>
</section>`;

/** What was reached, the ways on and the way out. */
export const doneStep = (
  texts: WrittenTexts,
  quickStartUrl: string | undefined,
): Markup => html`<section id="done" aria-labelledby="done-title" hidden>
<h1 id="done-title" tabindex="-1"></h1>
<p data-text="nothingElse">${texts.nothingElse}</p>
${onward(texts, { quickStartUrl, hasAccount: true })}
<p class="actions"><button id="sign-out" type="button" class="quiet" data-text="signOut">${texts.signOut}</button></p>
</section>`;

/** The ways on, the first of which stands out: the console for whoever has a role, the guide where there is one. */
export const onward = (
  texts: WrittenTexts,
  { quickStartUrl, hasAccount = false }: { quickStartUrl: string | undefined; hasAccount?: boolean },
): Markup => {
  const guide = html`<a id="guide" class="button" href="${quickStartUrl ?? ''}" rel="noreferrer" data-text="guide">${texts.guide}</a>`;
  const account = html`<a id="to-account" class="button" href="account" data-text="toAccount">${texts.toAccount}</a>`;
  return html`<p class="ways">
<a id="to-console" class="button" href="console" data-text="toConsole" hidden>${texts.toConsole}</a>
${[...(quickStartUrl ? [guide] : []), ...(hasAccount ? [account] : [])]}
</p>`;
};

const waiting = (texts: WrittenTexts, step: 'sign-in' | 'change'): Markup =>
  html`<p id="${step}-wait" class="wait" hidden><span id="${step}-wait-label" data-text="timeLeft">${texts.timeLeft}</span> <span id="${step}-time" role="timer" aria-labelledby="${step}-wait-label"></span></p>`;
