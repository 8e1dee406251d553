/** User names for the people of a file who have none: made by the pattern, and numbered where several would have one. */

import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { madeName, numberedName } from '../../../domain/names/made-name.ts';
import { hasKana, type NameSetting, nameReadingOf } from '../../../domain/names/name-reading.ts';
import type { ReadChinese } from '../../../domain/names/spelling.ts';
import { type UserNamePattern, userNamePattern } from '../../../domain/names/user-name-pattern.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import type { Draft } from '../../../domain/people/draft.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import type { OpenFile } from '../files.ts';
import { readImport } from '../read-import.ts';
import { NameSet } from '../sets/name-set.ts';
import { loadReadChinese } from './read-chinese.ts';

/** The name that a row was given: `base` is what the pattern made, and `place` says the how many-th it is of that name. */
export type GivenName = { userPrincipalName: string; made: { base: string; place: number } };

/**
 * The names of a file. Read it twice in the same order: `note` every draft first, then `give` names. So a name that the
 * file gives goes before one that is made, and one that is made as it is before one with a number, wherever they stand;
 * each reading comes out the same. It takes 64 bytes a row at most.
 */
export class FileNames {
  readonly #pattern: UserNamePattern;
  readonly #setting: Omit<NameSetting, 'isJapanese'>;
  readonly #readChinese: ReadChinese;
  /** Names that the file gives. */
  readonly #stated = new NameSet();
  /** Names that were made, each with how many have it so far, from 1. */
  readonly #bases = new NameSet();
  /** The last number of a made name. */
  readonly #numbers = new NameSet();
  readonly #numbered = new NameSet();
  #isJapanese = false;

  constructor(pattern: UserNamePattern, setting: Omit<NameSetting, 'isJapanese'>, readChinese: ReadChinese) {
    this.#pattern = pattern;
    this.#setting = setting;
    this.#readChinese = readChinese;
  }

  /** Takes note of a row of the first reading. */
  note(draft: Draft): void {
    this.#isJapanese ||= hasKana(draft);
    if (draft.userPrincipalName !== undefined) {
      this.#stated.set(draft.userPrincipalName, 1);
      return;
    }
    const made = this.#localPartOf(draft);
    if ('localPart' in made) this.#bases.set(made.localPart, 1);
  }

  /** The name of a row of the second reading that has none. */
  give(draft: Draft): GivenName | { refusal: Refusal } {
    const made = this.#localPartOf(draft);
    if ('refusal' in made) return made;
    const { localPart } = made;
    const place = this.#bases.numberOf(localPart) ?? 1;
    this.#bases.set(localPart, place + 1);
    const userPrincipalName = this.#named(this.#isFirst(localPart) ? localPart : this.#nextNumbered(localPart));
    return { userPrincipalName, made: { base: this.#named(localPart), place } };
  }

  /** Whether a name may be given as it was made: to the first who has it. */
  #isFirst(localPart: string): boolean {
    if (this.#numbers.numberOf(localPart) !== undefined) return false;
    this.#numbers.set(localPart, 1);
    return this.#stated.numberOf(this.#named(localPart)) === undefined;
  }

  /** The next number that makes a name of nobody else in the file. */
  #nextNumbered(localPart: string): string {
    for (let number = (this.#numbers.numberOf(localPart) ?? 1) + 1; ; number += 1) {
      const name = numberedName(localPart, number);
      if (this.#bases.numberOf(name) !== undefined || this.#stated.numberOf(this.#named(name)) !== undefined) continue;
      if (this.#numbered.add(name, 1) !== undefined) continue;
      this.#numbers.set(localPart, number);
      return name;
    }
  }

  #named(localPart: string): string {
    return `${localPart}@${this.#pattern.domain}`;
  }

  #localPartOf(draft: Draft) {
    const reading = nameReadingOf(draft, { ...this.#setting, isJapanese: this.#isJapanese });
    return madeName(draft, this.#pattern, { ...reading, readChinese: this.#readChinese });
  }
}

/**
 * The names of an import's file, after its first reading; undefined where none are made. `whenRead` is told of each batch.
 * Throws `Refused` UserNamePatternInvalid, and what makes the file unreadable.
 */
export const fileNames = async (
  job: Pick<ImportJob, 'file' | 'options'>,
  { organisation }: Rules,
  openFile: OpenFile,
  whenRead: () => void,
): Promise<FileNames | undefined> => {
  const { userNamePattern: pattern, usageLocation = organisation.usageLocation } = job.options;
  if (pattern === undefined) return undefined;
  const setting = { usageLocation, preferredLanguage: organisation.preferredLanguage };
  const understood = userNamePattern(pattern, organisation.verifiedDomains);
  const names = new FileNames(understood, setting, await loadReadChinese());
  const { rows: batches } = await readImport(job, openFile);
  for await (const rows of batches) {
    whenRead();
    for (const { draft } of rows) if (draft) names.note(draft);
  }
  return names;
};
