import type { TextName } from '../texts/page-texts.ts';
import type { PageData } from './page-data.ts';
import type { PageElement, PageWindow } from './page-window.ts';
import type { timeLeft } from './time-left.ts';

/** What a person sees and hears: one step at a time, in one language. */
export type View = ReturnType<typeof createView>;

/** A part of the page, by the id of its section. */
export type Step = 'sign-in' | 'operator' | 'change' | 'done';

/**
 * Makes the view. An element that has a text carries its name (`data-text`; `data-label` for a name that is only
 * heard), so that everything can be told again in another language. Runs in the browser by itself.
 */
export const createView = (window: PageWindow, data: PageData, tell: typeof timeLeft) => {
  const { document } = window;
  let language = data.language;
  let title: TextName = data.title;

  const at = (id: string): PageElement => {
    const element = document.getElementById(id);
    if (!element) throw new Error(`There is no element ${id}.`);
    return element;
  };

  const tellElement = (element: PageElement): void => {
    const { text, label, seconds } = element.dataset;
    const texts = data.texts[language];
    const textOf = (name: string): string => texts[name as TextName] ?? '';
    if (label) element.setAttribute('aria-label', textOf(label));
    if (text) element.textContent = textOf(text).replace('{time}', () => tell(Number(seconds), language).words);
  };

  const tellTitle = (): void => {
    document.title = `${data.texts[language][title] ?? ''} – ${data.organisation}`;
  };

  /** Gives an element its text; none empties it. */
  const write = (element: PageElement, name?: TextName, seconds?: number): void => {
    element.dataset.text = name ?? '';
    element.dataset.seconds = String(seconds ?? '');
    if (name) tellElement(element);
    else element.textContent = '';
  };

  const line = (name: TextName, seconds?: number): PageElement => {
    const paragraph = document.createElement('p');
    write(paragraph, name, seconds);
    return paragraph;
  };

  const speak = (chosen: PageData['language']): void => {
    language = chosen;
    document.documentElement.lang = chosen;
    for (const element of document.querySelectorAll('[data-text],[data-label]')) tellElement(element);
    for (const link of document.querySelectorAll('[data-language]')) {
      if (link.dataset.language === chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    tellTitle();
  };

  /** Says something politely, without moving the focus. */
  const say = (name?: TextName): void => write(at('status'), name);

  /** Lets the button of a step rest while something runs: it keeps its place and look, and says so. */
  const rest = (step: Step, isBusy: boolean): void => {
    at(`${step}-button`).disabled = isBusy;
    if (isBusy) at(`${step}-button`).setAttribute('aria-busy', 'true');
    else at(`${step}-button`).removeAttribute('aria-busy');
    say(isBusy ? 'working' : undefined);
  };

  /** Takes back the problems of a step. */
  const clear = (step: Step): void => {
    at(`${step}-problems`).replaceChildren();
    for (const field of document.querySelectorAll(`#${step} [aria-invalid]`)) field.removeAttribute('aria-invalid');
  };

  /** Tells problems of a step, marks the fields that they are about, and moves the focus to where they stand. */
  const refuse = (step: Step, problems: readonly TextName[], fields: readonly string[], seconds?: number): void => {
    clear(step);
    for (const field of fields) at(field).setAttribute('aria-invalid', 'true');
    at(`${step}-problems`).replaceChildren(...problems.map((name) => line(name, seconds)));
    at(`${step}-problems`).focus();
  };

  /** Shows a step instead of the present one and moves the focus to its heading. */
  const show = (step: Step, heading: TextName): void => {
    for (const section of document.querySelectorAll('section')) section.hidden = section.id !== step;
    title = heading;
    write(at(`${step}-title`), heading);
    tellTitle();
    at(`${step}-title`).focus();
  };

  return { at, line, write, speak, say, rest, clear, refuse, show, language: () => language };
};
