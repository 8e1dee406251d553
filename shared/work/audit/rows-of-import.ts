/** Rows of an import as the audit tells of them: from entries where there are some, else from people and results. */
import type { ActivityName } from '../../domain/audit/activities.ts';
import { type AuditEntry, auditPlace } from '../../domain/audit.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { DatedResult, RowOutcome } from '../../domain/imports/import-progress.ts';
import { birthFromFile, rowDetails } from '../../domain/people/birth-from-file.ts';
import { deletionFromRecord } from '../../domain/people/deletion-from-record.ts';
import type { Person } from '../../domain/person.ts';
import { actorOf } from '../../domain/principal.ts';
import type { Directory } from '../directory.ts';
import type { Imports } from '../imports/imports.ts';
import { personIdOfResult } from '../imports/rows/person-id.ts';
import { rowEntryId } from '../imports/rows/row-entry.ts';
import type { AuditAddress, Audits } from './audits.ts';
import { countWithin } from './page-bytes.ts';

export type RowPorts = {
  audits: Pick<Audits, 'readEach'>;
  directory: Pick<Directory, 'readPeople'>;
  imports: Pick<Imports, 'read' | 'resultPage'>;
};

/** What a row that added or changed somebody is called in the audit. */
const activities: Partial<Record<RowOutcome, ActivityName>> = {
  created: 'Add user',
  updated: 'Update user',
  deleted: 'Delete user',
  restored: 'Restore user',
};

/**
 * Entries of the rows after one, in the order of the file, one for each that added or changed somebody; `next` is the
 * row after which the page after this one begins. `top` rows are looked at, so that a page may be short or empty. A dry
 * run changes nobody, and an import that is kept no more has no rows.
 */
export const rowsOf = async (
  importId: string,
  { top, after, isAsked }: { top: number; after: number; isAsked: (entry: AuditEntry) => boolean },
  ports: RowPorts,
): Promise<{ entries: AuditEntry[]; next?: number }> => {
  const job = /^[0-9a-f-]{36}$/.test(importId) ? await ports.imports.read(importId) : undefined;
  if (!job || (job.options.dryRun && job.kind === 'import')) return { entries: [] };
  const { rows, next } = await ports.imports.resultPage(importId, { top, after });
  const told = rows.filter(({ outcome }) => activities[outcome] !== undefined);
  const entries = await entriesOf(told, job, ports);
  const kept = countWithin(entries);
  const end = kept < entries.length ? told[kept - 1]?.rowNumber : next;
  return { entries: entries.slice(0, kept).filter(isAsked), ...(end !== undefined && { next: end }) };
};

const entriesOf = async (
  rows: readonly DatedResult[],
  job: ImportJob,
  { audits, directory }: RowPorts,
): Promise<AuditEntry[]> => {
  const ids = rows.flatMap((row) => (isToldByRecord(row, job) ? [personIdOfResult(row, job.id)] : []));
  const people = new Map((ids.length > 0 ? await directory.readPeople(ids) : []).map((one) => [one.id, one]));
  const addresses = rows.flatMap((row) => addressOf(row, job, people) ?? []);
  const written = addresses.length > 0 ? await audits.readEach(addresses) : [];
  const byPlace = new Map(written.map((entry) => [`${entry.target.id}#${auditPlace(entry)}`, entry]));
  return rows.map((row) => {
    const address = addressOf(row, job, people);
    const entry = address && byPlace.get(`${address.target.id}#${address.place}`);
    return entry ?? told(row, job, people);
  });
};

/** Where the entry of a row lies, if one was written; undefined where the person tells of it, or an earlier release wrote it. */
const addressOf = (row: DatedResult, job: ImportJob, people: ReadonlyMap<string, Person>): AuditAddress | undefined => {
  const id = personIdOfResult(row, job.id);
  const person = people.get(id);
  if (row.outcome === 'created' && person && !person.hasBirthEntry) return undefined;
  if (deletionOf(row, job, person)) return undefined;
  const moment = row.outcome === 'created' ? (person?.createdDateTime ?? row.finishedDateTime) : row.finishedDateTime;
  const entryId = row.outcome === 'created' ? id : rowEntryId(job.id, row.rowNumber);
  return moment && { target: { type: 'User', id }, place: auditPlace({ activityDateTime: moment, id: entryId }) };
};

/** Whether the record of the row's person may tell of it. */
const isToldByRecord = ({ outcome }: DatedResult, { kind }: ImportJob): boolean =>
  outcome === 'created' || (kind === 'undo' && outcome === 'deleted');

/** The deletion by this row, where the person's record tells of it. */
const deletionOf = ({ rowNumber }: DatedResult, job: ImportJob, person: Person | undefined): AuditEntry | undefined =>
  person?.deleted?.entry?.id === rowEntryId(job.id, rowNumber) ? deletionFromRecord(person) : undefined;

/** What the person, or else the result alone, says of a row. */
const told = (row: DatedResult, job: ImportJob, people: ReadonlyMap<string, Person>): AuditEntry => {
  const { rowNumber, userPrincipalName, outcome, changes = [], finishedDateTime } = row;
  const id = personIdOfResult(row, job.id);
  const person = outcome === 'created' ? people.get(id) : undefined;
  const owner = actorOf(job.owner);
  return (
    deletionOf(row, job, people.get(id)) ??
    (person && birthFromFile(person, owner)) ?? {
      id: outcome === 'created' ? id : rowEntryId(job.id, rowNumber),
      activityDateTime: finishedDateTime ?? job.completedDateTime ?? job.createdDateTime,
      activityDisplayName: activities[outcome] ?? 'Update user',
      initiatedBy: owner,
      target: { type: 'User', id, displayName: userPrincipalName, userPrincipalName },
      modifiedProperties: changes.map(({ property, from, to }) => ({
        displayName: property,
        oldValue: from,
        newValue: to,
      })),
      additionalDetails: rowDetails(job.id, rowNumber),
      correlationId: job.id,
    }
  );
};
