import type { LicencesTexts } from '../english/licences.ts';

export const licences = {
  title: 'Licenties',
} satisfies LicencesTexts;
