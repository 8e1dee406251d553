/** Who has what the rows of a chunk name, as far as that is known. */
import type { CheckedDraft } from '../../../domain/people/check-draft.ts';
import { canonicalKey, holdsKey, type KeySource } from '../../../domain/people/source-keys.ts';
import type { Person } from '../../../domain/person.ts';
import type { RefusalCode } from '../../../domain/refusals.ts';
import { canonicalUserName } from '../../../domain/user-name.ts';
import type { AdditionLost, Directory } from '../../directory.ts';
import { keyTakenCodes } from '../../name-conflict.ts';
import { matchRow, type RowMatch } from './match-row.ts';
import type { ComingRow } from './row-decision.ts';

/** The key by which rows of files are matched. */
const source: KeySource = 'employeeId';

const keyOf = ({ draft }: ComingRow): string | undefined => (draft as CheckedDraft | undefined)?.[source];

/** Holders may come and go while one looks; not for ever. */
const maxLosses = 3;

/** Looks people up by the names and keys of rows, and learns who they are from what stood in the way of writing. */
export class RowPeople {
  readonly #directory: Pick<Directory, 'claimHolders' | 'readPeople'>;
  /** Ids by row. */
  readonly #byName = new Map<number, string>();
  readonly #byKey = new Map<number, readonly string[]>();
  readonly #people = new Map<string, Person>();
  /** What a row has lost so far to people who were not found. */
  readonly #losses = new Map<number, RefusalCode[]>();

  constructor(directory: Pick<Directory, 'claimHolders' | 'readPeople'>) {
    this.#directory = directory;
  }

  /** Looks up who has the names and keys of rows. */
  async look(rows: readonly ComingRow[]): Promise<void> {
    const asking = rows.filter(({ draft }) => draft !== undefined);
    const { names, keys } = await this.#directory.claimHolders({
      userNames: asking.map(({ userPrincipalName }) => userPrincipalName),
      keys: asking.flatMap((row) => keyOf(row) ?? []).map((key) => ({ source, key })),
    });
    const keyed = new Map(keys.map(({ key, holders }) => [key, holders]));
    for (const row of asking) {
      const holder = names.get(canonicalUserName(row.userPrincipalName));
      if (holder !== undefined) this.#byName.set(row.rowNumber, holder);
      const ids = keyed.get(canonicalKey(source, keyOf(row) ?? ''));
      if (ids !== undefined) this.#byKey.set(row.rowNumber, ids);
    }
  }

  /** Reads those who were found and are not known yet, or not any more. */
  async read(): Promise<void> {
    const missing = [...this.#byName.values(), ...[...this.#byKey.values()].flat()].filter(
      (id) => !this.#people.has(id),
    );
    if (missing.length === 0) return;
    for (const person of await this.#directory.readPeople(missing)) this.#people.set(person.id, person);
  }

  /** Learns what stood in the way of rows, by the ids of the people whom they were to add or change. */
  learn({ holders, keysTaken, stale }: AdditionLost, rowsOf: (id: string) => readonly number[]): void {
    for (const [id, holder] of Object.entries(holders)) {
      for (const rowNumber of rowsOf(id)) this.#lose(rowNumber, 'UserNameTaken', this.#byName, holder);
    }
    for (const taken of keysTaken) {
      const code = keyTakenCodes[taken.source];
      for (const rowNumber of rowsOf(taken.id)) this.#lose(rowNumber, code, this.#byKey, taken.holders);
    }
    // Whoever changed since, or holds what was found free, is read again.
    const gone = [...stale, ...Object.values(holders), ...keysTaken.flatMap((taken) => taken.holders)];
    for (const id of gone) this.#people.delete(id);
  }

  #lose<Held>(rowNumber: number, code: RefusalCode, held: Map<number, Held>, by: Held): void {
    held.set(rowNumber, by);
    this.#losses.set(rowNumber, [...(this.#losses.get(rowNumber) ?? []), code]);
  }

  /**
   * Whom a row means, by who has its name and key now: either may have been given up since it was found. Where nobody is
   * found for a claim, however often one looks, it is not ours to free.
   */
  match(row: ComingRow): RowMatch {
    const { rowNumber, userPrincipalName } = row;
    const named = this.#people.get(this.#byName.get(rowNumber) ?? '');
    const isHeld =
      named && !named.deleted && canonicalUserName(named.userPrincipalName) === canonicalUserName(userPrincipalName);
    const byName = isHeld ? named : undefined;
    const byKey = (this.#byKey.get(rowNumber) ?? []).flatMap((id): Person[] => {
      const person = this.#people.get(id);
      return person && holdsKey(person, source, keyOf(row) ?? '') ? [person] : [];
    });
    const losses = this.#losses.get(rowNumber) ?? [];
    const isFound = losses.at(-1) === 'UserNameTaken' ? byName !== undefined : byKey.length > 0;
    const code = losses.at(-1);
    if (code !== undefined && losses.length > maxLosses && !isFound) return { refusal: { code } };
    return matchRow(row.draft as CheckedDraft | undefined, { byName, byKey });
  }
}
