/** A plan is made in one call: a file that is too much for that is refused, and does not come back for ever. */
import { Refused } from '../../../domain/refusals.ts';
import type { ImportPorts } from '../import-setting.ts';

/**
 * Throws `Refused` TooManyRows, whenever it is asked, once the time of a call that began with enough of it is nearly over.
 * No file within the limits of shared/files takes so long; a service that is slower than any that was measured may.
 */
export const lateness = ({ shouldPause }: Pick<ImportPorts, 'shouldPause'>): (() => void) => {
  const hadTime = !shouldPause();
  return () => {
    if (hadTime && shouldPause()) throw new Refused({ code: 'TooManyRows', fact: 'the time of a call is over' });
  };
};
