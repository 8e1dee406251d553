/** `npm run reliability`: writes docs/reliability.md. */
import { writeFileSync } from 'node:fs';
import { documentOf, documentPath } from './document.ts';
import { namedTests } from './named-tests.ts';

writeFileSync(documentPath, documentOf(namedTests()));
