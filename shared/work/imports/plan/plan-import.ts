/** First pass over a file: is it readable, how many rows has it, and which seats does it need? Then they are reserved. */
import { mappingOf } from '../../../domain/dialects/headings.ts';
import type { ImportJob, SeatPlan } from '../../../domain/imports/import-job.ts';
import { rowsDone } from '../../../domain/imports/import-progress.ts';
import { isTooMany } from '../../../domain/imports/resumed-job.ts';
import type { Catalogue } from '../../../domain/licences/licences.ts';
import { shortLine } from '../../../domain/one-line.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import { type Refusal, Refused } from '../../../domain/refusals.ts';
import type { ReadableFile } from '../../../files/reading/read-file.ts';
import { endImport } from '../end-import.ts';
import type { ImportPorts } from '../import-setting.ts';
import { NameSketch } from '../sets/name-sketch.ts';
import type { StepEnd } from '../step-end.ts';
import { lateness } from './lateness.ts';
import { countNeededSeats, type NeededSeats } from './needed-seats.ts';
import { readRows } from './read-rows.ts';

/**
 * Plans an import and reserves its seats in one write. A file that cannot be read ends here, and changes nothing; so does
 * one with more faulty rows than its owner wants. One that was resumed is planned anew, by the rules that it had.
 */
export const planImport = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  const { directory, organisation, policy } = ports;
  const rules: Rules = job.rules ?? {
    ...{ organisation, policy, catalogue: await directory.catalogue() },
    knowsCommonPasswords: true,
    skipsRepeatedHeadings: true,
    knowsKeys: true,
  };
  const running: ImportJob = { ...job, rules, status: 'running', lastStepDateTime: ports.now() };
  if (job.kind === 'undo') return sendResults(running, ports);
  try {
    return await reserveSeats(await countRows(running, rules, ports), ports);
  } catch (error) {
    return endRefused(running, error, ports);
  }
};

/** A refusal ends the import; throws any other error. */
const endRefused = async (job: ImportJob, error: unknown, ports: ImportPorts): Promise<StepEnd> => {
  if (!(error instanceof Refused)) throw error;
  return endImport(job, { status: 'failed', refusal: error.refusals[0] ?? { code: 'InternalError' } }, ports);
};

/** An undo has the rows that the import which it undoes had done. */
const sendResults = async (job: ImportJob, { imports }: ImportPorts): Promise<StepEnd> => {
  const rows = rowsDone(await imports.progress(job.undoes ?? ''));
  await imports.advance(job, { ...job, stage: 'sending', rows });
  return 'next';
};

/** A job with what its file says, how many seats it needs when nobody in it exists, and whom it begins with. */
type Counted = { job: ImportJob; needed: ReadonlyMap<string, number>; firstNames: readonly string[] };

/** So many rows show whether a file is mostly of people who exist: such a file comes again, or updates. */
const probedRows = 100;

const countRows = async (job: ImportJob, rules: Rules, ports: ImportPorts): Promise<Counted> => {
  const { options } = job;
  const refuseIfLate = lateness(ports);
  const { file, rows: batches } = await readRows(job, rules, ports, refuseIfLate);
  const names = new NameSketch();
  const needed = new Map<string, number>();
  const firstNames: string[] = [];
  let [rows, refused] = [0, 0];
  for await (const checked of batches) {
    refuseIfLate();
    rows += checked.length;
    for (const { draft, userPrincipalName } of checked) {
      if (options.userNamePattern !== undefined) names.add(userPrincipalName);
      if (!draft) refused += 1;
      else if (firstNames.length < probedRows) firstNames.push(draft.userPrincipalName);
      for (const skuId of draft?.skuIds ?? []) needed.set(skuId, (needed.get(skuId) ?? 0) + 1);
    }
    if (isTooMany(refused, job))
      throw new Refused({ code: 'TooManyRefusals', fact: String(options.stopAfterRefusals) });
  }
  const kept = options.userNamePattern === undefined ? {} : { names: await keepNames(job, names, ports) };
  return {
    job: {
      ...job,
      ...kept,
      rows,
      format: file.format,
      columns: mappingOf(file),
      notes: [...file.notes],
      ...textOf(file),
    },
    needed,
    firstNames,
  };
};

const keepNames = async (job: ImportJob, names: NameSketch, { imports }: ImportPorts): Promise<string> => {
  const { name, bytes } = names.encode();
  await imports.keepRowSet(job, name, bytes);
  return name;
};

/** How the text was read, with cells cut short: they are kept with the import, whose record may have 400 KB. */
const textOf = (file: ReadableFile): Pick<ImportJob, 'text'> => {
  const found = file.text();
  return found ? { text: { ...found, cells: found.cells.map((cell) => shortLine(cell, longestCell)) } } : {};
};

/** So much is kept of a cell that shows how a file was read. */
const longestCell = 60;

