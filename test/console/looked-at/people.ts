/** The states of the list of people, and of one person. */
import type { Page } from 'puppeteer-core';
import { clickOn, openAction, openTab } from '../acting.ts';
import { idOfPerson } from '../played/people.ts';
import type { LookedAt } from './looked-at.ts';

const deleteAll = async (page: Page) => {
  await clickOn(page, 'main input[type=checkbox]');
  await openAction(page, 5);
};

const editProfile = async (page: Page) => {
  await openTab(page, 1);
  await clickOn(page, '[role=tabpanel] button');
};

export const peopleStates: readonly LookedAt[] = [
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
];
