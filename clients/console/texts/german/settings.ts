import type { SettingsTexts } from '../english/settings.ts';

export const settings = {
  title: 'Einstellungen',
} satisfies SettingsTexts;
