/** The side navigation and the breadcrumbs, from the table of pages. */
import type { BreadcrumbGroupProps } from '@cloudscape-design/components/breadcrumb-group';
import type { SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import { mayDo, type Session } from '../api/session.ts';
import type { Texts } from '../texts/english/english.ts';
import { address } from './addresses.ts';
import type { ConsolePage, Section } from './console-page.ts';

/** The pages that whoever is signed in may open, group by group; a group without any is left out. */
export const navigationItems = (
  pages: readonly ConsolePage[],
  session: Session,
  texts: Texts,
): SideNavigationProps.Item[] => {
  const linksOf = (section: ConsolePage['section']): SideNavigationProps.Link[] =>
    pages
      .filter((page) => page.section === section && mayDo(session, page.permission))
      .map((page) => ({ type: 'link', text: page.title(texts), href: address(page.path) }));
  const sections = (Object.keys(texts.shell.sections) as Section[]).map((section) => ({
    type: 'section' as const,
    text: texts.shell.sections[section],
    items: linksOf(section),
  }));
  return [...linksOf('top'), ...sections.filter(({ items }) => items.length > 0)];
};

/** The way to a page: the first page, those that it hangs on, itself. */
export const breadcrumbsOf = (
  pages: readonly ConsolePage[],
  page: ConsolePage,
  texts: Texts,
): BreadcrumbGroupProps.Item[] => {
  const way: ConsolePage[] = [];
  for (let next: ConsolePage | undefined = page; next && !way.includes(next); ) {
    way.unshift(next);
    const { above }: ConsolePage = next;
    next = pages.find(({ path }) => path === above);
  }
  const home = pages.find(({ path }) => path === '/');
  const all = home && way[0] !== home ? [home, ...way] : way;
  return all.map((each) => ({ text: each.title(texts), href: address(each.path) }));
};

/** The first page that somebody may open: where the console begins. */
export const firstPage = (pages: readonly ConsolePage[], session: Session): ConsolePage | undefined =>
  pages.find((page) => page.section !== undefined && mayDo(session, page.permission));
