/** The search of the reference, which runs in the reader's browser. */

/** What can be found: `words` are looked through, and not shown. */
export type Entry = { title: string; told: string; href: string; words: string };

/** The part of a browser that the search uses. */
type SearchWindow = {
  readonly document: {
    getElementById: (id: string) => SearchElement;
    createElement: (name: string) => SearchElement;
  };
  readonly location: { search: string; pathname: string; hash: string };
  readonly history: { replaceState: (state: null, title: string, url: string) => void };
};

type SearchElement = {
  textContent: string;
  hidden: boolean;
  value: string;
  href: string;
  focus: () => void;
  append: (...children: (SearchElement | string)[]) => void;
  replaceChildren: (...children: SearchElement[]) => void;
  querySelector: (selector: string) => SearchElement | null;
  addEventListener: (kind: string, listener: (event: { preventDefault: () => void }) => void) => void;
};

/**
 * Shows what holds every word that is typed, those first that have one in their title; the page comes back when the field
 * is empty. What is looked for stands in the address. Runs in the browser by itself, so it imports nothing.
 */
const searchReference = (window: SearchWindow): void => {
  const { document, location, history } = window;
  const at = (id: string) => document.getElementById(id);
  const [form, field, told, list] = [at('search-form'), at('search'), at('search-told'), at('search-list')];
  const entries = JSON.parse(at('search-entries').textContent) as Entry[];
  const most = 60;

  const linked = ({ title, told: sentence, href }: Entry): SearchElement => {
    const [item, link, code, beside] = ['li', 'a', 'code', 'span'].map((name) => document.createElement(name)) as [
      SearchElement,
      SearchElement,
      SearchElement,
      SearchElement,
    ];
    code.textContent = title;
    link.href = href;
    link.append(code);
    beside.textContent = sentence;
    item.append(link, ' ', beside);
    return item;
  };

  const find = (words: readonly string[]): Entry[] => {
    const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
    const found = entries.filter(({ title, told: sentence, words: more }) => holds(`${title} ${sentence} ${more}`));
    const inTitle = found.filter(({ title }) => holds(title));
    return [...inTitle, ...found.filter((entry) => !inTitle.includes(entry))];
  };

  const show = (isTyped: boolean): void => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isSearching = words.length > 0;
    const found = isSearching ? find(words) : [];
    at('found').hidden = !isSearching;
    at('content').hidden = isSearching;
    const most60 = found.length > most ? `The first ${most} of ${found.length} places` : `${found.length} places`;
    told.textContent = !isSearching ? '' : found.length === 1 ? '1 place holds it.' : `${most60} hold it.`;
    list.replaceChildren(...found.slice(0, most).map(linked));
    if (!isTyped) return;
    const query = isSearching ? `?q=${encodeURIComponent(words.join(' '))}` : '';
    history.replaceState(null, '', location.pathname + query);
  };

  const close = (): void => {
    field.value = '';
    show(false);
  };

  form.hidden = false;
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  show(false);
  field.addEventListener('input', () => show(true));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  // What was found may be on this very page, which has to be there again.
  list.addEventListener('click', close);
};

/** The page's script, the same on every page of the reference. */
export const searchScript = `'use strict';(${String(searchReference)})(window);`;
