/** A check from file to results. */
import { Refused, sentenceOf } from '../../shared/domain/refusals.ts';
import { fromCaller } from '../caller.ts';
import type { Result } from './account.ts';
import { checkAccounts } from './check-accounts.ts';
import { type CheckOptions, sourceOf } from './check-options.ts';
import { checkProgress } from './check-progress.ts';
import { readAccounts } from './read-accounts.ts';

/** What makes a check impossible, in sentences that say what to do. */
export class CheckFault extends Error {}

/** What became of each row; `say` takes progress, where it is to be told. Rejects with a CheckFault. */
export const checkFile = async (
  name: string,
  options: CheckOptions,
  say?: (line: string) => void,
): Promise<Result[]> => {
  const source = explained(() => sourceOf(options), options.caFile ?? '');
  const rows = await readAccounts(fromCaller(name)).catch((error) => {
    throw faultOf(error, name);
  });
  // Its parser of mail takes longer to load than everything else together.
  const { lookInto } = await import('./look-into.ts');
  const progress = say && checkProgress(rows.length, say);
  try {
    const look = lookInto.bind(undefined, source);
    return await checkAccounts(rows, { look, atOnce: options.concurrency, onDone: (done) => progress?.show(done) });
  } finally {
    progress?.stop();
  }
};

const explained = <Value>(get: () => Value, name: string): Value => {
  try {
    return get();
  } catch (error) {
    throw faultOf(error, name);
  }
};

const faultOf = (error: unknown, name: string): unknown => {
  if (error instanceof Refused) return new CheckFault(error.refusals.map(sentenceOf).join('\n'));
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new CheckFault(`${name} cannot be read (${code}).`);
};
