import type { AddManyTexts } from '../english/add-many.ts';

export const addMany = {
  title: 'Meerdere gebruikers toevoegen',
} satisfies AddManyTexts;
