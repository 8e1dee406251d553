/** What became of the credential mails of an import's people, counted from the people when it is asked for. */
import { type DeliveryCounts, deliveryStatuses, deliveryStatusOf } from '../../domain/credentials/mail-delivery.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { Directory } from '../directory.ts';
import type { Imports } from '../imports/imports.ts';
import { personIdOfResult } from '../imports/rows/person-id.ts';

export type DeliveryCountPorts = {
  imports: Pick<Imports, 'resultPage'>;
  directory: Pick<Directory, 'readPeople'>;
};

/**
 * Rows of the largest import whose mails are counted. A counter that every mail moved would cost a write for each, and
 * have to be right whatever comes twice; the people themselves are right, and to read so many takes a second or two.
 */
export const mostRowsCounted = 5_000;

/** Rows of a page, whose people are read in so many calls at once as there are hundreds of them. */
const [rowsAtOnce, peopleAtOnce] = [500, 100];

/**
 * How many people whom an import created stand where with their credential mail now: each once, by the mail that is
 * theirs at present, which may be a later one than the import's. Who was deleted since gets none, and is left out.
 * Undefined where it is not told: of a dry run or an undo, which mail nobody, of a file that is not counted yet, and of
 * more than `mostRowsCounted` rows.
 */
export const countDelivery = async (
  job: ImportJob,
  { imports, directory }: DeliveryCountPorts,
): Promise<DeliveryCounts | undefined> => {
  const { id, kind, options, rows: rowsInFile } = job;
  const mailsNobody = options.dryRun || kind === 'undo';
  if (mailsNobody || rowsInFile === undefined || rowsInFile > mostRowsCounted) return undefined;
  const counts = Object.fromEntries(deliveryStatuses.map((status) => [status, 0])) as DeliveryCounts;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: Awaited<ReturnType<Imports['resultPage']>> = await imports.resultPage(id, {
      ...{ top: rowsAtOnce, after, outcome: 'created', look: mostRowsCounted },
    });
    const ids = page.rows.map((row) => personIdOfResult(row, id));
    const starts = Array.from({ length: Math.ceil(ids.length / peopleAtOnce) }, (_, index) => index * peopleAtOnce);
    const reads = starts.map((start) => directory.readPeople(ids.slice(start, start + peopleAtOnce)));
    for (const person of (await Promise.all(reads)).flat()) if (!person.deleted) counts[deliveryStatusOf(person)] += 1;
    after = page.next;
  }
  return counts;
};
