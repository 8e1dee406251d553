import type { PeopleTexts } from '../english/people.ts';

export const people = {
  title: 'Actieve gebruikers',
} satisfies PeopleTexts;
