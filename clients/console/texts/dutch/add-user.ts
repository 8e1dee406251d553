import type { AddUserTexts } from '../english/add-user.ts';

export const addUser = {
  title: 'Een gebruiker toevoegen',
} satisfies AddUserTexts;
