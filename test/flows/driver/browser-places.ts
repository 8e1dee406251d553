/** Everything in which a browser keeps what a page has had. */
import type { Page } from 'puppeteer-core';
import type { Place } from './secrets.ts';

/** Read in the page: all that its origin has stored, what scripts see of cookies, its own state, and what it asked for. */
const stored = `(async () => {
  const read = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const databases = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await read(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      databases.push(name, store, await read(all.getAllKeys()), await read(all.getAll()));
    }
    database.close();
  }
  const caches = [];
  for (const name of await window.caches.keys()) {
    const cache = await window.caches.open(name);
    for (const request of await cache.keys()) caches.push(name, request.url, await (await cache.match(request)).text());
  }
  return {
    localStorage: { ...localStorage },
    sessionStorage: { ...sessionStorage },
    indexedDB: databases,
    'cache storage': caches,
    'cookies that scripts read': document.cookie,
    'state of the history': history.state,
    page: document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')].map(({ value }) => value),
    'addresses asked for': performance.getEntries().map(({ name }) => name),
  };
})()`;

/** What is kept of an address that somebody opened, though the page took its fragment away: it is shown nowhere. */
export const asOpened = 'addresses as they were opened';

/** All of it, with the addresses of the tab's history, and what was told to the console. */
export const keptByBrowser = async (page: Page, told: readonly string[]): Promise<Place[]> => {
  const kept = (await page.evaluate(stored)) as Record<string, unknown>;
  const session = await page.createCDPSession();
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  const history = entries.map(({ url, title }) => [url, title]);
  const opened = entries.map(({ userTypedURL }) => userTypedURL);
  return Object.entries({ ...kept, history, [asOpened]: opened, console: told }).map(([name, value]) => {
    return { name, bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) };
  });
};

/** Leaves a text in every one of those places, so that a search for it shows whether it looks there. */
export const plantEverywhere = async (page: Page, text: string): Promise<void> => {
  // Still, since a page that is being made sets its title, and the state of the history, itself.
  await page.goto(`${page.url()}?opened=${text}`, { waitUntil: 'networkidle0' });
  await page.evaluate(`(async (text) => {
    localStorage.setItem('planted', text);
    sessionStorage.setItem('planted', text);
    document.cookie = 'planted=' + text;
    history.replaceState({ ...history.state, text }, '', '?planted=' + text);
    document.title = text;
    performance.mark(text);
    console.log(text);
    await (await caches.open('planted')).put('/planted', new Response(text));
    await new Promise((resolve) => {
      const request = indexedDB.open('planted');
      request.onupgradeneeded = () => request.result.createObjectStore('planted').put(text, text);
      request.onsuccess = () => resolve(request.result.close());
    });
  })(${JSON.stringify(text)})`);
};
