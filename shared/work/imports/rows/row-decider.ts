/** What becomes of the rows of a chunk: somebody new, somebody changed, nobody, or a refusal. */
import type { Person } from '../../../domain/person.ts';
import type { Principal } from '../../../domain/principal.ts';
import type { Instant } from '../../../domain/time.ts';
import { canonicalUserName } from '../../../domain/user-name.ts';
import type { AdditionLost, Directory } from '../../directory.ts';
import type { Imports } from '../imports.ts';
import { NameSketch } from '../sets/name-sketch.ts';
import { decideRow, type RowSetting } from './decide-row.ts';
import type { RowDecision } from './decided-row.ts';
import { madeNameTaken, withProposals } from './made-names.ts';
import { personIdOf } from './person-id.ts';
import type { Decider } from './record-rows.ts';
import { asPlanned, type ComingRow, decision, refused, takesAdministrator } from './row-decision.ts';

/** What rows are decided by. */
export type DeciderSetting = Omit<RowSetting, 'acting'> & {
  /** As whom the import acts, asked anew for each write. Throws `Refused` OwnerGone. */
  actingNow: () => Promise<Principal>;
  /** Rows that an earlier appliance of the same dry run has done. */
  doneBefore?: ReadonlySet<number>;
  /** Hashes of the chosen passwords of rows, by row: slow on purpose. Absent where nobody is really added. */
  hashPasswords?: (rows: readonly ComingRow[]) => Promise<ReadonlyMap<number, string>>;
  directory: Pick<Directory, 'holdersOf' | 'readPeople'>;
  imports: Pick<Imports, 'rowSet'>;
};

/**
 * Decides a chunk's rows. Without a reason to look first everybody is taken for new, since nearly everybody is: the
 * transaction tells who is not, and who holds the name. A password is reason enough, so that none is hashed for nothing.
 */
export class RowDecider implements Decider {
  readonly #rows: ReadonlyMap<number, ComingRow>;
  readonly #setting: DeciderSetting;
  /** Who has the user names of rows, as far as that is known. */
  readonly #holders = new Map<number, string>();
  readonly #people = new Map<string, Person>();
  /** How often a row has lost its user name. */
  readonly #losses = new Map<number, number>();
  readonly #hashes = new Map<number, string>();
  /** Rows whose person this import has made already, though their result was lost. */
  readonly #made = new Set<number>();
  #hasLooked: boolean;
  #namesOfFile: NameSketch | undefined;
  /** Names that were proposed to rows whose made ones are taken. */
  readonly #proposed = new Map<number, string>();
  #isLastAdministrator = false;

  constructor(rows: readonly ComingRow[], setting: DeciderSetting) {
    this.#rows = new Map(rows.map((row) => [row.rowNumber, row]));
    this.#setting = setting;
    this.#hasLooked =
      !setting.job.expectsExistingPeople && !rows.some(({ sealedPassword }) => sealedPassword !== undefined);
  }

