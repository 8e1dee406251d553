import type { PersonTexts } from '../english/person.ts';

export const person = {
  title: '人员',
} satisfies PersonTexts;
