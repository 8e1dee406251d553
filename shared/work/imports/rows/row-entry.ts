/** The audit entries of rows: of those that give a role to somebody new, and of those that change somebody. */

import { hash } from 'node:crypto';
import { heldRoles } from '../../../domain/access/roles.ts';
import type { ActivityName } from '../../../domain/audit/activities.ts';
import { type Audit, auditOfChange } from '../../../domain/audit.ts';
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { rowDetails } from '../../../domain/people/birth-from-file.ts';
import type { Person } from '../../../domain/person.ts';
import { actorOf } from '../../../domain/principal.ts';
import type { Instant } from '../../../domain/time.ts';
import { uuidFrom } from '../../../domain/uuid.ts';
import { linked } from '../../entry-chain.ts';
import type { RowDecision } from './decided-row.ts';

/** The id of a row's entry: it follows from the row, so that the entry is found from the row's result. */
export const rowEntryId = (importId: string, rowNumber: number): string =>
  uuidFrom(hash('sha256', JSON.stringify(['entry', importId, rowNumber])));

/** What is told of the change that a row makes. */
export const rowAudit = (job: ImportJob, rowNumber: number, what: { activity: ActivityName; now: Instant }): Audit => ({
  ...what,
  id: rowEntryId(job.id, rowNumber),
  initiatedBy: actorOf(job.owner),
  correlationId: job.id,
});

/**
 * Somebody new as a row adds them. Whoever is given a role has an entry of the birth in the same write, with the role,
 * as the first of their chain; of everybody else the person's own record tells.
 */
export const birthOfRow = (person: Person, job: ImportJob, rowNumber: number): Pick<RowDecision, 'add' | 'audit'> => {
  if (heldRoles(person).length === 0) return { add: person };
  const { id, createdDateTime: now } = person;
  const audit = { ...rowAudit(job, rowNumber, { activity: 'Add user', now }), id };
  const entry = { ...auditOfChange(undefined, person, audit), additionalDetails: rowDetails(job.id, rowNumber) };
  const { person: add = person, entries } = linked(undefined, { ...person, hasBirthEntry: true }, [entry]);
  return { add, audit: entries };
};
