/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { PeoplePage } from './people-page.tsx';

export const peoplePages: readonly ConsolePage[] = [
  {
    path: '/users',
    title: ({ people }) => people.title,
    permission: 'readPeople',
    section: 'users',
    contentType: 'table',
    Component: PeoplePage,
  },
];
