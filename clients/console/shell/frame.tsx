/** What stands around every page: the bar at the top, the pages at the side, the way to the page, messages. */
import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/texts-context.tsx';
import { address, useFollow } from './addresses.ts';
import type { ConsolePage } from './console-page.ts';
import { FailureBoundary } from './dead-ends.tsx';
import { Head } from './head.tsx';
import { breadcrumbsOf, navigationItems } from './navigation.ts';
import { Notifications } from './notifications.tsx';
import { useGivenTitle } from './page-title.tsx';
import { useSession } from './session-context.tsx';

type FrameProps = {
  pages: readonly ConsolePage[];
  /** The one that is shown; undefined at an address that no page has. */
  page: ConsolePage | undefined;
  children: ReactNode;
};

export const Frame = ({ pages, page, children }: FrameProps) => {
  const texts = useTexts();
  const { shell } = texts;
  const session = useSession();
  const follow = useFollow();
  const title = useGivenTitle() ?? page?.title(texts) ?? shell.noPageTitle;
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const [navigationOpen, setNavigationOpen] = useState(() => window.innerWidth > 1000);
  useHeadingFocus(pathname);
  useEffect(() => {
    document.title = `${title} - ${session.organization.displayName}`;
  }, [title, session]);

  return (
    <>
      <Head />
      <AppLayoutToolbar
        headerSelector="#console-head"
        contentType={page?.contentType ?? 'default'}
        navigation={
          <SideNavigation
            activeHref={address(activePath(pages, page))}
            items={navigationItems(pages, session, texts)}
            onFollow={(event) => {
              follow(event);
              if (window.innerWidth <= 1000) setNavigationOpen(false);
            }}
          />
        }
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        toolsHide
        breadcrumbs={
          page && <BreadcrumbGroup items={named(breadcrumbsOf(pages, page, texts), title)} onFollow={follow} />
        }
        notifications={<Notifications />}
        stickyNotifications
        content={<FailureBoundary page={pathname}>{children}</FailureBoundary>}
        ariaLabels={{
          navigation: shell.navigation,
          navigationClose: shell.closeNavigation,
          navigationToggle: shell.openNavigation,
          notifications: shell.notifications,
        }}
      />
    </>
  );
};

/** The last breadcrumb is the page itself. */
const named = <Item extends { text: string }>(items: readonly Item[], title: string): Item[] =>
  items.map((item, at) => (at === items.length - 1 ? { ...item, text: title } : item));

/** In the side navigation, a page that is not there itself is where the page stands on which it hangs. */
const activePath = (pages: readonly ConsolePage[], page: ConsolePage | undefined): string => {
  const { path = '', section, above } = page ?? {};
  return section === undefined && above !== undefined
    ? activePath(
        pages,
        pages.find((one) => one.path === above),
      )
    : path;
};

/** After a change of page the reader's focus goes to its heading, as it would on a page that was loaded; not at first. */
const useHeadingFocus = (pathname: string): void => {
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const heading = document.querySelector<HTMLElement>('main h1, h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.style.outline = 'none';
    heading.focus({ preventScroll: true });
  }, [pathname]);
};
