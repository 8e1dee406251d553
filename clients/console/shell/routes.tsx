/** Routes, made of the table of pages. */
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
  type RouterHistory,
  useMatches,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { mayDo } from '../api/session.ts';
import { useTexts } from '../texts/texts-context.tsx';
import { base, useGo } from './addresses.ts';
import type { ConsolePage } from './console-page.ts';
import { NoPage, NoRight } from './dead-ends.tsx';
import { Frame } from './frame.tsx';
import { firstPage } from './navigation.ts';
import { useSession } from './session-context.tsx';

type Context = { pages: readonly ConsolePage[] };

/** A router over the pages, at the addresses of this browser unless it is given others. */
export const consoleRouter = (pages: readonly ConsolePage[], history?: RouterHistory) => {
  const root = createRootRouteWithContext<Context>()({
    component: () => {
      const last = useMatches().at(-1);
      const page = pages.find(({ path }) => path === last?.fullPath || `${path}/` === last?.fullPath);
      return (
        <Frame pages={pages} page={last?.status === 'notFound' ? undefined : page}>
          <Outlet />
        </Frame>
      );
    },
    notFoundComponent: NoPage,
  });
  const routes = pages.map((page) =>
    createRoute({ getParentRoute: () => root, path: page.path, component: () => <Guarded page={page} /> }),
  );
  const hasHome = pages.some(({ path }) => path === '/');
  const home = createRoute({ getParentRoute: () => root, path: '/', component: () => <ToFirstPage pages={pages} /> });
  return createRouter({
    routeTree: root.addChildren(hasHome ? routes : [...routes, home]),
    basepath: base,
    context: { pages },
    trailingSlash: 'never',
    defaultNotFoundComponent: NoPage,
    ...(history && { history }),
  });
};

const Guarded = ({ page }: { page: ConsolePage }) => {
  const session = useSession();
  const texts = useTexts();
  const { Component } = page;
  return mayDo(session, page.permission) ? <Component /> : <NoRight page={page.title(texts)} />;
};

const ToFirstPage = ({ pages }: { pages: readonly ConsolePage[] }) => {
  const go = useGo();
  const path = firstPage(pages, useSession())?.path;
  useEffect(() => {
    if (path !== undefined) go(path);
  }, [go, path]);
  return path === undefined ? <NoPage /> : null;
};
