/** German, as it is loaded. */
import components from '@cloudscape-design/components/i18n/messages/all.de';
import type { Catalogue } from '../catalogue.ts';
import { german } from './german.ts';

export const catalogue: Catalogue = { texts: german, components };
