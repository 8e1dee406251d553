/** What becomes of the rows of a chunk: somebody new, somebody changed, nobody, or a refusal. */
import type { Principal } from '../../../domain/principal.ts';
import type { Instant } from '../../../domain/time.ts';
import type { AdditionLost, Directory } from '../../directory.ts';
import type { Imports } from '../imports.ts';
import { NameSketch } from '../sets/name-sketch.ts';
import { decideRow, type RowSetting } from './decide-row.ts';
import type { RowDecision } from './decided-row.ts';
import { madeNameTaken, withProposals } from './made-names.ts';
import { personIdOf } from './person-id.ts';
import type { Decider } from './record-rows.ts';
import { asPlanned, type ComingRow, decision, refused, takesAdministrator } from './row-decision.ts';
import { RowPeople } from './row-people.ts';

/** What rows are decided by. */
export type DeciderSetting = Omit<RowSetting, 'acting'> & {
  /** As whom the import acts, asked anew for each write. Throws `Refused` OwnerGone. */
  actingNow: () => Promise<Principal>;
  /** Rows that an earlier appliance of the same dry run has done. */
  doneBefore?: ReadonlySet<number>;
  /** Hashes of the chosen passwords of rows, by row: slow on purpose. Absent where nobody is really added. */
  hashPasswords?: (rows: readonly ComingRow[]) => Promise<ReadonlyMap<number, string>>;
  directory: Pick<Directory, 'holdersOf' | 'claimHolders' | 'readPeople'>;
  imports: Pick<Imports, 'rowSet'>;
};

/**
 * Decides a chunk's rows. Without a reason to look first everybody is taken for new, since nearly everybody is: the
 * transaction tells who is not, and who holds the name or the key. A password is reason enough, so that none is hashed for nothing.
 */
export class RowDecider implements Decider {
  readonly #rows: ReadonlyMap<number, ComingRow>;
  readonly #setting: DeciderSetting;
  readonly #people: RowPeople;
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
    this.#people = new RowPeople(setting.directory);
    this.#hasLooked =
      !setting.job.expectsExistingPeople && !rows.some(({ sealedPassword }) => sealedPassword !== undefined);
  }

  async decisions(open: readonly number[], at: Instant): Promise<RowDecision[]> {
    const rows = open.map((rowNumber) => this.#rows.get(rowNumber) ?? missingRow(rowNumber));
    if (!this.#hasLooked) await this.#people.look(rows);
    this.#hasLooked = true;
    await this.#people.read();
    await this.#hashPasswords(rows);
    // Last, since all of the above takes time: what is decided is written at once.
    const setting = { ...this.#setting, acting: await this.#setting.actingNow(), now: () => at };
    const decisions = rows.map((row) => this.#decision(row, setting));
    return this.#propose(decisions);
  }

  learn(lost: AdditionLost): void {
    this.#isLastAdministrator ||= lost.lastAdministrator;
    const rows = [...this.#rows.values()];
    for (const { rowNumber } of rows) {
      if (lost.alreadyAdded.includes(this.#ownId(rowNumber))) this.#made.add(rowNumber);
    }
    const isOf = (row: ComingRow, id: string) =>
      this.#ownId(row.rowNumber) === id || this.#people.match(row).holder?.id === id;
    this.#people.learn(lost, (id) => rows.filter((row) => isOf(row, id)).map(({ rowNumber }) => rowNumber));
  }

  #ownId(rowNumber: number): string {
    return personIdOf(this.#setting.job.id, rowNumber);
  }

  async #hashPasswords(rows: readonly ComingRow[]): Promise<void> {
    const unhashed = rows.filter((row) => {
      if (row.sealedPassword === undefined || this.#hashes.has(row.rowNumber)) return false;
      const { holder, refusal } = this.#people.match(row);
      return !holder && !refusal;
    });
    if (unhashed.length === 0 || !this.#setting.hashPasswords) return;
    for (const [rowNumber, hash] of await this.#setting.hashPasswords(unhashed)) this.#hashes.set(rowNumber, hash);
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
    const { holder, refusal } = this.#people.match(row);
    if (this.#setting.doneBefore?.has(rowNumber)) {
      return decision(row, 'unchanged', holder ? { personId: holder.id } : {});
    }
    const ownId = this.#ownId(rowNumber);
    if (this.#made.has(rowNumber) || holder?.id === ownId) return decision(row, 'created');
    if (refusal) {
      const isMadeNameTaken = row.made && refusal.code === 'UserNameTaken';
      return refused(row, isMadeNameTaken ? madeNameTaken(row, undefined) : refusal);
    }
    const newcomer = { ownId, passwordHash: this.#hashes.get(rowNumber) };
    const now = decideRow(row, holder, newcomer, setting);
    if (this.#isLastAdministrator && takesAdministrator(now)) return refused(row, { code: 'LastAdministrator' });
    return asPlanned(row, now);
  }
}

const missingRow = (rowNumber: number): never => {
  throw new Error(`a chunk lacks row ${rowNumber}`);
};
