import type { AddManyTexts } from '../english/add-many.ts';

export const addMany = {
  title: 'Mehrere Benutzer hinzufügen',
} satisfies AddManyTexts;
