/** A page as the table of pages has it: from it come its route, its place in the side navigation, and who sees it. */
import type { ComponentType } from 'react';
import type { Permission } from '../../../shared/domain/access/roles.ts';
import type { Texts } from '../texts/english/english.ts';

/** A group of the side navigation. */
export type Section = keyof Texts['shell']['sections'];

export type ConsolePage = {
  /** Its address below /console, as TanStack Router writes it: `/users/$id`. */
  path: string;
  /** What it is called in the side navigation, the breadcrumbs and the browser's tab. */
  title: (texts: Texts) => string;
  /** What takes to see it; absent: everybody who is signed in may. */
  permission?: Permission;
  /** Where it stands in the side navigation: a group, or `top` for above them all; absent: nowhere. */
  section?: Section | 'top';
  /** The path of the page that it hangs on, for the breadcrumbs. */
  above?: string;
  /** How wide it is: that of Cloudscape's layout. */
  contentType?: 'default' | 'form' | 'table' | 'cards' | 'wizard' | 'dashboard';
  Component: ComponentType;
};
