import type { ApplicationsTexts } from '../english/applications.ts';

export const applications = {
  title: 'Toepassingen',
} satisfies ApplicationsTexts;
