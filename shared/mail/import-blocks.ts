/** Parts that the mails about imports have in common. */
import type { ShortLicence } from './import-outcome.ts';
import { type Block, counts, type Fact, heading } from './letter.ts';
import type { Letterhead } from './letterhead.ts';
import { localeOf } from './moments.ts';
import { textsIn } from './texts/catalogue.ts';

/** So much of a file's name stands in a subject, so that what follows it is seen. */
export const longestNameInSubject = 80;

/** A number with its name, as the language writes it. */
export const counted = (label: string, value: number, { language }: Letterhead): { label: string; value: string } => ({
  label,
  value: new Intl.NumberFormat(localeOf(language)).format(value),
});

/** The licences that are short, and how many seats of each to buy; nothing when there are enough. */
export const seatsToBuy = (short: readonly ShortLicence[], letterhead: Letterhead): Block[] => {
  if (short.length === 0) return [];
  const { imports } = textsIn(letterhead.language);
  return [heading(imports.seatsToBuy), counts(...short.map((one) => counted(one.licence, one.toBuy, letterhead)))];
};

/** A request of the API that can be made of an import. */
export const request = (label: string, id: string, action: string): Fact => ({
  label,
  value: `POST /v1.0/imports/${id}/${action}`,
});
