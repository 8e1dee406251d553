/** What the pages of pages/person say. */
export const person = {
  title: 'Person',
};

export type PersonTexts = typeof person;
