/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const auditPages: readonly ConsolePage[] = [
  {
    path: '/audit',
    title: ({ audit }) => audit.title,
    permission: 'readAudits',
    section: 'records',
    contentType: 'table',
    Component: lazyPage(() => import('./audit-page.tsx'), 'AuditPage'),
  },
];
