/** Every row of a file, checked. The same file and rules give the same answers, however often it is read. */

import { mayGiveRoles } from '../../../domain/access/roles.ts';
import type { Row } from '../../../domain/dialects/draft-from-row.ts';
import type { ImportOptions } from '../../../domain/imports/import-options.ts';
import { licenceNamed } from '../../../domain/licences/licence-names.ts';
import { beginningOf } from '../../../domain/one-line.ts';
import type { IsCommonPassword } from '../../../domain/passwords/common-password.ts';
import { type CheckedDraft, checkDraft, type DraftRules, type Rules } from '../../../domain/people/check-draft.ts';
import { countryNamed } from '../../../domain/people/country-named.ts';
import type { Principal } from '../../../domain/principal.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { visibleText } from '../../../domain/unseen-characters.ts';
import { longestDomain, longestLocalPart } from '../../../domain/user-name.ts';
import type { ReadableFile } from '../../../files/reading/read-file.ts';
import { NameSet } from './name-set.ts';

/** A row that may become a person, perhaps with a warning, or one that is refused. */
export type CheckedRow = { rowNumber: number; userPrincipalName: string } & (
  | { draft: CheckedDraft; warning?: Refusal; refusal?: never }
  | { refusal: Refusal; draft?: never; warning?: never }
);

/**
 * What rows are checked by: the rules, what the import was told for rows that say nothing, and who asked, as they were
 * then. Whoever may less by now has the rows refused when they are decided: here they would fall into other chunks.
 */
export type RowRules = {
  rules: Rules;
  options: Pick<ImportOptions, 'licences' | 'usageLocation'>;
  owner: Principal;
  isCommonPassword: IsCommonPassword;
};

/** Checks rows in their order: each by itself, then against those before it. Of two with one name, the first counts. */
export async function* checkRows(
  { rows: batches, columns }: Pick<ReadableFile, 'rows' | 'columns'>,
  by: RowRules,
): AsyncGenerator<CheckedRow[]> {
  const names = new NameSet();
  const nameColumn = columns.indexOf('userPrincipalName');
  for await (const rows of batches) {
    yield rows.map((row) => checkRow(row, row.draft?.userPrincipalName ?? row.cells[nameColumn] ?? '', by, names));
  }
}

/** So much of a user name is kept of a refused row: a cell may be as large as no message and no item of a table. */
const longestUserName = longestLocalPart + 1 + longestDomain;

/** A refusal that fits a message, whatever its row or heading holds. */
const brief = ({ code, target, fact }: Refusal): Refusal => ({
  code,
  ...(target !== undefined && { target: beginningOf(target, 128) }),
  ...(fact !== undefined && { fact: beginningOf(fact, 256) }),
});

const checkRow = (row: Row, userName: string, by: RowRules, names: NameSet): CheckedRow => {
  const { rowNumber } = row;
  const userPrincipalName = beginningOf(visibleText(userName), longestUserName);
  const [fault = { code: 'CellCountWrong' } as const] = row.refusals ?? [];
  if (!row.draft) return { rowNumber, userPrincipalName, refusal: brief(fault) };
  const check = checkDraft(row.draft, draftRules(by), {
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
  const first = names.add(userPrincipalName, rowNumber);
  if (first !== undefined) {
    return { rowNumber, userPrincipalName, refusal: { code: 'DuplicateInFile', fact: String(first) } };
  }
  const [warning] = check.warnings;
  return { rowNumber, userPrincipalName, draft: check.draft, ...(warning && { warning }) };
};

const draftRules = ({ rules, isCommonPassword }: RowRules): DraftRules => ({
  ...rules,
  isCommonPassword: rules.knowsCommonPasswords && isCommonPassword,
});
