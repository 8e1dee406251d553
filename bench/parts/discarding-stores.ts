/** Stores that keep an import's record and forget everything else: what is left is the work of the steps themselves. */
import type { ImportJob } from '../../shared/domain/imports/import-job.ts';
import { noProgress, type RowResult } from '../../shared/domain/imports/import-progress.ts';
import type { Catalogue } from '../../shared/domain/licences/licences.ts';
import type { Imports } from '../../shared/work/imports/imports.ts';
import type { Stage } from './import-in-process.ts';
import { licence } from './people-file.ts';

const catalogue: Catalogue = [{ ...licence, carriesMailbox: true, enabled: 10_000_000, free: 10_000_000, reserved: 0 }];

const rowsInChunk = 48;

/** The stores of one import, every row of which is said to have been created. */
export const discardingStores = (): Pick<Stage, 'directory' | 'imports'> => {
  let recorded: ImportJob | undefined;
  const record = async (job: ImportJob) => {
    recorded = job;
    return true;
  };
  const rowSets = new Map<string, Uint8Array>();
  async function* results(_id: string, from = 1): AsyncGenerator<RowResult[]> {
    const rows = recorded?.rows ?? 0;
    for (let first = from; first <= rows; first += rowsInChunk) {
      yield Array.from({ length: Math.min(rowsInChunk, rows - first + 1) }, (_, at): RowResult => {
        const rowNumber = first + at;
        return { rowNumber, userPrincipalName: `person.${rowNumber}@contoso.com`, outcome: 'created' };
      });
    }
  }
  const imports = {
    begin: async (job: ImportJob) => {
      await record(job);
      return job;
    },
    read: async () => recorded,
    advance: (_: ImportJob, after: ImportJob) => record(after),
    reserve: async (_: ImportJob, after: ImportJob) => {
      await record(after);
      return 'reserved' as const;
    },
    settle: (_: ImportJob, after: ImportJob) => record(after),
    // Everything that was sent is done.
    progress: async () => ({ ...noProgress(), chunks: recorded?.chunks ?? 0 }),
    readResults: async () => [],
    isCancelled: async () => false,
    standing: async () => recorded && { job: recorded, isCancelled: false },
    results,
    keepRowSet: async (_: ImportJob, name: string, bytes: Uint8Array) => void rowSets.set(name, bytes),
    rowSet: async (_: string, name: string) => rowSets.get(name) ?? new Uint8Array(),
  };
  // What is left out serves the API and the sweep.
  return {
    directory: {
      catalogue: async () => catalogue,
      holdersOf: async () => new Map(),
      claimHolders: async () => ({ names: new Map(), keys: [] }),
      keyClaims: async function* () {},
      countingRoles: async () => [],
      readPeople: async () => [],
    },
    imports: imports as unknown as Imports,
  };
};
