/** `npm run rights`: writes docs/rights.md. */
import { writeFileSync } from 'node:fs';
import { synthesized } from '../infra/synthesized.ts';
import { documentOf, documentPath } from './document.ts';
import { rightsToItems } from './rights-to-items.ts';

writeFileSync(documentPath, documentOf(rightsToItems(synthesized()).keysOf));
