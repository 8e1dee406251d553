/** A page used by keyboard alone, as somebody does who sees no pointer. */
import type { Page } from 'puppeteer-core';

/** What the element that has the focus is called: its label, its own words, or what describes it. */
const nameOfFocus = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return '';
  const byIds = (ids) => (ids ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  return [one.getAttribute('aria-label'), byIds(one.getAttribute('aria-labelledby')),
    ...[...(one.labels ?? [])].map((label) => label.textContent), one.textContent, one.value]
    .map((text) => (text ?? '').trim()).find(Boolean) ?? '';
})()`;

/** Most presses of a key on the way to an element. */
const mostPresses = 120;

/** Presses Tab until an element of this name has the focus. */
export const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const seen: string[] = [];
  const isMeant = (text: string) => (typeof name === 'string' ? text.startsWith(name) : name.test(text));
  for (let presses = 0; presses < mostPresses; presses += 1) {
    await page.keyboard.press('Tab');
    const at = String(await page.evaluate(nameOfFocus));
    if (isMeant(at)) return;
    seen.push(at.slice(0, 30));
  }
  throw new Error(`Tab leads to no ${name}, but to: ${[...new Set(seen)].join(' | ')}`);
};

/** Goes to a field by Tab and types. */
export const typeInto = async (page: Page, name: string | RegExp, text: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.type(text);
};

/** Goes to a button, link or box by Tab and presses a key on it. */
export const pressOn = async (page: Page, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press(key);
};

/** Waits until nothing moves or fades any more: what is half there has half its contrast. */
export const standStill = async (page: Page): Promise<void> => {
  await page.evaluate(`Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))`);
};

/** Waits until some words are on the page. */
export const seeText = async (page: Page, text: string, timeout = 20_000): Promise<void> => {
  const isThere = `document.body.textContent.includes(${JSON.stringify(text)})`;
  await page.waitForFunction(isThere, { timeout }).catch(async () => {
    throw new Error(`“${text}” is not on the page: ${await page.evaluate('document.body.innerText.slice(0, 2000)')}`);
  });
};
