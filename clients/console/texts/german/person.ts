import type { PersonTexts } from '../english/person.ts';

export const person = {
  title: 'Person',
} satisfies PersonTexts;
