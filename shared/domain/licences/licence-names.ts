/** Licences by what their products are called, as files name them. */
import { beginningOf } from '../one-line.ts';
import { type Catalogue, type Sku, skuNamed } from './licences.ts';
import { keyOf, partNumbersOf } from './product-keys.ts';
import { productNames } from './product-names.ts';

/** A licence of the organisation, or what is said of a name that is none of them. */
export type NamedLicence = { sku: Sku; fact?: never } | { fact: string; sku?: never };

/** Names that went from one product to another, or that people say of several. */
const doubtful: Readonly<Record<string, readonly string[]>> = {
  [keyOf('Office 365 Business Premium')]: ['O365_BUSINESS_PREMIUM', 'SMB_BUSINESS_PREMIUM', 'SPB'].map(keyOf),
  [keyOf('Microsoft 365 Business')]: ['SPB', 'O365_BUSINESS', 'O365_BUSINESS_ESSENTIALS', 'O365_BUSINESS_PREMIUM'].map(
    keyOf,
  ),
};

/**
 * The organisation's licence that a file names: by its id or part number, as skuNamed has it, by the part number with
 * other separators, or by its product's name. What may be several of them, or has been the name of another, is none.
 */
export const licenceNamed = (name: string, catalogue: Catalogue): NamedLicence => {
  const exact = skuNamed(name, catalogue);
  if (exact) return { sku: exact };
  const key = keyOf(name);
  const meant = doubtful[key];
  if (!meant) {
    const found = catalogue.filter(isOneOf([...partNumbersOf(name), key]));
    if (found.length === 1 && found[0]) return { sku: found[0] };
    if (found.length > 1) return { fact: unknown(name, found, catalogue) };
  }
  const likely = meant ? catalogue.filter(isOneOf(meant)) : catalogue.filter((sku) => holdsWords(sku, name));
  return { fact: unknown(name, likely, catalogue) };
};

const isOneOf = (keys: readonly string[]) => (sku: Sku) => keys.includes(keyOf(sku.skuPartNumber));

const namesOf = ({ skuPartNumber }: Sku): readonly string[] =>
  Object.entries(productNames).find(([partNumber]) => keyOf(partNumber) === keyOf(skuPartNumber))?.[1] ?? [];

/** Whether every word of a name, such as E3, is one of the licence's names. */
const holdsWords = (sku: Sku, name: string): boolean => {
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  const wanted = wordsOf(name).filter((word) => !['microsoft', 'ms', '365'].includes(word));
  return (
    wanted.length > 0 &&
    [sku.skuPartNumber, ...namesOf(sku)].some((one) => wanted.every((word) => wordsOf(one).includes(word)))
  );
};

/** How many licences a refusal names. */
const maxNamed = 8;

const unknown = (name: string, likely: readonly Sku[], catalogue: Catalogue): string => {
  const shown = likely
    .slice(0, 3)
    .map((sku) => `${sku.skuPartNumber}${namesOf(sku)[0] ? ` (${namesOf(sku)[0]})` : ''}`);
  const all = catalogue.slice(0, maxNamed).map(({ skuPartNumber }) => skuPartNumber);
  const more = catalogue.length > maxNamed ? ` and ${catalogue.length - maxNamed} more` : '';
  const mayBe = shown.length > 0 ? `, which may be ${shown.join(' or ')}` : '';
  return `${beginningOf(name, 64)}${mayBe}; it has ${all.join(', ') || 'none'}${more}`;
};
