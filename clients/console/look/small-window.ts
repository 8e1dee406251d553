/** Whether there is room for two columns at most, as on a telephone; tables show less of each row there. */
import { useSyncExternalStore } from 'react';

/** Cloudscape lays its own components out for a small window up to this width. */
const asked = window.matchMedia('(max-width: 688px)');

const follow = (onChange: () => void): (() => void) => {
  asked.addEventListener('change', onChange);
  return () => asked.removeEventListener('change', onChange);
};

export const isSmallWindow = (): boolean => asked.matches;

/** Follows the window. */
export const useSmallWindow = (): boolean => useSyncExternalStore(follow, isSmallWindow);
