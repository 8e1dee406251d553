/** Every page of the console that is looked at: by axe, at several widths, and in pictures. */
import type { Page } from 'puppeteer-core';
import { clickOn, openAction, openTab } from './acting.ts';
import { idOfPerson, playedPeople } from './played/people.ts';
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
};

/** What the API answers to all of them. */
export const playedRoutes = (): PlayedRoutes => ({ ...playedPeople() });

const deleteAll = async (page: Page) => {
  await clickOn(page, 'main input[type=checkbox]');
  await openAction(page, 5);
};

const editProfile = async (page: Page) => {
  await openTab(page, 1);
  await clickOn(page, '[role=tabpanel] button');
};

export const lookedAt: readonly LookedAt[] = [
  { name: 'people', path: '/users' },
  { name: 'people-of-a-reader', path: '/users', roles: ['Reports Reader'] },
  {
    name: 'people-preferences',
    path: '/users',
    prepare: (page) => clickOn(page, '#list-preferences button'),
  },
  { name: 'people-delete', path: '/users', prepare: deleteAll },
  ...['account', 'profile', 'licences', 'roles', 'mail', 'history'].map((tab, at) => ({
    name: `person-${tab}`,
    path: `/users/${idOfPerson(1)}`,
    prepare: (page: Page) => openTab(page, at),
  })),
  { name: 'person-edit', path: `/users/${idOfPerson(7)}`, prepare: editProfile },
  { name: 'person-reset', path: `/users/${idOfPerson(7)}`, prepare: (page) => openAction(page, 0) },
  { name: 'nobody', path: `/users/${idOfPerson(99)}` },
  { name: 'no-page', path: '/nowhere' },
];
