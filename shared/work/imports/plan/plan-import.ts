/** The plan of an import: its rows are counted, and the seats that they need are reserved. */
import type { ImportJob, SeatPlan } from '../../../domain/imports/import-job.ts';
import { rowsDone } from '../../../domain/imports/import-progress.ts';
import type { Catalogue } from '../../../domain/licences/licences.ts';
import { refusalBesideSynchronization } from '../../../domain/migrations/migration.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import { type Refusal, Refused } from '../../../domain/refusals.ts';
import { endImport } from '../end-import.ts';
import type { ImportPorts } from '../import-setting.ts';
import { maxContinuations, type StepEnd } from '../step-end.ts';
import { type Counted, countRows } from './count-rows.ts';
import { countNeededSeats, type NeededSeats } from './needed-seats.ts';
import { planRun } from './plan-run.ts';

/**
 * Plans an import and reserves its seats in one write. A file that cannot be read ends here, and changes nothing; so does
 * one with more faulty rows than its owner wants. One that was resumed is planned anew, by the rules that it had. Where
 * everybody must be looked up, and there is no time left for that, another call goes on with it.
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
    if (job.kind === 'synchronization') return await planRun(running, rules, ports);
    const barred = refusalBesideSynchronization(job.migration, organisation);
    if (barred) throw new Refused(barred);
    if (running.counting) return await countOn(running, ports);
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

/**
 * Rows that are undone by one message: four results of an import of new people. A person who is deleted takes four of a
 * transaction's actions, so that 24 fit: nine transactions for four results, where each by itself takes three.
 */
const undoRows = 196;

/**
 * An undo has the rows that the import which it undoes had done. One that was resumed keeps its chunks: rows that were
 * done are told by them.
 */
const sendResults = async (job: ImportJob, { imports }: ImportPorts): Promise<StepEnd> => {
  const rows = rowsDone(await imports.progress(job.undoes ?? ''));
  const chunks = job.resumptions === 0 ? { undoRows } : {};
  await imports.advance(job, { ...job, ...chunks, stage: 'sending', rows });
  return 'next';
};

/**
 * Reserves what the import needs. Where there are not enough seats for a file of nobody but new people, it is looked up
 * who of them exists, since they need none; then the policy decides.
 */
const reserveSeats = async ({ job, needed, firstNames }: Counted, ports: ImportPorts): Promise<StepEnd> => {
  const catalogue = await ports.directory.catalogue();
  const isShort = [...needed].some(([skuId, count]) => count > (freeOf(skuId, catalogue) ?? 0));
  const isToBeKnown = isShort || job.resumptions > 0 || job.options.dryRun || job.options.existingPeople === 'update';
  const expectsExistingPeople = isToBeKnown || (await ports.directory.holdersOf(firstNames)).size > 0;
  const before = job.resumptions > 0 ? { seatsBefore: (await ports.imports.progress(job.id)).seats } : {};
  const counted: ImportJob = { ...job, ...before, expectsExistingPeople };
  if (isShort || job.resumptions > 0) return countOn(counted, ports);
  return reserve(counted, { needed, exempt: new Map() }, ports);
};

/** Counts the seats that are needed by those who exist and those who do not, as far as there is time for it. */
const countOn = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  const found = await countNeededSeats(job, ports);
  const { counting: _counting, ...counted } = job;
  return 'counting' in found
    ? pauseCounting({ ...job, counting: found.counting }, ports)
    : reserve(counted, found, ports);
};

const pauseCounting = async (job: ImportJob, { imports, queues }: ImportPorts): Promise<StepEnd> => {
  if (job.continuations >= maxContinuations)
    throw new Refused({ code: 'TooManyRows', fact: 'it was continued too often' });
  if (await imports.advance(job, { ...job, continuations: job.continuations + 1 })) {
    await queues.files([{ kind: 'continueImport', importId: job.id }]);
  }
  return 'pause';
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
  // A run of synchronisation waits for somebody who looks at its deletions, or for the next run.
  if (job.kind === 'synchronization') return 'pause';
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
