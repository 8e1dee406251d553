/** A full run of synchronisation by the product's own steps, in this process: everybody is known already, and named again. */
import { mappingOf } from '../../clients/sync/mapping/mapping.ts';
import { rowOf } from '../../clients/sync/mapping/person-row.ts';
import { newImportJob } from '../../shared/domain/imports/import-job.ts';
import type { StoredFile } from '../../shared/domain/imports/stored-file.ts';
import { anchorOfGuid } from '../../shared/domain/people/anchors.ts';
import type { SynchronizationState } from '../../shared/domain/synchronization/run-state.ts';
import { continueImport } from '../../shared/work/imports/run/continue-import.ts';
import { guidOf, personOf, source } from './generated-source.ts';
import { jobOf, now, portsInProcess, type Stage } from './import-in-process.ts';
import { organisation } from './settings.ts';

const rowsInPiece = 250;

/** The file of a run, made while it is read. */
async function* runFile(rows: number): AsyncGenerator<Buffer> {
  const mapping = mappingOf({});
  const lineOf = (line: object) => `${JSON.stringify(line)}\n`;
  yield Buffer.from(lineOf({ source, scope: 'full', previous: null, watermark: 'mark' }));
  for (let first = 1; first <= rows; first += rowsInPiece) {
    const count = Math.min(rowsInPiece, rows - first + 1);
    const people = Array.from({ length: count }, (_, at) => personOf(guidOf(first + at), 'Engineer'));
    yield Buffer.from(people.map((person) => lineOf(rowOf(person, mapping, source.domainName))).join(''));
  }
  yield Buffer.from(lineOf({ end: true, rows }));
}

const stored = (rows: number): StoredFile => ({
  size: rows,
  bytes: () => runFile(rows),
  range: () => Promise.reject(new Error('a run is read from its beginning')),
});

/** Everybody's claim, a page at a time. */
async function* claims(rows: number) {
  for (let first = 1; first <= rows; first += rowsInPiece) {
    const count = Math.min(rowsInPiece, rows - first + 1);
    yield Array.from({ length: count }, (_, at) => {
      const id = guidOf(first + at);
      return { key: anchorOfGuid(id), holders: [id] };
    });
  }
}

/** Plans the run, sends its chunks, has each taken, and settles it. */
export const runInProcess = async (rows: number, stage: Stage): Promise<void> => {
  const [id, began] = [crypto.randomUUID(), now()];
  let state: SynchronizationState | undefined;
  const directory = { ...stage.directory, keyClaims: () => claims(rows) };
  const ports = portsInProcess(async () => stored(rows), { ...stage, directory });
  const run = { kind: 'synchronization', synchronization: { scope: 'full' } } as const;
  await stage.imports.begin(newImportJob({ ...jobOf(id), ...run }, began));
  await continueImport(id, {
    ...ports,
    organisation: { ...organisation, onPremisesSync: { isEnabled: true, since: began } },
    synchronization: {
      ...ports.synchronization,
      read: async () => state,
      write: async (_, after) => {
        state = after;
        return true;
      },
    },
  });
};
