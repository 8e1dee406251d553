import type { clientWords } from './client-words.ts';
import type { View } from './create-view.ts';
import type { PageElement, PageWindow } from './page-window.ts';

/** A session as the API tells of it. */
export type ListedSession = {
  id: string;
  createdDateTime: string;
  isCurrent: boolean;
  ipAddress: string | null;
  clientAppUsed: string | null;
};

/**
 * The lines of a list of sessions: which browser, since when in the reader's own time, from where, and a button that ends
 * it, but for the session that looks. Runs in the browser by itself.
 */
export const listSessions = (
  { document, navigator }: PageWindow,
  view: View,
  {
    sessions,
    clientWords: wordsOf,
    end,
  }: { sessions: readonly ListedSession[]; clientWords: typeof clientWords; end: (id: string) => void },
): PageElement[] => {
  const made = (name: string, className: string, ...children: (PageElement | string)[]): PageElement => {
    const element = document.createElement(name);
    element.className = className;
    element.replaceChildren(...children);
    return element;
  };
  // As the reader's own country writes it, where their browser is in the language of the page.
  const own = navigator.languages.find((tag) => tag.split('-')[0] === view.language().split('-')[0]);
  const moment = new Intl.DateTimeFormat(own ?? view.language(), { dateStyle: 'medium', timeStyle: 'short' });

  return sessions.map(({ id, createdDateTime, isCurrent, ipAddress, clientAppUsed }, index) => {
    const words = wordsOf(clientAppUsed ?? '');
    const client = made('strong', '', words);
    client.id = `client-${index}`;
    if (words === '') view.write(client, 'unknownClient');
    const since = made('span', '');
    view.write(since, 'since');
    const from = ipAddress === null || ipAddress === '' ? '' : ` · ${ipAddress}`;
    const told = made('p', 'soft', since, ` ${moment.format(new Date(createdDateTime))}${from}`);
    const tag = made('span', 'tag');
    view.write(tag, 'thisSession');
    const button = made('button', 'quiet small');
    button.id = `end-${index}`;
    button.setAttribute('type', 'button');
    button.setAttribute('aria-labelledby', `end-${index} client-${index}`);
    view.write(button, 'end');
    button.addEventListener('click', () => end(id));
    return made(
      'li',
      '',
      made('div', '', made('p', '', client, ...(isCurrent ? [' ', tag] : [])), told),
      ...(isCurrent ? [] : [button]),
    );
  });
};
