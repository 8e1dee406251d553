import type { View } from './create-view.ts';
import type { PageWindow } from './page-window.ts';

/** The session of whoever is signed in on the page: it ends with the page, since nothing else uses it. */
export type HeldSession = ReturnType<typeof holdSession>;

/**
 * Holds a session, and nowhere but in memory; signs out when that is asked for, of which `onSignOut` hears first. Runs in
 * the browser by itself.
 */
export const holdSession = (window: PageWindow, view: View, onSignOut: () => void) => {
  let held: string | undefined;

  /** Ends the session, where there is one, also while the page is being left; false when no answer came. */
  const end = async (): Promise<boolean> => {
    const token = held;
    held = undefined;
    if (token === undefined) return true;
    try {
      await window.fetch('v1.0/me/signOut', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        keepalive: true,
      });
      return true;
    } catch {
      held ??= token;
      return false;
    }
  };

  window.addEventListener('pagehide', () => void end());
  const button = view.at('sign-out');
  button.addEventListener('click', async () => {
    onSignOut();
    button.disabled = true;
    view.say('working');
    const isOver = await end();
    button.disabled = false;
    if (!isOver) return view.say('unreachable');
    view.at('wants-change').checked = false;
    view.show('sign-in', 'signInTitle');
    view.say('signedOut');
  });

  return {
    /** Holds a token instead of the one before, which has ended. */
    hold: (token: string): void => {
      held = token;
    },
  };
};
