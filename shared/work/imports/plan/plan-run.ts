/** The plan of a run: it is whole, begins where the last one ended, and deletes no more than it may. */
import { hash } from 'node:crypto';
import type { ImportJob, SynchronizationRun } from '../../../domain/imports/import-job.ts';
import { defaultSynchronization } from '../../../domain/organisation.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import { type Refusal, Refused } from '../../../domain/refusals.ts';
import { isHeld, refusalOfEmpty } from '../../../domain/synchronization/guard.ts';
import { refusalOfRun, type SynchronizationState, type Watermark } from '../../../domain/synchronization/run-state.ts';
import { changeState } from '../change-synchronization.ts';
import type { ImportPorts } from '../import-setting.ts';
import { encodeIds } from '../sets/id-list.ts';
import type { StepEnd } from '../step-end.ts';
import { type CountedRun, countRun } from './count-run.ts';

/** A watermark with the hash by which the next run names it. */
export const watermarkOf = (text: string): Watermark => ({ text, hash: hash('sha256', text) });

/**
 * Plans a run. Before it may change anybody it is the only one that may, and a run that was held for its deletions gives
 * way to it. Throws `Refused` for what makes it impossible; then nothing has changed.
 */
export const planRun = async (job: ImportJob, rules: Rules, ports: ImportPorts): Promise<StepEnd> => {
  const counted = await countRun(job, rules, ports);
  const run = { ...(await keptRun(job, counted, ports)), ...sinceOf(ports) };
  const refusal = refusalOfEmpty({ ...counted, isFull: run.scope === 'full' });
  if (refusal) throw new Refused(refusal);
  const { deletions, firstDeletions } = counted;
  const settings = ports.organisation.synchronization ?? defaultSynchronization;
  const mustWait = isHeld(deletions, settings) && !run.mayDelete;
  const planned: ImportJob = {
    ...job,
    format: 'Synchronization',
    rows: counted.rows + counted.unnamed.length,
    expectsExistingPeople: true,
    synchronization: { ...run, ...(mustWait && { heldDeletions: deletions, firstDeletions }) },
  };
  if (job.options.dryRun) {
    const blocked = await refusalNow(counted, ports);
    if (blocked) throw new Refused(blocked);
  } else {
    const before = await takeTurn(planned, counted, mustWait, ports);
    if (mustWait) return hold(job, planned, ports);
    planned.synchronization = { ...run, ...(before && { before }) };
  }
  await ports.imports.advance(job, { ...planned, stage: 'sending' });
  return 'next';
};

const sinceOf = ({ organisation }: ImportPorts): Pick<SynchronizationRun, 'since'> =>
  organisation.onPremisesSync ? { since: organisation.onPremisesSync.since } : {};

/** What the run says of itself, with the people whom it does not name kept beside it. */
const keptRun = async (
  job: ImportJob,
  { head, rows, unnamed }: CountedRun,
  { imports }: ImportPorts,
): Promise<SynchronizationRun> => {
  const run: SynchronizationRun = {
    ...(job.synchronization ?? { scope: head.scope }),
    source: head.source,
    watermark: watermarkOf(head.watermark),
    fileRows: rows,
  };
  if (unnamed.length === 0) return run;
  const { name, bytes } = encodeIds(unnamed);
  await imports.keepRowSet(job, name, bytes);
  return { ...run, unnamed: name };
};

/** Why it may not begin, as things stand; throws nothing, since a dry run takes no turn. */
const refusalNow = async (
  { head }: CountedRun,
  { synchronization, organisation }: ImportPorts,
): Promise<Refusal | undefined> => {
  const { onPremisesSync } = organisation;
  if (!onPremisesSync) return { code: 'SynchronizationOff' };
  let found: Refusal | undefined;
  await changeState(
    onPremisesSync,
    (state) => {
      found = refusalOfRun(head, onPremisesSync, state);
      return undefined;
    },
    synchronization,
  );
  return found;
};

/**
 * Writes that it is this run's turn, or that this one waits. Gives the watermark that holds until it is settled. Throws
 * `Refused` SynchronizationRunning while another run may change people, and what `refusalOfRun` refuses.
 */
const takeTurn = async (
  job: ImportJob,
  { head }: CountedRun,
  mustWait: boolean,
  ports: ImportPorts,
): Promise<Watermark | undefined> => {
  const { synchronization, organisation, imports, queues } = ports;
  const { onPremisesSync } = organisation;
  if (!onPremisesSync) throw new Refused({ code: 'SynchronizationOff' });
  let superseded: string | undefined;
  const after = await changeState(
    onPremisesSync,
    async (state) => {
      const refusal = refusalOfRun(head, onPremisesSync, state) ?? (await refusalOfOther(job, state, ports));
      if (refusal) throw new Refused(refusal);
      superseded = state.heldImportId === job.id ? undefined : state.heldImportId;
      const { runningImportId: _running, heldImportId: _held, ...rest } = state;
      return { state: { ...rest, ...(mustWait ? { heldImportId: job.id } : { runningImportId: job.id }) } };
    },
    synchronization,
  );
  if (superseded !== undefined) {
    await imports.requestCancel(superseded);
    await queues.files([{ kind: 'continueImport', importId: superseded }]);
  }
  return after?.watermark;
};

/** Another run that is over has left its turn, whether or not it could say so. */
const refusalOfOther = async (
  { id }: ImportJob,
  { runningImportId: other }: SynchronizationState,
  { imports }: ImportPorts,
): Promise<Refusal | undefined> => {
  if (other === undefined || other === id) return undefined;
  const running = await imports.read(other);
  return running && running.stage !== 'settled' ? { code: 'SynchronizationRunning', fact: other } : undefined;
};

/** It waits before its first row until somebody has looked at its deletions, or the next run takes its place. */
const hold = async (job: ImportJob, planned: ImportJob, { imports, queues }: ImportPorts): Promise<StepEnd> => {
  const isFirst = await imports.advance(job, { ...planned, stage: 'holding', status: 'onHold' });
  if (isFirst) await queues.notices([{ kind: 'importResults', importId: job.id }]);
  return 'pause';
};
