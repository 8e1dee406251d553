import type { DeletedUsersTexts } from '../english/deleted-users.ts';

export const deletedUsers = {
  title: 'Gelöschte Benutzer',
} satisfies DeletedUsersTexts;
