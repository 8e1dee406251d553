/** What of a page cannot be seen, reached or heard: by its layout and its colours, and by the browser's accessibility tree. */
import type { Page, Protocol } from 'puppeteer-core';

/** Whether the page has to be scrolled sideways, and because of which elements; what scrolls within itself does not count. */
export const tooWide = async (page: Page): Promise<string[]> =>
  (await page.evaluate(`(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1);
    const inner = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
    return ['wider than the window: ' + inner.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(' ')];
  })()`)) as string[];

/** Words that are cut off without a sign of it: their element is too small for them and hides the rest. */
export const cutOff = async (page: Page): Promise<string[]> =>
  (await page.evaluate(`(() => {
    const seen = (one) => one.checkVisibility({ visibilityProperty: true });
    // What is meant for a screen reader alone is a pixel large.
    const hidden = (one) => one.closest('[class*=visually-hidden], [class*=visuallyhidden], [class*=live-region]') !== null
      || one.clientWidth <= 1 || one.clientHeight <= 1;
    return [...document.querySelectorAll('button, a, h1, h2, h3, h4, label, th, td, li, p, dt, dd, [role=tab], [role=status]')]
      .filter((one) => seen(one) && !hidden(one) && one.textContent.trim() !== '')
      .filter((one) => {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
        const isCut = (overflow, scroll, client) => (overflow === 'hidden' || overflow === 'clip') && scroll > client + 2;
        return textOverflow !== 'ellipsis' && (isCut(overflowX, one.scrollWidth, one.clientWidth)
          || isCut(overflowY, one.scrollHeight, one.clientHeight));
      }).map((one) => 'cut off: ' + one.textContent.trim().slice(0, 60));
  })()`)) as string[];

/** Short words that a line ends within, where nobody wrote a hyphen. */
export const brokenWords = async (page: Page): Promise<string[]> =>
  (await page.evaluate(`(() => {
    const longest = 13;
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      // A command or a key has no words, and what is of one line's height is not on two.
      if (node.parentElement.closest('pre, code, .only-read-out') || !node.parentElement.checkVisibility()) continue;
      for (const { index, 0: word } of node.data.matchAll(/[^\\s-]+/g)) {
        // An address or a name of the API may be longer than a line; Chinese ends a line between any two signs.
        if (word.length > longest || !/^\\p{Script=Latin}+\\p{Punctuation}*$/u.test(word)) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push('broken within: ' + word);
      }
    }
    return broken;
  })()`)) as string[];

/**
 * Controls that cannot be told from their ground: nothing within them has a contrast of 3 to 1 with the rest (WCAG 1.4.11).
 * Looked at in a picture of the window, since forced colours are not told of by the styles that a script can read.
 */
