/** Every row of a file, checked. The same file and rules give the same answers, however often it is read. */

import { mayGiveRoles } from '../../../domain/access/roles.ts';
import { saysNothing } from '../../../domain/dialects/cell-text.ts';
import type { Row } from '../../../domain/dialects/draft-from-row.ts';
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { ImportOptions } from '../../../domain/imports/import-options.ts';
import { licenceNamed } from '../../../domain/licences/licence-names.ts';
import { beginningOf } from '../../../domain/one-line.ts';
import type { IsCommonPassword } from '../../../domain/passwords/common-password.ts';
import { type CheckedDraft, checkDraft, type DraftRules, type Rules } from '../../../domain/people/check-draft.ts';
import { countryNamed } from '../../../domain/people/country-named.ts';
import type { Draft } from '../../../domain/people/draft.ts';
import type { Principal } from '../../../domain/principal.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { visibleText } from '../../../domain/unseen-characters.ts';
import { longestDomain, longestLocalPart } from '../../../domain/user-name.ts';
import type { ReadableFile } from '../../../files/reading/read-file.ts';
import { type Duplicates, FoundDuplicates } from './duplicates.ts';
import type { GiveNames, GivenName } from './make-name.ts';

/** A row that may become a person, perhaps with a warning, or one that is refused. */
export type CheckedRow = { rowNumber: number; userPrincipalName: string; object?: RowObject } & (
  | { draft: CheckedDraft; warning?: Refusal; refusal?: never; made?: GivenName['made'] }
  | { refusal: Refusal; draft?: never; warning?: never; made?: never }
  | { object: RowObject & { isDeletion: true }; refusal?: never; draft?: never; warning?: never; made?: never }
);

/**
 * The object on premises of a run's row, with its primary address; somebody whom a full run does not name is known by
 * their own id.
 */
export type RowObject = { objectGuid?: string; primaryAddress?: string; personId?: string; isDeletion?: true };

/**
 * What rows are checked by: the rules, what the import was told for rows that say nothing, and who asked, as they were
 * then. Whoever may less by now has the rows refused when they are decided: here they would fall into other chunks.
 */
export type RowRules = {
  rules: Rules;
  options: Pick<ImportOptions, 'licences' | 'usageLocation'>;
  owner: Principal;
  /** Of a migration batch everybody has a mailbox, whatever the format of its file. */
  migration?: ImportJob['migration'];
  isCommonPassword: IsCommonPassword;
  /** Makes the names of rows that have none; absent where a row must have one. */
  names?: GiveNames | undefined;
  /** Which rows are of a person whom an earlier row has: found here, unless they are known. */
  duplicates?: Duplicates;
};

/** Checks rows in their order: each by itself, then against those before it. Of two with one name or employee id, the first counts. */
export async function* checkRows(
  { rows: batches, columns }: Pick<ReadableFile, 'rows' | 'columns'>,
  rules: RowRules,
): AsyncGenerator<CheckedRow[]> {
  const by = { duplicates: new FoundDuplicates(), ...rules };
  const nameColumn = columns.indexOf('userPrincipalName');
  const displayColumn = columns.indexOf('displayName');
  for await (const rows of batches) {
    const checked = rows.map((row) => {
      const isNameMade = saysNothing(row.cells[displayColumn] ?? '');
      if (by.names && row.draft && row.draft.userPrincipalName === undefined) {
        const given = by.names.give(row.draft, row.rowNumber);
        return withMadeName(checkUnnamed(row, row.draft, given, by), isNameMade);
      }
      const userName = row.draft?.userPrincipalName ?? row.cells[nameColumn] ?? '';
      return withMadeName(checkRow(row, userName, by), isNameMade);
    });
    yield checked;
  }
}

/** A display name that the row does not have is for new people: it is no reason to change that of somebody who exists. */
const withMadeName = (row: CheckedRow, isMade: boolean): CheckedRow =>
  isMade && row.draft
    ? { ...row, draft: { ...row.draft, assumed: [...(row.draft.assumed ?? []), 'displayName'] } }
    : row;

/** So much of a user name is kept of a refused row: a cell may be as large as no message and no item of a table. */
const longestUserName = longestLocalPart + 1 + longestDomain;

/** A refusal that fits a message, whatever its row or heading holds. */
const brief = ({ code, target, fact }: Refusal): Refusal => ({
  code,
  ...(target !== undefined && { target: beginningOf(target, 128) }),
  ...(fact !== undefined && { fact: beginningOf(fact, 256) }),
});

/** A row whose name is made. */
const checkUnnamed = (
  { rowNumber, line, cells }: Row,
  draft: Draft,
  given: ReturnType<GiveNames['give']>,
  by: RowSetting,
): CheckedRow => {
  if ('refusal' in given) return { rowNumber, userPrincipalName: '', refusal: brief(given.refusal) };
  const { userPrincipalName, made } = given;
  // The mailbox that is only being made is no other address.
  const otherMails = draft.otherMails?.filter((address) => address.toLowerCase() !== userPrincipalName);
  const named: Draft = { ...draft, userPrincipalName, ...(otherMails && { otherMails }) };
  const checked = checkRow({ rowNumber, line, cells, draft: named }, userPrincipalName, by);
  if (!checked.draft) return checked;
  const assumed = [...(checked.draft.assumed ?? []), 'userPrincipalName' as const];
  return { ...checked, draft: { ...checked.draft, assumed }, made };
};

type RowSetting = RowRules & { duplicates: Duplicates };

const checkRow = (row: Row, userName: string, by: RowSetting): CheckedRow => {
  const { rowNumber } = row;
  const userPrincipalName = beginningOf(visibleText(userName), longestUserName);
  const [fault = { code: 'CellCountWrong' } as const] = row.refusals ?? [];
  if (!row.draft) return { rowNumber, userPrincipalName, refusal: brief(fault) };
  const draft = by.migration ? { ...row.draft, migratedMailbox: true } : row.draft;
  const check = checkDraft(draft, draftRules(by), {
    lenient: true,
    defaults: by.options,
    licenceNamed,
    countryNamed,
  });
  if ('refusals' in check) {
    const [refusal = { code: 'ValueInvalid' } as const] = check.refusals;
    return { rowNumber, userPrincipalName, refusal: brief(refusal) };
  }
  if (row.draft.roles && !mayGiveRoles(by.owner, row.draft.roles)) {
    return { rowNumber, userPrincipalName, refusal: { code: 'RoleNotYours', target: 'roles' } };
  }
  const duplicate = by.duplicates.of(check.draft, rowNumber, by.rules.knowsKeys);
  if (duplicate) return { rowNumber, userPrincipalName, refusal: duplicate };
  const [warning] = check.warnings;
  return { rowNumber, userPrincipalName, draft: check.draft, ...(warning && { warning }) };
};

const draftRules = ({ rules, isCommonPassword }: RowRules): DraftRules => ({
  ...rules,
  isCommonPassword: rules.knowsCommonPasswords && isCommonPassword,
});
