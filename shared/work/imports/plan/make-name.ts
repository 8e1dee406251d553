/** User names by a pattern, and the numbers that tell equal ones apart. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { madeName, numberedName } from '../../../domain/names/made-name.ts';
import { type NameSetting, nameReadingOf } from '../../../domain/names/name-reading.ts';
import type { ReadChinese } from '../../../domain/names/spelling.ts';
import { type UserNamePattern, userNamePattern } from '../../../domain/names/user-name-pattern.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import type { Draft } from '../../../domain/people/draft.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import type { RowNotes } from '../sets/row-notes.ts';
import { loadReadChinese } from './read-chinese.ts';

/** The name that a row was given: `base` is what the pattern made, and `place` says the how many-th it is of that name. */
export type GivenName = { userPrincipalName: string; made: { base: string; place: number } };

/** Gives names to rows without one, in their order. */
export type GiveNames = { give(draft: Draft, rowNumber: number): GivenName | { refusal: Refusal } };

/** Makes names by a pattern. */
export class MakeName {
  readonly #pattern: UserNamePattern;
  readonly #setting: Omit<NameSetting, 'isJapanese'>;
  readonly #readChinese: ReadChinese;

  constructor(pattern: UserNamePattern, setting: Omit<NameSetting, 'isJapanese'>, readChinese: ReadChinese) {
    this.#pattern = pattern;
    this.#setting = setting;
    this.#readChinese = readChinese;
  }

  localPart(draft: Draft, isJapanese: boolean) {
    const reading = nameReadingOf(draft, { ...this.#setting, isJapanese });
    return madeName(draft, this.#pattern, { ...reading, readChinese: this.#readChinese });
  }

  named(localPart: string): string {
    return `${localPart}@${this.#pattern.domain}`;
  }

  given(localPart: string, place: number, number: number): GivenName {
    const userPrincipalName = this.named(number === 0 ? localPart : numberedName(localPart, number));
    return { userPrincipalName, made: { base: this.named(localPart), place } };
  }
}

/** The names of a file as its plan gave them, whichever rows are read. */
export class KnownNames implements GiveNames {
  readonly #make: MakeName;
  readonly #notes: RowNotes;
  readonly #isJapanese: boolean;

  constructor(make: MakeName, notes: RowNotes, isJapanese: boolean) {
    this.#make = make;
    this.#notes = notes;
    this.#isJapanese = isJapanese;
  }

  give(draft: Draft, rowNumber: number): GivenName | { refusal: Refusal } {
    const made = this.#make.localPart(draft, this.#isJapanese);
    if ('refusal' in made) return made;
    const [place, number] = this.#notes.of(rowNumber) ?? [1, 0];
    return this.#make.given(made.localPart, place, number);
  }
}

/** Makes the names of an import; undefined where none are made. Throws `Refused` UserNamePatternInvalid. */
export const nameMaker = async (
  { options }: Pick<ImportJob, 'options'>,
  { organisation }: Rules,
): Promise<MakeName | undefined> => {
  const { userNamePattern: pattern, usageLocation = organisation.usageLocation } = options;
  if (pattern === undefined) return undefined;
  const setting = { usageLocation, preferredLanguage: organisation.preferredLanguage };
  return new MakeName(userNamePattern(pattern, organisation.verifiedDomains), setting, await loadReadChinese());
};
