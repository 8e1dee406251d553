/** English, as it is loaded. */
import components from '@cloudscape-design/components/i18n/messages/all.en';
import type { Catalogue } from '../catalogue.ts';
import { english } from './english.ts';

export const catalogue: Catalogue = { texts: english, components };