  async decisions(open: readonly number[], at: Instant): Promise<RowDecision[]> {
    const rows = open.map((rowNumber) => this.#rows.get(rowNumber) ?? missingRow(rowNumber));
    if (!this.#hasLooked) await this.#look(rows);
    await this.#readHolders();
    await this.#hashPasswords(rows);
    // Last, since all of the above takes time: what is decided is written at once.
    const setting = { ...this.#setting, acting: await this.#setting.actingNow(), now: () => at };
    const decisions = rows.map((row) => this.#decision(row, setting));
    return this.#propose(decisions);
  }

  learn({ holders, alreadyAdded, stale, lastAdministrator }: AdditionLost): void {
    this.#isLastAdministrator ||= lastAdministrator;
    for (const rowNumber of this.#rows.keys()) {
      const id = personIdOf(this.#setting.job.id, rowNumber);
      if (holders[id] !== undefined) {
        this.#holders.set(rowNumber, holders[id]);
        this.#losses.set(rowNumber, (this.#losses.get(rowNumber) ?? 0) + 1);
      }
      if (alreadyAdded.includes(id)) this.#made.add(rowNumber);
    }
    // Whoever changed since, or holds a name that was found free, is read again.
    for (const id of [...stale, ...Object.values(holders)]) this.#people.delete(id);
  }

  async #look(rows: readonly ComingRow[]): Promise<void> {
    this.#hasLooked = true;
    const asking = rows.filter(({ draft }) => draft !== undefined);
    const found = await this.#setting.directory.holdersOf(asking.map(({ userPrincipalName }) => userPrincipalName));
    for (const { rowNumber, userPrincipalName } of asking) {
      const holder = found.get(canonicalUserName(userPrincipalName));
      if (holder !== undefined) this.#holders.set(rowNumber, holder);
    }
  }

  async #readHolders(): Promise<void> {
    const missing = [...this.#holders.values()].filter((id) => !this.#people.has(id));
    if (missing.length === 0) return;
    for (const person of await this.#setting.directory.readPeople(missing)) this.#people.set(person.id, person);
  }

  async #hashPasswords(rows: readonly ComingRow[]): Promise<void> {
    const unhashed = rows.filter(
      (row) => row.sealedPassword !== undefined && !this.#hashes.has(row.rowNumber) && !this.#holderOf(row),
    );
    if (unhashed.length === 0 || !this.#setting.hashPasswords) return;
    for (const [rowNumber, hash] of await this.#setting.hashPasswords(unhashed)) this.#hashes.set(rowNumber, hash);
  }

  /** Who has the user name of a row now: it may have been given up since it was found. */
  #holderOf({ rowNumber, userPrincipalName }: ComingRow): Person | undefined {
    const person = this.#people.get(this.#holders.get(rowNumber) ?? '');
    const isHeld =
      person !== undefined &&
      !person.deleted &&
      canonicalUserName(person.userPrincipalName) === canonicalUserName(userPrincipalName);
    return isHeld ? person : undefined;
  }

  /** Only where a name that was made turns out to be taken are the names of the file read. */
  async #propose(decisions: RowDecision[]): Promise<RowDecision[]> {
    const { job, imports, directory } = this.#setting;
    if (job.names === undefined || decisions.every(({ result }) => result.code !== 'MadeNameTaken')) return decisions;
    this.#namesOfFile ??= NameSketch.decode(await imports.rowSet(job.id, job.names));
    const names = this.#namesOfFile;
    const [rows, proposed] = [this.#rows, this.#proposed];
    return withProposals(decisions, { rows, proposed, directory, isInFile: (name) => names.has(name) });
  }

  #decision(row: ComingRow, setting: RowSetting): RowDecision {
    const { rowNumber } = row;
    const holder = this.#holderOf(row);
    if (this.#setting.doneBefore?.has(rowNumber)) {
      return decision(row, 'unchanged', holder ? { personId: holder.id } : {});
    }
    const ownId = personIdOf(this.#setting.job.id, rowNumber);
    if (this.#made.has(rowNumber) || holder?.id === ownId) return decision(row, 'created');
    // Nobody is found for the claim, however often one looks: it is not ours to free.
    if (!holder && (this.#losses.get(rowNumber) ?? 0) > maxLosses) {
      return refused(row, row.made ? madeNameTaken(row, undefined) : { code: 'UserNameTaken' });
    }
    const newcomer = { ownId, passwordHash: this.#hashes.get(rowNumber) };
    const now = decideRow(row, holder, newcomer, setting);
    if (this.#isLastAdministrator && takesAdministrator(now)) return refused(row, { code: 'LastAdministrator' });
    return asPlanned(row, now);
  }
}

/** Holders may come and go while one looks; not for ever. */
const maxLosses = 3;

const missingRow = (rowNumber: number): never => {
  throw new Error(`a chunk lacks row ${rowNumber}`);
};
