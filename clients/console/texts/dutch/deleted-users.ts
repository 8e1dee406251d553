import type { DeletedUsersTexts } from '../english/deleted-users.ts';

export const deletedUsers = {
  title: 'Verwijderde gebruikers',
} satisfies DeletedUsersTexts;
