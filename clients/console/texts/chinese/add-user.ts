import type { AddUserTexts } from '../english/add-user.ts';

export const addUser = {
  title: '添加用户',
} satisfies AddUserTexts;
