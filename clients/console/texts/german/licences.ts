import type { LicencesTexts } from '../english/licences.ts';

export const licences = {
  title: 'Lizenzen',
} satisfies LicencesTexts;
