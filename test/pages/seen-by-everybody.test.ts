/** That each fault is found which pages are looked through for, and nothing where all is well. */
import type { Page } from 'puppeteer-core';
import { type Chromium, describeInChromium, startChromium } from './chromium.ts';
import { brokenWords, cutOff, readBeforeWhatIsAbove, readWrongly, tooWide, unseen } from './seen-by-everybody.ts';

const column = 'display: flex; flex-direction: column-reverse; align-items: start';

describeInChromium('what is looked through a page for', () => {
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await startChromium();
    page = await chromium.newPage({ width: 400, height: 300 });
  });
  afterAll(() => chromium?.close());

  test.each<[string, (page: Page) => Promise<string[]>, string, string[]]>([
    [
      'a button too small for its words',
      cutOff,
      '<button style="width: 30px; overflow: hidden; white-space: nowrap">Cancel it</button>',
      ['cut off: Cancel it'],
    ],
    [
      'a word that ends on another line',
      brokenWords,
      '<p style="width: 40px; word-break: break-all">Anmelden</p><p style="width: 40px; word-break: break-all">a@contoso.com</p>',
      ['broken within: Anmelden'],
    ],
    [
      'white on white',
      unseen,
      '<p><button style="color: #fff; background: #fff; border: 0">Go</button></p><p><button>Stay</button></p>',
      ['not to be seen: Go'],
    ],
    [
      'what is read last though it stands first',
      readBeforeWhatIsAbove,
      `<div style="${column}"><button>Second</button><button>First</button></div>`,
      ['read before what is above: Second before First'],
    ],
    [
      'what has no name, and levels that are left out',
      readWrongly,
      '<h1>Page</h1><h3>Part</h3><button></button><nav></nav><nav></nav>',
      [
        'a level is skipped before the heading 3 “Part”',
        'more than one navigation “”',
        'more than one navigation “”',
        'button without a name, below “”',
      ],
    ],
  ])('%s', async (_name, look, body, found) => {
    await page.setContent(`<main>${body}</main>`);
    expect(await look(page)).toEqual(found);
  });

  test('a page that is wider than its window, with what makes it so', async () => {
    await page.setContent('<main><div id="wide" style="width: 900px">wide</div></main>');
    expect(await tooWide(page)).toEqual([expect.stringContaining('id="wide"')]);
  });

  test('nothing, where all is well', async () => {
    await page.setContent('<header></header><main><h1>Page</h1><h2>Part</h2><p>Words</p><button>Go</button></main>');
    const looks = [tooWide, cutOff, brokenWords, readBeforeWhatIsAbove, readWrongly, unseen];
    expect(await Promise.all(looks.map((look) => look(page)))).toEqual(looks.map(() => []));
  });
});
