/** Fields for passwords: one, and the two of a new password with what it must be like beneath the first. */
import { html, type Markup } from '../html/markup.ts';
import type { PasswordRules } from './browser/page-data.ts';
import type { TextName, WrittenTexts } from './texts/page-texts.ts';

/** A field, and whose problems are told of it. */
export type PasswordField = {
  id: string;
  label: TextName;
  autocomplete: 'current-password' | 'new-password';
  step: 'sign-in' | 'change';
  alsoDescribedBy?: string;
};

/** A field with a button that shows what is typed. */
export const passwordField = (
  texts: WrittenTexts,
  { id, label, autocomplete, step, alsoDescribedBy = '' }: PasswordField,
): Markup => html`<div class="field">
<label for="${id}" data-text="${label}">${texts[label] ?? ''}</label>
<div class="entry"><input id="${id}" type="password" autocomplete="${autocomplete}" autocapitalize="none" autocorrect="off" spellcheck="false" required aria-describedby="${step}-problems${{ markup: alsoDescribedBy }}" data-caps="${step}-caps">
<button type="button" aria-controls="${id}" aria-label="${texts.showLabel}" data-shows="${id}" data-text="show" data-label="showLabel">${texts.show}</button></div>
</div>`;

/** The two fields; the rules are told once, in a list that also says which of them are met. */
export const newPasswordFields = (texts: WrittenTexts, { kinds }: Pick<PasswordRules, 'kinds'>): Markup =>
  html`${passwordField(texts, { id: 'new-password', label: 'newPassword', autocomplete: 'new-password', step: 'change', alsoDescribedBy: ' rules' })}
<div id="rules" class="rules" data-judged="false">
<p data-text="rules">${texts.rules}</p>
<ul>
${(['ruleLength', 'ruleKinds', 'ruleSame'] as const).map((rule) => ruleLine(texts, rule, rule === 'ruleKinds' && kinds <= 1))}
</ul>
<p data-text="ruleOther">${texts.ruleOther}</p>
</div>
${passwordField(texts, { id: 'repeated-password', label: 'repeatedPassword', autocomplete: 'new-password', step: 'change' })}
<p id="change-caps" class="hint" role="status"></p>
<div id="rules-status" class="heard" role="status"></div>`;

type Rule = 'ruleLength' | 'ruleKinds' | 'ruleSame';

const ruleLine = (texts: WrittenTexts, rule: Rule, isAnyKind: boolean): Markup =>
  html`<li id="${rule}" data-met="false"${{ markup: isAnyKind ? ' hidden' : '' }}><span data-text="${rule}">${texts[rule]}</span> <span id="${rule}-state" class="heard" data-text="unmet">${texts.unmet}</span></li>`;
