/** Imports that have come to each of their ends, and one that is on hold. */
import { newCrowd } from '../driver/crowd.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { newLicence } from '../driver/names.ts';
import { followed, importRequested } from '../driver/requested-imports.ts';
import type { Import } from '../driver/resources.ts';
import { waitFor } from '../driver/wait-for.ts';
import type { Notes } from './notes.ts';

/** Makes them one after the other; nothing is under way at the end. */
export const makeImports = async (muster: Muster): Promise<{ imports: Notes['imports']; held: Import }> => {
  const { api, files } = muster;
  const plan = await newLicence(muster, 40, { name: 'SHIP' });
  // Just enough for everybody: who holds one is looked for when the file comes again.
  const crowd = newCrowd(12, await newLicence(muster, 12, { name: 'FULL' }));
  const unlike = (row: number) => (row === 5 ? { 'User Name': 'no name' } : { City: row === 6 ? 'Leiden' : 'Delft' });
  const finished = await importRequested(muster, 'finished.csv', crowd.file(unlike));
  const moved = (row: number) => ({ ...unlike(row), Department: row < 4 ? 'Moved' : `Team ${row % 7}` });
  const updated = await importRequested(muster, 'updated.csv', crowd.file(moved), { existingPeople: 'update' });
  const dryRun = await importRequested(muster, 'dry-run.csv', newCrowd(3, plan).file(), { dryRun: true });
  const taken = await importRequested(muster, 'taken-back.csv', newCrowd(4, plan).file());
  await controlOf(muster).quiet();
  const undone = await followed(muster, await api.askOfImport(taken.id, 'undo'));
  const failed = await importRequested(muster, 'failed.csv', 'this,is\nno,file of people\n');
  const keptBack = await files.importFile('kept-back.csv', newCrowd(3, plan).file(), { credentials: 'none' });

  const scarce = await newLicence(muster, 2, { name: 'SCARCE' });
  const onHold = () => importRequested(muster, 'held.csv', newCrowd(5, scarce).file(), { seatsShort: 'hold' });
  const cancelled = await onHold();
  await api.askOfImport(cancelled.id, 'cancel');
  await waitFor(
    'the import to be cancelled',
    () => api.import(cancelled.id),
    ({ status }) => status === 'cancelled',
  );
  const held = await onHold();
  await controlOf(muster).quiet();
  const all = { finished, updated, dryRun, undone, cancelled, failed, keptBack };
  const imports = Object.fromEntries(Object.entries(all).map(([name, { id }]) => [name, id])) as Notes['imports'];
  return { imports, held };
};
