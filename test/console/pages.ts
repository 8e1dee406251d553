/** Every page of the console that is looked at: by axe, at several widths, and in pictures. */
import type { Page } from 'puppeteer-core';
import type { Session } from '../../clients/console/api/session.ts';
import { addUserStates } from './looked-at/add-user.ts';
import { importStates } from './looked-at/imports.ts';
import { playedAddUser } from './played/add-user.ts';
import { playedImports } from './played/imports.ts';
import { playedPeople } from './played/people.ts';
import type { PlayedRoutes } from './played-console.ts';

/** A page, or a state of one. */
export type LookedAt = {
  /** Of its picture's file. */
  name: string;
  /** Below /console. */
  path: string;
  /** What is done before it is looked at, such as to open a dialog. */
  prepare?: (page: Page) => Promise<void>;
  /** Roles of whoever looks; a Global Administrator's unless it is said. */
  roles?: readonly string[];
  /** What is different in the session. */
  session?: Partial<Session>;
};

/** What the API answers to all of them. */
export const playedRoutes = (): PlayedRoutes => ({ ...playedPeople(), ...playedAddUser(), ...playedImports() });

export const lookedAt: readonly LookedAt[] = [
  { name: 'people', path: '/users' },
  ...addUserStates,
  ...importStates,
  { name: 'no-page', path: '/nowhere' },
];
