/** What the pages of pages/add-many say. */
export const addMany = {
  title: 'Add multiple users',
};

export type AddManyTexts = typeof addMany;
