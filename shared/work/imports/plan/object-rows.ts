/** The lines of a run as rows of an import: drafts that were checked, deletions, and refusals. */

import { beginningOf } from '../../../domain/one-line.ts';
import { anchorOfGuid } from '../../../domain/people/anchors.ts';
import type { CheckedDraft, Rules } from '../../../domain/people/check-draft.ts';
import { checkDraft } from '../../../domain/people/check-draft.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { draftOfObject } from '../../../domain/synchronization/draft-of-object.ts';
import { primaryAddress } from '../../../domain/synchronization/user-name-of.ts';
import type { SynchronizationUpsert } from '../../../messages/synchronization-file.ts';
import { NameSet } from '../sets/name-set.ts';
import type { CheckedRow } from './check-rows.ts';
import { FoundDuplicates } from './duplicates.ts';
import type { NumberedLine } from './read-run.ts';

/** So much of a name or fact is kept of a row: a line may be longer than any message. */
const longest = 256;

/** Checks the lines of one reading, each by itself, then against those before it: of two of one object the first counts. */
export class ObjectRows {
  readonly #rules: Rules;
  readonly #duplicates = new FoundDuplicates();
  readonly #objects = new NameSet((key) => key);

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  rowOf({ rowNumber, line }: NumberedLine): CheckedRow {
    const { objectGuid } = line;
    const object = { objectGuid };
    const earlier = this.#objects.add(anchorOfGuid(objectGuid), rowNumber);
    const row = { rowNumber, userPrincipalName: '' };
    if (earlier !== undefined) {
      return { ...row, object, refusal: { code: 'DuplicateInFile', target: 'objectGuid', fact: String(earlier) } };
    }
    if (line.op === 'delete') return { ...row, object: { ...object, isDeletion: true } };
    return this.#upsertOf(line, rowNumber);
  }

  #upsertOf(line: SynchronizationUpsert, rowNumber: number): CheckedRow {
    const userPrincipalName = beginningOf(line.userPrincipalName ?? '', longest);
    const address = primaryAddress(line);
    const object = { objectGuid: line.objectGuid, ...(address !== undefined && { primaryAddress: address }) };
    const refused = (refusal: Refusal): CheckedRow => ({
      ...{ rowNumber, userPrincipalName, object },
      refusal: brief(refusal),
    });
    const found = draftOfObject(line, this.#rules.organisation);
    if ('refusal' in found) return refused(found.refusal);
    const check = checkDraft(found.draft, { ...this.#rules, isCommonPassword: undefined }, { lenient: true });
    if ('refusals' in check) return refused(check.refusals[0] ?? { code: 'ValueInvalid' });
    const draft: CheckedDraft = { ...check.draft, assumed: assumedOf(check.draft, found) };
    const duplicate = this.#duplicates.of(draft, rowNumber, true);
    if (duplicate) return refused(duplicate);
    return { rowNumber, userPrincipalName: draft.userPrincipalName, object, draft };
  }
}

/** What changes nobody who is here already. */
const assumedOf = (
  { assumed = [] }: CheckedDraft,
  { isNameMade, isDisplayNameMade }: { isNameMade: boolean; isDisplayNameMade: boolean },
): NonNullable<CheckedDraft['assumed']> => [
  ...assumed,
  ...(isNameMade ? (['userPrincipalName'] as const) : []),
  ...(isDisplayNameMade ? (['displayName'] as const) : []),
];

const brief = ({ code, target, fact }: Refusal): Refusal => ({
  code,
  ...(target !== undefined && { target: beginningOf(target, 128) }),
  ...(fact !== undefined && { fact: beginningOf(fact, longest) }),
});