/**
 * Reserves what the import needs. Where there are not enough seats for a file of nobody but new people, it is looked up
 * who of them exists, since they need none; then the policy decides.
 */
const reserveSeats = async ({ job, needed, firstNames }: Counted, ports: ImportPorts): Promise<StepEnd> => {
  const catalogue = await ports.directory.catalogue();
  const isShort = [...needed].some(([skuId, count]) => count > (freeOf(skuId, catalogue) ?? 0));
  const isToBeKnown = isShort || job.resumptions > 0 || job.options.dryRun || job.options.existingPeople === 'update';
  const expectsExistingPeople = isToBeKnown || (await ports.directory.holdersOf(firstNames)).size > 0;
  const exact = isShort || job.resumptions > 0 ? await countNeededSeats(job, ports) : { needed, exempt: new Map() };
  const before = job.resumptions > 0 ? { seatsBefore: (await ports.imports.progress(job.id)).seats } : {};
  return reserve({ ...job, ...before, expectsExistingPeople }, exact, ports);
};

/** Takes the seats that there are: when somebody else took some meanwhile, looks again at what is left. */
const reserve = async (job: ImportJob, needs: NeededSeats, ports: ImportPorts): Promise<StepEnd> => {
  const seats = seatPlans(needs, await ports.directory.catalogue());
  const refusal = await refusalOfPlan(job, seats, ports);
  if (refusal) throw new Refused(refusal);
  const planned: ImportJob = { ...job, stage: 'sending', seats };
  // A dry run takes nothing: its plan is what it would get.
  if (job.options.dryRun) {
    await ports.imports.advance(job, planned);
    return 'next';
  }
  if (job.options.seatsShort === 'hold' && seats.some(({ needed, granted }) => granted < needed)) {
    return hold(job, seats, ports);
  }
  const outcome = await ports.imports.reserve(job, planned);
  return outcome === 'short' ? reserve(job, needs, ports) : 'next';
};

/** The import waits before its first row until there are seats for all of it, and its owner is told which. */
const hold = async (job: ImportJob, seats: SeatPlan[], { imports, queues }: ImportPorts): Promise<StepEnd> => {
  const granted = seats.map((plan) => ({ ...plan, granted: 0 }));
  const isFirst = await imports.advance(job, { ...job, stage: 'holding', status: 'onHold', seats: granted });
  // Should this be lost, the sweep finds that nobody was told.
  if (isFirst) await queues.notices([{ kind: 'importResults', importId: job.id }]);
  return 'pause';
};

/**
 * An import on hold takes its seats as soon as there are enough of every licence. One whose file is gone meanwhile (the
 * bucket keeps files for days, not for ever) ends here: its owner is told now, not on the day when the seats are bought.
 */
export const tryHeldImport = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  const catalogue = await ports.directory.catalogue();
  if (job.seats.some(({ skuId, needed }) => needed > (freeOf(skuId, catalogue) ?? 0))) {
    return ports.openFile(job.file).then(
      () => 'pause',
      (error) => endRefused(job, error, ports),
    );
  }
  const seats = job.seats.map((plan) => ({ ...plan, granted: plan.needed }));
  const running: ImportJob = { ...job, stage: 'sending', status: 'running', seats, lastStepDateTime: ports.now() };
  return (await ports.imports.reserve(job, running)) === 'short' ? 'pause' : 'next';
};

const freeOf = (skuId: string, catalogue: Catalogue) => catalogue.find((sku) => sku.skuId === skuId)?.free;

const seatPlans = ({ needed, exempt }: NeededSeats, catalogue: Catalogue): SeatPlan[] =>
  catalogue.flatMap(({ skuId, skuPartNumber, free }) => {
    const count = needed.get(skuId) ?? 0;
    const set = exempt.get(skuId);
    if (count === 0 && set === undefined) return [];
    const granted = Math.max(0, Math.min(count, free));
    return [{ skuId, skuPartNumber, needed: count, granted, ...(set !== undefined && { exempt: set }) }];
  });

/** A dry run that is applied must find the seats that it was promised. */
const refusalOfPlan = async (
  { applies, follows = [] }: ImportJob,
  seats: readonly SeatPlan[],
  { imports }: ImportPorts,
): Promise<Refusal | undefined> => {
  const plan = applies === undefined ? undefined : await imports.read(applies);
  for (const { skuId, skuPartNumber, granted } of plan?.seats ?? []) {
    const { granted: now, needed } = seats.find((seat) => seat.skuId === skuId) ?? { granted: 0, needed: 0 };
    // Those who have theirs by an earlier appliance need none.
    if (now < (follows.length > 0 ? Math.min(granted, needed) : granted)) {
      const fact = `it needs ${granted} seats of ${skuPartNumber}, and ${now} are free`;
      return { code: 'PlanOutdated', target: skuPartNumber, fact };
    }
  }
  return undefined;
};
