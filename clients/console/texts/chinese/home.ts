import type { HomeTexts } from '../english/home.ts';

export const home = {
  title: '首页',
} satisfies HomeTexts;
