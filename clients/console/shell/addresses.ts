/** Addresses of the console. */
import { useParams, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { mayDo } from '../api/session.ts';
import type { ConsolePage } from './console-page.ts';
import { useSession } from './session-context.tsx';

/** Below which all pages lie. */
export const base = '/console';

/** The address of a path of the table of pages: `address('/users')` is `/console/users`. */
export const address = (path: string): string => (path === '/' ? base : `${base}${path}`);

/** Goes to a path of the table of pages, such as `/users/17`. */
export const useGo = (): ((path: string) => void) => {
  const router = useRouter();
  return useCallback((path) => router.history.push(address(path)), [router]);
};

type Followed = { preventDefault: () => void; detail: { href?: string | undefined; external?: boolean | undefined } };

/** For `onFollow` of Cloudscape's links: goes to pages of the console without loading the whole of it again. */
export const useFollow = (): ((event: Followed) => void) => {
  const router = useRouter();
  return useCallback(
    (event) => {
      const { href, external } = event.detail;
      if (external || !href || !(href === base || href.startsWith(`${base}/`) || href.startsWith(`${base}?`))) return;
      event.preventDefault();
      router.history.push(href);
    },
    [router],
  );
};

/** A value of the path of the page: `usePathValue('id')` at `/users/$id`. */
export const usePathValue = (name: string): string => {
  const values = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>;
  return values[name] ?? '';
};

/** Whether there is a page of a path which whoever is signed in may open, so that a way to it can be shown. */
export const useHasPage = (): ((path: string) => boolean) => {
  const router = useRouter();
  const session = useSession();
  const { pages } = router.options.context as { pages: readonly ConsolePage[] };
  return (path) => pages.some((page) => page.path === path && mayDo(session, page.permission));
};
