/** Dutch, as it is loaded. */

import type { Catalogue } from '../catalogue.ts';
import { components } from './components.ts';
import { dutch } from './dutch.ts';

export const catalogue: Catalogue = { texts: dutch, components };
