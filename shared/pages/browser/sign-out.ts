import type { askApi, Understanding } from './ask-api.ts';
import type { PageWindow } from './page-window.ts';

/** Ends the session of this browser; false when nobody knows whether it is over. Runs in the browser by itself. */
export const signOut = async (
  window: PageWindow,
  pieces: { askApi: typeof askApi } & Understanding,
): Promise<boolean> => {
  const outcome = await pieces.askApi(window, { path: 'v1.0/me/signOut' }, pieces);
  return outcome.kind === 'granted' || (outcome.kind === 'refused' && outcome.over);
};
