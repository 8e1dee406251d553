import type { PeopleTexts } from '../english/people.ts';

export const people = {
  title: '活动用户',
} satisfies PeopleTexts;
