/** What the pages of pages/deleted-users say. */
export const deletedUsers = {
  title: 'Deleted users',
};

export type DeletedUsersTexts = typeof deletedUsers;
