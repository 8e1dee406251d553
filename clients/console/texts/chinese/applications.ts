import type { ApplicationsTexts } from '../english/applications.ts';

export const applications = {
  title: '应用程序',
} satisfies ApplicationsTexts;
