/** The three steps of the sign-in page, of which one is shown at a time. */
import { html, type Markup } from '../html/markup.ts';
import type { PasswordRules } from './browser/page-data.ts';
import type { TextName, WrittenTexts } from './texts/sign-in-texts.ts';

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
</section>`;

/** A new password, and what it must be like. The user name is there for password managers, too. */
export const changeStep = (
  texts: WrittenTexts,
  { kinds }: PasswordRules,
): Markup => html`<section id="change" aria-labelledby="change-title" hidden>
<h1 id="change-title" tabindex="-1" data-text="changeTitle">${texts.changeTitle}</h1>
<p id="change-reason"></p>
<div id="change-problems" class="problems" role="alert" tabindex="-1"></div>
<form id="change-form" method="post" novalidate>
<div class="field">
<label for="change-user-name" data-text="userName">${texts.userName}</label>
<div class="entry"><input id="change-user-name" type="text" autocomplete="username" readonly></div>
</div>
<div id="rules" class="rules">
<p data-text="rules">${texts.rules}</p>
<ul>
${(['ruleLength', 'ruleKinds', 'ruleSame'] as const).map((rule) => ruleLine(texts, rule, rule === 'ruleKinds' && kinds <= 1))}
</ul>
<p data-text="ruleOther">${texts.ruleOther}</p>
</div>
${passwordField(texts, { id: 'new-password', label: 'newPassword', autocomplete: 'new-password', step: 'change', alsoDescribedBy: ' rules' })}
${passwordField(texts, { id: 'repeated-password', label: 'repeatedPassword', autocomplete: 'new-password', step: 'change' })}
<p id="change-caps" class="hint" role="status"></p>
${waiting(texts, 'change')}
<button id="change-button" class="wide" data-text="change">${texts.change}</button>
</form>
</section>`;

/** What was reached, the way on and the way out. Without an address to go on to there is nothing else to do. */
export const doneStep = (texts: WrittenTexts, quickStartUrl: string | undefined): Markup => {
  const text: TextName = quickStartUrl ? 'goingOn' : 'nothingElse';
  const actions = html`<p class="actions"${{ markup: quickStartUrl ? '' : ' hidden' }}>
<a id="guide" class="button" href="${quickStartUrl ?? ''}" rel="noreferrer" data-text="guide">${texts.guide}</a>
<button id="stay" type="button" class="quiet" data-text="stay">${texts.stay}</button>
</p>`;
  return html`<section id="done" aria-labelledby="done-title" hidden>
<h1 id="done-title" tabindex="-1"></h1>
<p id="done-text" data-text="${text}">${texts[text]}</p>
${actions}
<p class="actions"><button id="sign-out" type="button" class="quiet" data-text="signOut">${texts.signOut}</button></p>
</section>`;
};

type PasswordField = {
  id: string;
  label: TextName;
  autocomplete: 'current-password' | 'new-password';
  step: 'sign-in' | 'change';
  alsoDescribedBy?: string;
};

const passwordField = (
  texts: WrittenTexts,
  { id, label, autocomplete, step, alsoDescribedBy = '' }: PasswordField,
): Markup => html`<div class="field">
<label for="${id}" data-text="${label}">${texts[label]}</label>
<div class="entry"><input id="${id}" type="password" autocomplete="${autocomplete}" autocapitalize="none" autocorrect="off" spellcheck="false" required aria-describedby="${step}-problems${{ markup: alsoDescribedBy }}" data-caps="${step}-caps">
<button type="button" aria-controls="${id}" aria-label="${texts.showLabel}" data-shows="${id}" data-text="show" data-label="showLabel">${texts.show}</button></div>
</div>`;

type Rule = 'ruleLength' | 'ruleKinds' | 'ruleSame';

const ruleLine = (texts: WrittenTexts, rule: Rule, isAnyKind: boolean): Markup =>
  html`<li id="${rule}" data-met="false"${{ markup: isAnyKind ? ' hidden' : '' }}><span data-text="${rule}">${texts[rule]}</span> <span id="${rule}-state" class="heard" data-text="unmet">${texts.unmet}</span></li>`;

const waiting = (texts: WrittenTexts, step: 'sign-in' | 'change'): Markup =>
  html`<p id="${step}-wait" class="wait" hidden><span id="${step}-wait-label" data-text="timeLeft">${texts.timeLeft}</span> <span id="${step}-time" role="timer" aria-labelledby="${step}-wait-label"></span></p>`;
