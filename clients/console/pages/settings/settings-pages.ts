/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const settingsPages: readonly ConsolePage[] = [
  {
    path: '/settings',
    title: ({ settings }) => settings.title,
    permission: 'readSettings',
    section: 'organisation',
    Component: lazyPage(() => import('./settings-page.tsx'), 'SettingsPage'),
  },
];
