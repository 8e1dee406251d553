/** Licences (Graph: subscribed SKUs) and what holding, waiting for or lacking one does to a mailbox. */
import type { Mailbox, Person } from '../person.ts';
import type { Instant } from '../time.ts';

/**
 * A licence of the organisation. `enabled` seats were bought; `free` of them nobody holds; `reserved` are set aside for
 * running imports. Graph's consumedUnits is enabled - free - reserved.
 */
export type Sku = {
  skuId: string;
  skuPartNumber: string;
  /** Whether holding it gives a mailbox. */
  carriesMailbox: boolean;
  enabled: number;
  free: number;
  reserved: number;
};

/** The organisation's licences. */
export type Catalogue = readonly Sku[];

/** The licence that a text names: its id, its part number in any case, or `tenant:PARTNUMBER` as PowerShell writes it. */
export const skuNamed = (text: string, catalogue: Catalogue): Sku | undefined => {
  const trimmed = text.trim();
  const name = trimmed.slice(trimmed.indexOf(':') + 1);
  // Most write it as the catalogue has it.
  const exact = catalogue.find((sku) => sku.skuPartNumber === name || sku.skuId === name);
  return exact ?? skuInAnyCase(name.toLowerCase(), catalogue);
};

const skuInAnyCase = (name: string, catalogue: Catalogue): Sku | undefined =>
  catalogue.find((sku) => sku.skuPartNumber.toLowerCase() === name || sku.skuId.toLowerCase() === name);

/**
 * The person's mailbox after licences changed. A licence that carries one makes it active again. Without one, a mailbox
 * that exists runs into its grace; a person who waits for such a licence has a mailbox in grace from now; anybody else
 * has none. The licence as a whole decides: switching off single service plans of it, even the one of the mail server,
 * leaves the mailbox as it is.
 */
export const mailboxAfter = (
  person: Pick<Person, 'assignedLicenses' | 'waitingLicenses' | 'mailbox'>,
  catalogue: Catalogue,
  now: Instant,
): Mailbox | undefined => {
  const carries = ({ skuId }: { skuId: string }) => catalogue.some((sku) => sku.skuId === skuId && sku.carriesMailbox);
  if (person.assignedLicenses.some(carries)) return { state: 'active' };
  if (person.mailbox && person.mailbox.state !== 'active') return person.mailbox;
  if (person.mailbox || person.waitingLicenses.some(carries)) return { state: 'grace', graceSince: now };
  return undefined;
};

/** Where a person stands among those who wait for a licence: by time, then by row of the file, then by id. */
export const waitingPlace = (since: Instant, rowNumber: number, personId: string): string =>
  `${since}#${String(rowNumber).padStart(9, '0')}#${personId}`;

/** Most licences of one person or request: each is an action or two of a transaction, which has 100. */
export const maxLicences = 20;
