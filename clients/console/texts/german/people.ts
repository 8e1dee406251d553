import type { PeopleTexts } from '../english/people.ts';

export const people = {
  title: 'Aktive Benutzer',
} satisfies PeopleTexts;
