import type { PersonTexts } from '../english/person.ts';

export const person = {
  title: 'Persoon',
} satisfies PersonTexts;