export const unseen = async (page: Page): Promise<string[]> => {
  const session = await page.createCDPSession();
  // Not by puppeteer, which takes it in the window that the page was opened in.
  const { data: picture } = await session.send('Page.captureScreenshot');
  return (await page.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(picture)}), (one) => one.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    const scale = bitmap.width / window.innerWidth;
    const linear = (one) => one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4;
    const contrastIn = ({ left, top, width, height }) => {
      // With the edge that surrounds it, since an empty field is nothing but that.
      const [x, y, w, h] = [left - 2, top - 2, width + 4, height + 4].map((one) => Math.round(one * scale));
      const { data } = context.getImageData(x, y, Math.max(1, w), Math.max(1, h));
      let [dark, light] = [1, 0];
      for (let at = 0; at < data.length; at += 4) {
        const seen = 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
        [dark, light] = [Math.min(dark, seen), Math.max(light, seen)];
      }
      return (light + 0.05) / (dark + 0.05);
    };
    const isReached = (one, { left, top, width, height }) => {
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      return there !== null && (one.contains(there) || there.contains(one));
    };
    return [...document.querySelectorAll('button, a[href], input, textarea, select, [role=tab]')]
      .filter((one) => !one.disabled && one.ariaDisabled !== 'true')
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ one, box }) => box.width > 1 && box.height > 1 && box.bottom < window.innerHeight && isReached(one, box))
      .filter(({ box }) => contrastIn(box) < 3)
      .map(({ one }) => 'not to be seen: ' + (one.innerText || one.ariaLabel || one.name || one.outerHTML.slice(0, 200)));
  })()`)) as string[];
};

type Node = Protocol.Accessibility.AXNode;

const controls = new Set([
  ...['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'switch', 'slider', 'spinbutton'],
  ...['tab', 'menuitem', 'option', 'listbox', 'progressbar', 'dialog', 'alertdialog', 'img', 'image', 'table', 'grid'],
]);

/** Of which there may be several, told apart by their names. */
const named = new Set(['navigation', 'region', 'complementary', 'form', 'search']);

const roleOf = ({ role }: Node): string => String(role?.value ?? '');
const nameOf = ({ name }: Node): string => String(name?.value ?? '').trim();
const levelOf = ({ properties = [] }: Node): number =>
  Number(properties.find(({ name }) => name === 'level')?.value.value ?? 0);

/** The tree as a screen reader goes through it; what is hidden from it is left out. */
const treeOf = async (page: Page): Promise<(Node & { inMain: boolean })[]> => {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (node: Node, inMain: boolean): (Node & { inMain: boolean })[] => {
    const isInMain = inMain || roleOf(node) === 'main';
    const below = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? walk(child, isInMain) : [];
    });
    return node.ignored ? below : [{ ...node, inMain: isInMain }, ...below];
  };
  const [root] = nodes;
  return root ? walk(root, false) : [];
};

/**
 * What somebody who hears the page could not make sense of: headings that skip a level or are not one below the page's
 * own, landmarks that are lacking or cannot be told apart, controls, pictures and tables without a name.
 */
export const readWrongly = async (page: Page): Promise<string[]> => {
  const tree = await treeOf(page);
  const withRole = (role: string) => tree.filter((node) => roleOf(node) === role);
  const all = withRole('heading');
  // Beside the page's own there may be those of its navigation; a page may also have its first one above its main part.
  const own = all.filter(({ inMain }) => inMain);
  const headings = own.some((node) => levelOf(node) === 1) ? own : all;
  const landmarks = tree.filter((node) => named.has(roleOf(node)));
  const alike = landmarks.filter((one) =>
    landmarks.some((other) => other !== one && roleOf(other) === roleOf(one) && nameOf(other) === nameOf(one)),
  );
  return [
    ...(withRole('main').length === 1 ? [] : [`${withRole('main').length} landmarks main`]),
    ...(withRole('banner').length > 1 ? [`${withRole('banner').length} landmarks banner`] : []),
    ...(levelOf(headings[0] ?? ({} as Node)) === 1
      ? []
      : [`the page does not begin with its heading: ${nameOf(headings[0] ?? ({} as Node))}`]),
    ...headings.flatMap((node, at) => {
      const level = levelOf(node);
      const isSkipped = at > 0 && level > levelOf(headings[at - 1] as Node) + 1;
      return isSkipped ? [`a level is skipped before the heading ${level} “${nameOf(node)}”`] : [];
    }),
    ...alike.map((node) => `more than one ${roleOf(node)} “${nameOf(node)}”`),
    ...tree
      .filter((node) => controls.has(roleOf(node)) && nameOf(node) === '')
      .map((node) => `${roleOf(node)} without a name, below “${nameOf(parentOf(tree, node))}”`),
  ];
};

const parentOf = (tree: readonly Node[], { parentId }: Node): Node =>
  tree.find(({ nodeId }) => nodeId === parentId) ?? ({} as Node);

/** Headings and controls that are read before what stands above them, where no column explains it. */
export const readBeforeWhatIsAbove = async (page: Page): Promise<string[]> =>
  (await page.evaluate(`(() => {
    const isStill = (one) => {
      for (let each = one; each; each = each.parentElement) if (/fixed|sticky|absolute/.test(getComputedStyle(each).position)) return false;
      return true;
    };
    const all = [...document.querySelectorAll('main h1, main h2, main h3, main button, main a, main input')]
      .filter((one) => one.checkVisibility() && isStill(one)).map((one) => ({ one, box: one.getBoundingClientRect() }));
    return all.slice(1).flatMap(({ one, box }, at) => {
      const before = all[at];
      return box.bottom <= before.box.top && box.left < before.box.right
        ? ['read before what is above: ' + (before.one.innerText || before.one.ariaLabel) + ' before ' + (one.innerText || one.ariaLabel)] : [];
    });
  })()`)) as string[];
