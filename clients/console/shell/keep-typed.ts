/**
 * What was typed, kept over one reload that an upgrade makes necessary: a script of the last release is gone, and the page
 * has to be loaded anew. Passwords are never kept; forms say themselves what of theirs is.
 */
import { useEffect, useRef } from 'react';

const keptUnder = 'muster-typed';
const reloadedUnder = 'muster-reloaded-for';
const toldUnder = 'muster-upgraded';

type Typed = Readonly<Record<string, unknown>>;

const forms = new Map<string, () => unknown>();

/** What a form of this name had before the reload; undefined where there was none. It is given out once. */
export const takeTyped = <Values>(name: string): Values | undefined => {
  const { [name]: values, ...others } = keptNow();
  if (values === undefined) return undefined;
  sessionStorage.setItem(keptUnder, JSON.stringify(others));
  return values as Values;
};

/** Has `values()` kept when the page has to be loaded anew. They are to hold no secret. */
export const useKeepTyped = (name: string, values: () => unknown): void => {
  const latest = useRef(values);
  latest.current = values;
  useEffect(() => {
    forms.set(name, () => latest.current());
    return () => void forms.delete(name);
  }, [name]);
};

const keptNow = (): Typed => {
  try {
    return JSON.parse(sessionStorage.getItem(keptUnder) ?? '{}') as Typed;
  } catch {
    return {};
  }
};

/** Loads the page anew, at `href` where it is given; false where that was done for the same release before, in vain. */
export const reloadOnce = (href?: string): boolean => {
  const release = releaseNow();
  if (sessionStorage.getItem(reloadedUnder) === release) return false;
  sessionStorage.setItem(reloadedUnder, release);
  sessionStorage.setItem(toldUnder, 'yes');
  const typed = Object.fromEntries([...forms].map(([name, values]) => [name, values()]));
  sessionStorage.setItem(keptUnder, JSON.stringify(typed));
  if (href === undefined) window.location.reload();
  else window.location.assign(href);
  return true;
};

/** What was loaded; where it is gone, the page is loaded anew. */
export const orReload = async <Loaded>(load: () => Promise<Loaded>): Promise<Loaded> => {
  try {
    return await load();
  } catch (error) {
    if (!reloadOnce()) throw error;
    return new Promise<never>(() => {});
  }
};

/** Whether this page was loaded anew because a script was gone. Told once. */
export const wasReloaded = (): boolean => {
  const isToBeTold = sessionStorage.getItem(toldUnder) !== null;
  sessionStorage.removeItem(toldUnder);
  return isToBeTold;
};

/** The name of the first script follows from all that is in the release. */
const releaseNow = (): string => document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? '';
