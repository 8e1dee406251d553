/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

const load = () => import('./licences-and-one.ts');

export const licencesPages: readonly ConsolePage[] = [
  {
    path: '/licences',
    title: ({ licences }) => licences.title,
    permission: 'readLicences',
    section: 'billing',
    contentType: 'table',
    Component: lazyPage(load, 'LicencesPage'),
  },
  {
    path: '/licences/$skuId',
    title: ({ licences }) => licences.one,
    permission: 'readLicences',
    above: '/licences',
    Component: lazyPage(load, 'LicencePage'),
  },
];
