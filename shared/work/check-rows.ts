/** Every row of a file, checked. The same file and rules give the same answers, however often it is read. */
import { type CheckedDraft, checkDraft, type Rules } from '../domain/check-draft.ts';
import type { Row } from '../domain/draft-from-row.ts';
import type { Refusal } from '../domain/refusals.ts';
import { NameSet } from './name-set.ts';

/** A row that may become a person, perhaps with a warning, or one that is refused. */
export type CheckedRow = { rowNumber: number; userPrincipalName: string } & (
  | { draft: CheckedDraft; warning?: Refusal; refusal?: never }
  | { refusal: Refusal; draft?: never; warning?: never }
);

/** Checks rows in their order: each by itself, then against those before it. Of two with one name, the first counts. */
export async function* checkRows(batches: AsyncIterable<Row[]>, rules: Rules): AsyncGenerator<CheckedRow[]> {
  const names = new NameSet();
  for await (const rows of batches) yield rows.map((row) => checkRow(row, rules, names));
}

const checkRow = (row: Row, rules: Rules, names: NameSet): CheckedRow => {
  const { rowNumber } = row;
  const userPrincipalName = row.draft?.userPrincipalName?.trim() ?? '';
  const [fault] = row.refusals ?? [];
  if (!row.draft) return { rowNumber, userPrincipalName, refusal: fault ?? { code: 'CellCountWrong' } };
  const check = checkDraft(row.draft, rules, { lenient: true });
  if ('refusals' in check) {
    const [refusal = { code: 'ValueInvalid' } as const] = check.refusals;
    return { rowNumber, userPrincipalName, refusal };
  }
  const first = names.add(userPrincipalName, rowNumber);
  if (first !== undefined) {
    return { rowNumber, userPrincipalName, refusal: { code: 'DuplicateInFile', fact: String(first) } };
  }
  const [warning] = check.warnings;
  return { rowNumber, userPrincipalName, draft: check.draft, ...(warning && { warning }) };
};
