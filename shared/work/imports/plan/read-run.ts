/** The file of a run, line by line: its head, its objects in batches, and that it is whole. */
import type * as z from 'zod';
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { Refused } from '../../../domain/refusals.ts';
import { linesOf } from '../../../files/lines/lines-of.ts';
import {
  longestLine,
  type SynchronizationHeader,
  type SynchronizationLine,
  synchronizationEnd,
  synchronizationHeader,
  synchronizationLine,
} from '../../../messages/synchronization-file.ts';
import type { OpenFile } from '../files.ts';

/** A line with its number, from 1 behind the head. */
export type NumberedLine = { rowNumber: number; line: SynchronizationLine };

/** A run that was opened; its lines can be read once. */
export type OpenRun = { head: SynchronizationHeader; batches: AsyncGenerator<NumberedLine[]> };

/** Lines that are given together. */
const batchLines = 500;

/**
 * Opens the file of a run. Throws `Refused` SynchronizationIncomplete, at once or while it is read, where it has no head, a
 * line that is none, or no end that counts its lines; and FileUnavailable.
 */
export const readRun = async ({ file, synchronization }: ImportJob, openFile: OpenFile): Promise<OpenRun> => {
  const lines = linesOf((await openFile(file)).bytes(), longestLine);
  const first = await lines.next();
  if (first.done) throw incomplete('it is empty');
  const head = parsed(synchronizationHeader, first.value, 'its first line');
  if (head.scope !== synchronization?.scope) throw incomplete(`it is a run of ${head.scope} changes`);
  return { head, batches: batchesOf(lines) };
};

async function* batchesOf(lines: AsyncGenerator<string>): AsyncGenerator<NumberedLine[]> {
  let batch: NumberedLine[] = [];
  let rows = 0;
  let held: string | undefined;
  // One line behind, since the last one is no object.
  for await (const text of lines) {
    if (held !== undefined) {
      rows += 1;
      batch.push({ rowNumber: rows, line: parsed(synchronizationLine, held, `line ${rows + 1}`) });
    }
    held = text;
    if (batch.length === batchLines) {
      yield batch;
      batch = [];
    }
  }
  const end = held === undefined ? undefined : synchronizationEnd.safeParse(jsonOf(held));
  if (!end?.success) throw incomplete('its last line does not say that it is the end');
  if (end.data.rows !== rows) throw incomplete(`it has ${rows} lines, and says ${end.data.rows}`);
  if (batch.length > 0) yield batch;
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What is wrong is told by the place alone: a value may be anything. */
const parsed = <Schema extends z.ZodType>(schema: Schema, text: string, place: string): z.output<Schema> => {
  const result = schema.safeParse(jsonOf(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw incomplete(`${place} is not valid${issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''}`);
};

const incomplete = (fact: string) => new Refused({ code: 'SynchronizationIncomplete', fact });
