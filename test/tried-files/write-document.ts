/** `npm run tried-files`: writes docs/tried-files.md. */
import { writeFileSync } from 'node:fs';
import { documentPath, makeDocument } from './document.ts';

writeFileSync(documentPath, await makeDocument());
