import type { HomeTexts } from '../english/home.ts';

export const home = {
  title: 'Start',
} satisfies HomeTexts;
