/** What becomes of the objects of a chunk; whoever loses against somebody else is looked up and decided anew. */
import type { Refusal } from '../../../domain/refusals.ts';
import type { Instant } from '../../../domain/time.ts';
import type { AdditionLost, Directory } from '../../directory.ts';
import { keyTakenCodes, namesOf } from '../../name-conflict.ts';
import { decideObject, type ObjectSetting } from './decide-object.ts';
import type { RowDecision } from './decided-row.ts';
import { ObjectPeople } from './object-people.ts';
import { personIdOf } from './person-id.ts';
import type { Decider } from './record-rows.ts';
import type { DeciderSetting } from './row-decider.ts';
import { type ComingRow, decision, refused, takesAdministrator } from './row-decision.ts';

/** The setting, with no more of the directory than objects need. */
export type ObjectDeciderSetting = Omit<DeciderSetting, 'directory' | 'imports'> & {
  directory: Pick<Directory, 'claimHolders' | 'readPeople'>;
};

/** What of a person somebody else has, and who. */
type Taken = { code: Refusal['code']; target: string; holders: readonly string[] };

/** Decides a chunk's objects: everybody is looked up first, since nearly everybody is known. */
export class ObjectDecider implements Decider {
  readonly #rows: ReadonlyMap<number, ComingRow>;
  readonly #setting: ObjectDeciderSetting;
  readonly #people: ObjectPeople;
  readonly #short = new Set<string>();
  /** By the id of who was to have it: what stood in their way last. */
  readonly #taken = new Map<string, Taken>();
  #isFresh = false;
  #isLastAdministrator = false;

  constructor(rows: readonly ComingRow[], setting: ObjectDeciderSetting) {
    this.#rows = new Map(rows.map((row) => [row.rowNumber, row]));
    this.#setting = setting;
    this.#people = new ObjectPeople(setting.directory);
  }

  async decisions(open: readonly number[], at: Instant): Promise<RowDecision[]> {
    const rows = open.map((rowNumber) => this.#rows.get(rowNumber) ?? missingRow(rowNumber));
    if (!this.#isFresh) await this.#people.look([...this.#rows.values()]);
    this.#isFresh = true;
    const acting = await this.#setting.actingNow();
    const setting = { ...this.#setting, acting, people: this.#people, short: this.#short, now: () => at };
    const decisions: RowDecision[] = [];
    for (const row of rows) {
      const ownId = personIdOf(this.#setting.job.id, row.rowNumber);
      decisions.push(await this.#possible(row, this.#decide(row, { ...setting, ownId })));
    }
    return decisions.map((one, index) => withObject(one, rows[index]));
  }

  learn(lost: AdditionLost): void {
    this.#isLastAdministrator ||= lost.lastAdministrator;
    for (const skuId of lost.short) this.#short.add(skuId);
    for (const [id, holder] of Object.entries(lost.holders)) {
      this.#taken.set(id, { code: 'UserNameTaken', target: 'userPrincipalName', holders: [holder] });
    }
    for (const { id, source, holders } of lost.keysTaken) {
      this.#taken.set(id, { code: keyTakenCodes[source], target: source, holders });
    }
    this.#isFresh = false;
  }

  #decide(row: ComingRow, setting: ObjectSetting): RowDecision {
    // Made by a delivery whose result was lost.
    const own = this.#people.candidates(row).byKey.find(({ id }) => id === setting.ownId);
    if (own && !own.deleted) return decision(row, 'created');
    return decideObject(row, setting);
  }

  /** A change that lost against somebody who still has the name or key is refused, and names them. */
  async #possible(row: ComingRow, wanted: RowDecision): Promise<RowDecision> {
    if (this.#isLastAdministrator && takesAdministrator(wanted)) return refused(row, { code: 'LastAdministrator' });
    const taken = this.#taken.get((wanted.add ?? wanted.change?.after)?.id ?? '');
    if (!taken) return wanted;
    const holders = await this.#setting.directory.readPeople(taken.holders);
    const { code, target } = taken;
    return refused(row, { code, target, ...(holders.length > 0 && { fact: namesOf(holders) }) });
  }
}

/** Each result says which object it is of, so that errors are found by it. */
const withObject = (one: RowDecision, row: ComingRow | undefined): RowDecision => {
  const objectGuid = row?.object?.objectGuid;
  return objectGuid === undefined ? one : { ...one, result: { ...one.result, objectGuid } };
};

const missingRow = (rowNumber: number): never => {
  throw new Error(`a chunk lacks row ${rowNumber}`);
};
