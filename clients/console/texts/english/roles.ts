/** What the pages of pages/roles say. */
export const roles = {
  title: 'Roles',
};

export type RolesTexts = typeof roles;
