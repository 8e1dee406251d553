/** The people whom the rows of an import are about. */

import { deliveryStatusOf } from '../../domain/credentials/mail-delivery.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { RowResult } from '../../domain/imports/import-progress.ts';
import type { Directory } from '../../work/directory.ts';
import { personIdOfResult } from '../../work/imports/rows/person-id.ts';

/** The id of a row's person: of one who was refused or skipped, or whom a dry run would create, there is none. */
export const personIdOfRow = (row: RowResult, { id, options }: ImportJob): string | undefined => {
  if (row.personId !== undefined || row.outcome === 'refused' || row.outcome === 'skipped') return row.personId;
  return row.outcome === 'created' && options.dryRun ? undefined : personIdOfResult(row, id);
};

/** How far the credentials of people who were created are, by row number. */
export const deliveriesOf = async (
  rows: readonly RowResult[],
  job: ImportJob,
  directory: Pick<Directory, 'readPeople'>,
): Promise<ReadonlyMap<number, string>> => {
  const ids = new Map(
    rows
      .filter(({ outcome }) => outcome === 'created')
      .map((row) => [row.rowNumber, personIdOfRow(row, job)] as const)
      .filter((entry): entry is [number, string] => entry[1] !== undefined),
  );
  const people = await directory.readPeople([...ids.values()]);
  const states = new Map(people.map((person) => [person.id, deliveryStatusOf(person)]));
  return new Map([...ids].flatMap(([row, id]) => (states.has(id) ? [[row, states.get(id) ?? '']] : [])));
};
