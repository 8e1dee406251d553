/** All that is said in a language: by the console, and by Cloudscape's components. */
import type { I18nProviderProps } from '@cloudscape-design/components/i18n';
import type { Texts } from './english/english.ts';

export type Catalogue = { readonly texts: Texts; readonly components: I18nProviderProps.Messages };
