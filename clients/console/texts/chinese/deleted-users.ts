import type { DeletedUsersTexts } from '../english/deleted-users.ts';

export const deletedUsers = {
  title: '已删除的用户',
} satisfies DeletedUsersTexts;
