/** Which rows of a file are of a person whom an earlier row has: found by the plan, known to whoever reads on. */
import type { CheckedDraft } from '../../../domain/people/check-draft.ts';
import { canonicalKey } from '../../../domain/people/source-keys.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { NameSet } from '../sets/name-set.ts';
import { RowNotes } from '../sets/row-notes.ts';

/** Says of rows in their order whether they are duplicates. */
export type Duplicates = {
  of(draft: CheckedDraft, rowNumber: number, knowsKeys: boolean | undefined): Refusal | undefined;
};

/** What is the same in both rows, as it is noted. */
const [sameName, sameKey] = [0, 1];

const refusal = (earlier: number, what: number): Refusal => ({
  code: 'DuplicateInFile',
  ...(what === sameKey && { target: 'employeeId' }),
  fact: String(earlier),
});

/** Finds them by all names and employee ids before; a file without ids has none of them kept. */
export class FoundDuplicates implements Duplicates {
  readonly #names = new NameSet();
  readonly #keys = new NameSet((key) => canonicalKey('employeeId', key));
  /** The earlier row of each, and what is the same. */
  readonly notes = new RowNotes();

  of({ userPrincipalName, employeeId }: CheckedDraft, rowNumber: number, knowsKeys = false): Refusal | undefined {
    const named = this.#names.add(userPrincipalName, rowNumber);
    if (named !== undefined) return this.#noted(rowNumber, named, sameName);
    const keyed = knowsKeys && employeeId?.trim() ? this.#keys.add(employeeId, rowNumber) : undefined;
    return keyed === undefined ? undefined : this.#noted(rowNumber, keyed, sameKey);
  }

  #noted(rowNumber: number, earlier: number, what: number): Refusal {
    this.notes.add(rowNumber, earlier, what);
    return refusal(earlier, what);
  }
}

/** Those that the plan found. */
export class KnownDuplicates implements Duplicates {
  readonly #notes: RowNotes;

  constructor(notes: RowNotes) {
    this.#notes = notes;
  }

  of(_: CheckedDraft, rowNumber: number): Refusal | undefined {
    const noted = this.#notes.of(rowNumber);
    return noted && refusal(...noted);
  }
}
