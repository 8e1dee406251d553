/** The system that the files of a run share: a local engine of its own, or the deployment that MUSTER_OUTPUTS names. */
import { connect, type Muster } from './muster.ts';
import { isLocal } from './which-engine.ts';

/** The shared system's outputs file. */
export const sharedOutputsFile = process.env.MUSTER_OUTPUTS ?? '';

/** Connects to the shared system. */
export const sharedMuster = (): Promise<Muster> => connect(sharedOutputsFile);

/** A test for the local engine; elsewhere it is skipped, and its name says why. */
export const testLocally = (name: string, run: () => Promise<void>, milliseconds?: number): void => {
  if (isLocal) test(name, run, milliseconds);
  else test.skip(`${name} (skipped: needs the control of the local engine)`, run);
};

/** A test of what this machine has no stand-in for; on the local engine it is skipped, and its name says why. */
export const testDeployed = (name: string, run: () => Promise<void>): void => {
  if (isLocal) test.skip(`${name} (skipped: needs a deployment)`, run);
  else test(name, run);
};
