import type { AddUserTexts } from '../english/add-user.ts';

export const addUser = {
  title: 'Einen Benutzer hinzufügen',
} satisfies AddUserTexts;
