/** Parts that the mails about imports have in common. */
import type { RoleRow } from '../../domain/imports/import-progress.ts';
import { type Block, counts, type Fact, facts, heading, list, paragraph } from '../letter.ts';
import type { Letterhead } from '../letterhead.ts';
import { localeOf } from '../moments.ts';
import { textsIn } from '../texts/catalogue.ts';
import type { ImportOutcome, ShortLicence } from './import-outcome.ts';

/** So much of a file's name stands in a subject, so that what follows it is seen. */
export const longestNameInSubject = 80;

/** A number with its name, as the language writes it. */
export const counted = (label: string, value: number, { language }: Letterhead): { label: string; value: string } => ({
  label,
  value: new Intl.NumberFormat(localeOf(language)).format(value),
});

/** How the file's text was read, with cells by which a person sees that it is right. */
export const textBlock = ({ text }: Pick<ImportOutcome, 'text'>, { language }: Letterhead): Block[] => {
  if (!text) return [];
  const cells = text.cells.map((cell) => `“${cell}”`).join(', ');
  const value = cells === '' ? text.encoding : `${text.encoding}: ${cells}`;
  return [facts({ label: textsIn(language).imports.encoding, value })];
};

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

/** Where the report is, for whoever may read imports: no rights in AWS are needed. */
export const reportOf = (id: string, { language }: Letterhead): Block =>
  facts({ label: textsIn(language).imports.report, value: `GET /v1.0/imports/${id}/reportFile` });

/** So many people are named in a mail at most; of the others it tells how many they are. */
export const mostNamed = 20;

/**
 * Who got roles and who lost some, by name, since a role may do more than the import's owner; nothing where nobody did.
 */
export const roleBlocks = ({ kind, roles }: ImportOutcome, { language }: Letterhead): Block[] => {
  if (!roles || roles.count === 0) return [];
  const { given, wouldGive, taken, column, more } = textsIn(language).imports.roles;
  const { name, userName } = textsIn(language).fields;
  const named = roles.rows.slice(0, mostNamed);
  const peopleWith = (title: string, rolesOf: (row: RoleRow) => readonly string[]): Block[] => {
    const rows = named.filter((row) => rolesOf(row).length > 0);
    if (rows.length === 0) return [];
    const columns = { name, about: userName, detail: column };
    return [
      heading(title),
      list(
        columns,
        rows.map((row) => ({
          name: row.displayName,
          about: row.userPrincipalName,
          detail: rolesOf(row).join(', '),
        })),
      ),
    ];
  };
  return [
    ...peopleWith(kind === 'dryRun' ? wouldGive : given, (row) => row.given),
    ...peopleWith(taken, (row) => row.taken),
    ...(roles.count > named.length ? [paragraph(more(roles.count - named.length))] : []),
  ];
};
