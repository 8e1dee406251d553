/** Dutch, as it is loaded. */
import type { Catalogue } from '../catalogue.ts';
import { parsedMessages } from '../parsed-messages.ts';
import { dutchComponents } from './component-messages.ts';
import { dutch } from './dutch.ts';

export const catalogue: Catalogue = { texts: dutch, components: parsedMessages('nl', dutchComponents) };
