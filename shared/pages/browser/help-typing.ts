import type { View } from './create-view.ts';
import type { Judgement } from './judge-password.ts';
import type { PageElement, PageWindow } from './page-window.ts';

/** What helps while a password is typed. */
export type TypingHelp = ReturnType<typeof helpTyping>;

/**
 * Buttons that show and hide what is typed, a hint while Caps Lock is on, and the state of each rule; `judge` judges
 * what stands in the fields now. Runs in the browser by itself.
 */
export const helpTyping = (window: PageWindow, view: View, judge: () => Judgement) => {
  const { at } = view;
  const every = (selector: string): PageElement[] => [...window.document.querySelectorAll(selector)];
  // So long a pause in typing that a screen reader has read the last letter out.
  const pauseMilliseconds = 900;
  let pause: number | undefined;

  const turn = (button: PageElement, isShown: boolean): void => {
    at(button.dataset.shows ?? '').type = isShown ? 'text' : 'password';
    button.dataset.label = isShown ? 'hideLabel' : 'showLabel';
    button.dataset.text = isShown ? 'hide' : 'show';
    view.speak(view.language());
  };

  for (const button of every('[data-shows]')) {
    button.addEventListener('click', () => {
      const isShown = at(button.dataset.shows ?? '').type === 'password';
      turn(button, isShown);
      view.say(isShown ? 'passwordShown' : 'passwordHidden');
    });
  }

  for (const field of every('[data-caps]')) {
    const hint = at(field.dataset.caps ?? '');
    for (const kind of ['keydown', 'keyup', 'mousedown', 'blur']) {
      field.addEventListener(kind, (event) => {
        const isOn = kind !== 'blur' && event.getModifierState?.('CapsLock') === true;
        // Only a change is written: a hint that is written again is read out again.
        if (isOn !== (hint.textContent !== '')) view.write(hint, isOn ? 'capsLock' : undefined);
      });
    }
  }

  const missing = (): (keyof Judgement)[] => {
    const judgement = judge();
    return (['ruleLength', 'ruleKinds', 'ruleSame'] as const).filter((rule) => !judgement[rule]);
  };

  const tellMissing = (): void => {
    const rules = missing();
    const lines =
      rules.length === 0 ? [view.line('allMet')] : [view.line('stillMissing'), ...rules.map((rule) => view.line(rule))];
    at('rules-status').replaceChildren(...lines);
  };

  const markRules = (): void => {
    const rules = missing();
    for (const rule of ['ruleLength', 'ruleKinds', 'ruleSame'] as const) {
      const isMet = !rules.includes(rule);
      at(rule).dataset.met = String(isMet);
      view.write(at(`${rule}-state`), isMet ? 'met' : 'unmet');
    }
  };

  for (const id of ['new-password', 'repeated-password']) {
    at(id).addEventListener('input', () => {
      markRules();
      window.clearTimeout(pause);
      pause = window.setTimeout(tellMissing, pauseMilliseconds);
    });
  }

  return {
    /** Hides every password, as browsers and password managers expect it of a form that is sent. */
    hidePasswords: (): void => {
      for (const button of every('[data-shows]')) turn(button, false);
    },
    /** Says nothing more about what was typed before; `isJudged`: what is not met then is marked as wrong. */
    settle: (isJudged: boolean): void => {
      window.clearTimeout(pause);
      at('rules-status').replaceChildren();
      at('rules').dataset.judged = String(isJudged);
      markRules();
    },
  };
};
