/** User names for the people of a file who have none: made by the pattern, and numbered where several would have one. */

import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { numberedName } from '../../../domain/names/made-name.ts';
import { hasKana } from '../../../domain/names/name-reading.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import type { Draft } from '../../../domain/people/draft.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import type { OpenFile } from '../files.ts';
import { readImport } from '../read-import.ts';
import { NameSet } from '../sets/name-set.ts';
import { RowNotes } from '../sets/row-notes.ts';
import { type GiveNames, type GivenName, type MakeName, nameMaker } from './make-name.ts';

/**
 * The names of a file. Read it twice in the same order: `note` every draft first, then `give` names. So a name that the
 * file gives goes before one that is made, and one that is made as it is before one with a number, wherever they stand;
 * each reading comes out the same. It takes 64 bytes a row at most.
 */
export class FileNames implements GiveNames {
  readonly #make: MakeName;
  /** Names that the file gives. */
  readonly #stated = new NameSet();
  /** Names that were made, each with how many have it so far, from 1. */
  readonly #bases = new NameSet();
  /** The last number of a made name. */
  readonly #numbers = new NameSet();
  readonly #numbered = new NameSet();
  /** Rows whose name is not as it was made, or not the first of it: the place and the number that they have. */
  readonly notes = new RowNotes();
  isJapanese = false;

  constructor(make: MakeName) {
    this.#make = make;
  }

  /** Takes note of a row of the first reading. */
  note(draft: Draft): void {
    this.isJapanese ||= hasKana(draft);
    if (draft.userPrincipalName !== undefined) {
      this.#stated.set(draft.userPrincipalName, 1);
      return;
    }
    const made = this.#make.localPart(draft, this.isJapanese);
    if ('localPart' in made) this.#bases.set(made.localPart, 1);
  }

  /** The name of a row of the second reading that has none. */
  give(draft: Draft, rowNumber: number): GivenName | { refusal: Refusal } {
    const made = this.#make.localPart(draft, this.isJapanese);
    if ('refusal' in made) return made;
    const { localPart } = made;
    const place = this.#bases.numberOf(localPart) ?? 1;
    this.#bases.set(localPart, place + 1);
    const number = this.#isFirst(localPart) ? 0 : this.#nextNumber(localPart);
    if (place > 1 || number > 0) this.notes.add(rowNumber, place, number);
    return this.#make.given(localPart, place, number);
  }

  /** Whether a name may be given as it was made: to the first who has it. */
  #isFirst(localPart: string): boolean {
    if (this.#numbers.numberOf(localPart) !== undefined) return false;
    this.#numbers.set(localPart, 1);
    return this.#stated.numberOf(this.#make.named(localPart)) === undefined;
  }

  /** The next number that makes a name of nobody else in the file. */
  #nextNumber(localPart: string): number {
    for (let number = (this.#numbers.numberOf(localPart) ?? 1) + 1; ; number += 1) {
      const name = numberedName(localPart, number);
      if (this.#bases.numberOf(name) !== undefined || this.#stated.numberOf(this.#make.named(name)) !== undefined)
        continue;
      if (this.#numbered.add(name, 1) !== undefined) continue;
      this.#numbers.set(localPart, number);
      return number;
    }
  }
}

/**
 * The names of an import's file, after its first reading; undefined where none are made. `whenRead` is told of each batch.
 * Throws `Refused` UserNamePatternInvalid, and what makes the file unreadable.
 */
export const fileNames = async (
  job: Pick<ImportJob, 'file' | 'options'>,
  rules: Rules,
  openFile: OpenFile,
  whenRead: () => void,
): Promise<FileNames | undefined> => {
  const make = await nameMaker(job, rules);
  if (!make) return undefined;
  const names = new FileNames(make);
  const { rows: batches } = await readImport(job, openFile);
  for await (const rows of batches) {
    whenRead();
    for (const { draft } of rows) if (draft) names.note(draft);
  }
  return names;
};
