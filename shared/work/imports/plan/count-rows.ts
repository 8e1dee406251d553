/** The first reading of a file, by which its import is planned. */
import { mappingOf } from '../../../domain/dialects/headings.ts';
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { isTooMany } from '../../../domain/imports/resumed-job.ts';
import { adviceOn, mostRows } from '../../../domain/migrations/migration.ts';
import { isSkipping } from '../../../domain/migrations/recipient-kind.ts';
import { shortLine } from '../../../domain/one-line.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import type { Policy } from '../../../domain/policy.ts';
import { Refused } from '../../../domain/refusals.ts';
import type { ReadableFile } from '../../../files/reading/read-file.ts';
import type { ImportPorts } from '../import-setting.ts';
import { NameSketch } from '../sets/name-sketch.ts';
import { lateness } from './lateness.ts';
import { planRows } from './read-rows.ts';

/** A job with what its file says, how many seats it needs when nobody in it exists, and whom it begins with. */
export type Counted = { job: ImportJob; needed: ReadonlyMap<string, number>; firstNames: readonly string[] };

/** So many rows show whether a file is mostly of people who exist: such a file comes again, or updates. */
const probedRows = 100;

/**
 * Reads the file once: is it readable, how many rows has it, and what follows from rows before? Throws `Refused` for what
 * makes it unreadable, and TooManyRefusals.
 */
export const countRows = async (job: ImportJob, rules: Rules, ports: ImportPorts): Promise<Counted> => {
  const { options } = job;
  const refuseIfLate = lateness(ports);
  const { file, rows: batches, keep } = await planRows(job, rules, ports, refuseIfLate);
  const names = new NameSketch();
  const needed = new Map<string, number>();
  const firstNames: string[] = [];
  let [rows, refused, skipped] = [0, 0, 0];
  for await (const checked of batches) {
    refuseIfLate();
    rows += checked.length;
    for (const { draft, userPrincipalName, refusal } of checked) {
      if (options.userNamePattern !== undefined) names.add(userPrincipalName);
      if (refusal && isSkipping(refusal)) skipped += 1;
      else if (!draft) refused += 1;
      else if (firstNames.length < probedRows) firstNames.push(draft.userPrincipalName);
      for (const skuId of draft?.skuIds ?? []) needed.set(skuId, (needed.get(skuId) ?? 0) + 1);
    }
    refuseTooLarge(job, rows - skipped, rules.policy);
    if (isTooMany(refused, job))
      throw new Refused({ code: 'TooManyRefusals', fact: String(options.stopAfterRefusals) });
  }
  const kept = options.userNamePattern === undefined ? {} : { names: await keepNames(job, names, ports) };
  return {
    job: {
      ...job,
      ...kept,
      decided: await keep((name, bytes) => ports.imports.keepRowSet(job, name, bytes)),
      rows,
      format: file.format,
      columns: mappingOf(file),
      notes: [...file.notes, ...file.cellNotes(), ...adviceOnBatch(job, rows - skipped, rules.policy)],
      ...textOf(file),
    },
    needed,
    firstNames,
  };
};

/** Throws `Refused` BatchTooLarge. */
const refuseTooLarge = ({ migration }: ImportJob, rows: number, policy: Policy): void => {
  const most = migration ? mostRows(migration, policy) : Number.POSITIVE_INFINITY;
  if (rows > most) throw new Refused({ code: 'BatchTooLarge', fact: String(most) });
};

const adviceOnBatch = ({ migration }: ImportJob, rows: number, policy: Policy): string[] =>
  migration ? adviceOn(migration, rows, policy) : [];

const keepNames = async (job: ImportJob, names: NameSketch, { imports }: ImportPorts): Promise<string> => {
  const { name, bytes } = names.encode();
  await imports.keepRowSet(job, name, bytes);
  return name;
};

/** How the text was read, with cells cut short: they are kept with the import, whose record may have 400 KB. */
const textOf = (file: ReadableFile): Pick<ImportJob, 'text'> => {
  const found = file.text();
  return found ? { text: { ...found, cells: found.cells.map((cell) => shortLine(cell, longestCell)) } } : {};
};

/** So much is kept of a cell that shows how a file was read. */
const longestCell = 60;
