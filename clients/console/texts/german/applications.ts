import type { ApplicationsTexts } from '../english/applications.ts';

export const applications = {
  title: 'Anwendungen',
} satisfies ApplicationsTexts;
