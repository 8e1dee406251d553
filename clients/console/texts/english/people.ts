/** What the pages of pages/people say. */
export const people = {
  title: 'Active users',
};

export type PeopleTexts = typeof people;
