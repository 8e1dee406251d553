/** docs/rights.md says what the template's policies allow. */
import { textOf } from '../boundaries/imports.ts';
import { synthesized } from '../infra/synthesized.ts';
import { documentOf, documentPath } from './document.ts';
import { rightsToItems } from './rights-to-items.ts';

test('the document is what `npm run rights` would write (weakness 6)', () => {
  expect(textOf(documentPath)).toBe(documentOf(rightsToItems(synthesized()).keysOf));
});
