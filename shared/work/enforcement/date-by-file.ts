/** A deployment may bring another policy in its settings file: the next sweep then has everybody dated anew. */
import { hash } from 'node:crypto';
import type { Policy } from '../../domain/policy.ts';
import type { Queues } from '../queues.ts';
import { secondWalkSeconds, walkOf } from './recompute-due-dates.ts';

/** The port to a mark of the policy in whose time everybody was dated; undefined before the first sweep. */
export type PolicyMark = {
  read(): Promise<string | undefined>;
  write(mark: string): Promise<void>;
};

export type DateByFilePorts = {
  policyMark: PolicyMark;
  /** The settings file, without what domains set: they have their people dated when they set it. */
  file: { policy: Policy };
  queues: Pick<Queues, 'sweeps'>;
};

/** The mark of a policy. What dates nobody and came later is left out of it, so that an upgrade has nobody dated anew. */
export const markOf = ({
  failuresUntilReset: _failures,
  knownBrowserDays: _browsers,
  signInLogDays: _log,
  isSynchronized: _synchronized,
  migration: _migration,
  ...dating
}: Policy): string => hash('sha256', JSON.stringify(dating));

/**
 * Has everybody dated anew when the file's policy is not the one of the mark. The walks are asked for before the mark is
 * written: whoever dies in between leaves it to the next sweep, and a walk too many does no harm.
 */
export const dateByFile = async ({ policyMark, file, queues }: DateByFilePorts): Promise<void> => {
  const mark = markOf(file.policy);
  const known = await policyMark.read();
  if (known === mark) return;
  // Before the first sweep of all, whoever is there was dated by this very file.
  if (known !== undefined) {
    await queues.sweeps(walkOf());
    await queues.sweeps(walkOf(), secondWalkSeconds);
  }
  await policyMark.write(mark);
};
