/** What products are called, as names are compared. */
import { productNames } from './product-names.ts';

/** A name as it is compared: letters and digits alone, `+` and `&` being an and, and short forms of the makers' names long. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[+&]/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(?:o365|microsoftoffice365|msoffice365)/, 'office365')
    .replace(/^(?:m365|ms365)/, 'microsoft365')
    .replace(/^ms(?=teams|intune|defender|entra)/, 'microsoft');

const byName = new Map<string, string[]>();
for (const [partNumber, names] of Object.entries(productNames)) {
  for (const name of names) byName.set(keyOf(name), [...(byName.get(keyOf(name)) ?? []), keyOf(partNumber)]);
}

/** Part numbers, compared likewise, of the products that are called so. */
export const partNumbersOf = (name: string): readonly string[] => byName.get(keyOf(name)) ?? [];
