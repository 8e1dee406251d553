/** What the pages of pages/add-user say. */
export const addUser = {
  title: 'Add a user',
};

export type AddUserTexts = typeof addUser;
