/** What the pages of pages/settings say. */
export const settings = {
  title: 'Settings',
};

export type SettingsTexts = typeof settings;
