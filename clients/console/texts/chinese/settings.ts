import type { SettingsTexts } from '../english/settings.ts';

export const settings = {
  title: '设置',
} satisfies SettingsTexts;
