import type { View } from './create-view.ts';
import type { PageData } from './page-data.ts';
import type { PageWindow } from './page-window.ts';

/**
 * Has the links of the languages tell the page again instead of loading it, so that what was typed stays; `told` is
 * called after that. The rest of the address stays as it is. Runs in the browser by itself.
 */
export const speakOnClick = (window: PageWindow, view: View, told: () => void): void => {
  for (const link of window.document.querySelectorAll('[data-language]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const language = link.dataset.language as PageData['language'];
      view.speak(language);
      const address = new URL(window.location.href);
      address.searchParams.set('lang', language);
      window.history.replaceState(null, '', address.pathname + address.search);
      told();
    });
  }
};
