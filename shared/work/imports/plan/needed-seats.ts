/** How many seats a file needs when it is known who of its people exists. */

import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { Person } from '../../../domain/person.ts';
import type { ImportPorts } from '../import-setting.ts';
import { RowPeople } from '../rows/row-people.ts';
import { RowBitmap } from '../sets/row-bitmap.ts';
import { lateness } from './lateness.ts';
import { readRows } from './read-rows.ts';

/** Seats that are needed of each licence, and the names of the sets of rows that need none of them. */
export type NeededSeats = { needed: ReadonlyMap<string, number>; exempt: ReadonlyMap<string, string> };

/**
 * Reads the file again and looks everybody up. A row needs no seat of a licence when its person exists and is left alone
 * or holds the licence, or when the row has its outcome already. Those rows are kept: who asks again later, when people
 * have come and gone, gives the same seats to the same rows.
 */
export const countNeededSeats = async (job: ImportJob, ports: ImportPorts): Promise<NeededSeats> => {
  const { rules } = job;
  if (!rules) throw new Error('an import has no rules');
  const done = await finishedRows(job, ports);
  const needed = new Map<string, number>();
  const sets = new Map<string, RowBitmap>();
  const refuseIfLate = lateness(ports);
  const { rows: batches } = await readRows(job, rules, ports, refuseIfLate);
  for await (const rows of batches) {
    refuseIfLate();
    const asking = rows.filter(({ draft }) => draft !== undefined && draft.skuIds.length > 0);
    const people = new RowPeople(ports.directory);
    await people.look(asking);
    await people.read();
    for (const row of asking) {
      const { rowNumber, draft } = row;
      const person = people.match(row).holder;
      for (const skuId of draft?.skuIds ?? []) {
        if (done.has(rowNumber) || needsNone(person, skuId, job)) setOf(sets, skuId).add(rowNumber);
        else needed.set(skuId, (needed.get(skuId) ?? 0) + 1);
      }
    }
  }
  const exempt = new Map<string, string>();
  for (const [skuId, set] of sets) {
    const { name, bytes } = set.encode();
    await ports.imports.keepRowSet(job, name, bytes);
    exempt.set(skuId, name);
  }
  return { needed, exempt };
};

const needsNone = (person: Person | undefined, skuId: string, { options }: ImportJob): boolean =>
  person !== undefined &&
  (options.existingPeople === 'skip' || person.assignedLicenses.some((licence) => licence.skuId === skuId));

const setOf = (sets: Map<string, RowBitmap>, skuId: string): RowBitmap => {
  const set = sets.get(skuId) ?? new RowBitmap();
  sets.set(skuId, set);
  return set;
};

/** Rows that have their outcome, by this import before it was resumed, or by one before it that did the same. */
const finishedRows = async (
  { id, resumptions, follows = [] }: ImportJob,
  { imports }: ImportPorts,
): Promise<RowBitmap> => {
  const done = new RowBitmap();
  if (resumptions > 0)
    for await (const rows of imports.results(id)) for (const { rowNumber } of rows) done.add(rowNumber);
  for (const earlier of follows) {
    for await (const rows of imports.results(earlier)) {
      for (const { rowNumber, outcome } of rows) if (outcome !== 'refused') done.add(rowNumber);
    }
  }
  return done;
};
