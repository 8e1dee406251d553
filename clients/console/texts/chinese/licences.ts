import type { LicencesTexts } from '../english/licences.ts';

export const licences = {
  title: '许可证',
} satisfies LicencesTexts;
