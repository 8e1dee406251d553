import type { SettingsTexts } from '../english/settings.ts';

export const settings = {
  title: 'Instellingen',
} satisfies SettingsTexts;
