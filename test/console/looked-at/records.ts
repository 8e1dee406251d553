/** The states of the audit and of the sign-ins. */
import { clickOn } from '../acting.ts';
import { answered, empty, unavailable } from './answered.ts';
import type { LookedAt } from './looked-at.ts';

export const recordsStates: readonly LookedAt[] = [
  { name: 'audit', path: '/audit' },
  { name: 'audit-of-a-reader', path: '/audit', roles: ['Reports Reader'] },
  { name: 'audit-none', path: '/audit', prepare: answered('auditLogs', empty) },
  { name: 'audit-unavailable', path: '/audit', prepare: answered('auditLogs', unavailable, 503) },
  {
    name: 'audit-between',
    path: '/audit',
    prepare: async (page) => {
      await clickOn(page, '.filters button');
      await clickOn(page, '[role=option]', 5);
    },
  },
  {
    name: 'audit-person-choice',
    path: '/audit',
    prepare: (page) => clickOn(page, '.filters button', 1),
  },
  { name: 'sign-ins', path: '/sign-ins' },
  { name: 'sign-ins-none', path: '/sign-ins', prepare: answered('auditLogs', empty) },
];
