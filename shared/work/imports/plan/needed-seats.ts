/** How many seats a file needs when it is known who of its people exists. */

import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { SeatCount } from '../../../domain/imports/reading-place.ts';
import type { Person } from '../../../domain/person.ts';
import type { ImportPorts } from '../import-setting.ts';
import { RowPeople } from '../rows/row-people.ts';
import { RowBitmap } from '../sets/row-bitmap.ts';
import type { CheckedRow } from './check-rows.ts';
import { readRows } from './read-rows.ts';

/** Seats that are needed of each licence, and the names of the sets of rows that need none of them. */
export type NeededSeats = { needed: ReadonlyMap<string, number>; exempt: ReadonlyMap<string, string> };

/**
 * Reads the file again and looks everybody up, from where an earlier call stopped. A row needs no seat of a licence when
 * its person exists and is left alone or holds the licence, or when the row has its outcome already. Those rows are kept:
 * who asks again later, when people have come and gone, gives the same seats to the same rows. When little time is left,
 * and it is further than it was, it says how far that is.
 */
export const countNeededSeats = async (
  job: ImportJob,
  ports: ImportPorts,
): Promise<NeededSeats | { counting: SeatCount }> => {
  const { rules, counting } = job;
  if (!rules) throw new Error('an import has no rules');
  const done = await finishedRows(job, ports);
  const needed = new Map(Object.entries(counting?.needed ?? {}));
  const sets = await keptSets(job, ports);
  const countedBefore = counting?.rows ?? 0;
  let { mark } = counting ?? {};
  const { file, rows: batches } = await readRows(job, rules, ports, mark);
  for await (const rows of batches) {
    mark = file.mark() ?? mark;
    const fresh = rows.filter(({ rowNumber }) => rowNumber > countedBefore);
    await countRows(fresh, { job, ports, done, needed, sets });
    const last = fresh.at(-1);
    if (last && ports.shouldPause()) {
      const exempt = Object.fromEntries(await keepSets(sets, job, ports));
      const found = { needed: Object.fromEntries(needed), exempt };
      return { counting: { rows: last.rowNumber, ...(mark && { mark }), ...found } };
    }
  }
  return { needed, exempt: await keepSets(sets, job, ports) };
};

type Count = {
  job: ImportJob;
  ports: Pick<ImportPorts, 'directory'>;
  done: RowBitmap;
  needed: Map<string, number>;
  sets: Map<string, RowBitmap>;
};

const countRows = async (rows: readonly CheckedRow[], { job, ports, done, needed, sets }: Count): Promise<void> => {
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
};

/** The sets that an earlier call kept. */
const keptSets = async ({ id, counting }: ImportJob, { imports }: ImportPorts): Promise<Map<string, RowBitmap>> => {
  const sets = new Map<string, RowBitmap>();
  for (const [skuId, name] of Object.entries(counting?.exempt ?? {})) {
    sets.set(skuId, RowBitmap.decode(await imports.rowSet(id, name)));
  }
  return sets;
};

const keepSets = async (
  sets: ReadonlyMap<string, RowBitmap>,
  job: ImportJob,
  { imports }: ImportPorts,
): Promise<Map<string, string>> => {
  const names = new Map<string, string>();
  for (const [skuId, set] of sets) {
    const { name, bytes } = set.encode();
    await imports.keepRowSet(job, name, bytes);
    names.set(skuId, name);
  }
  return names;
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
