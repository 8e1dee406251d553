import type { HomeTexts } from '../english/home.ts';

export const home = {
  title: 'Startseite',
} satisfies HomeTexts;
