/** Both pages in one file, which is loaded when one of them is first shown. */
export { LicencePage } from './licence-page.tsx';
export { LicencesPage } from './licences-page.tsx';
