import type { AuditEntry } from '../../../domain/audit.ts';
import type { RowResult } from '../../../domain/imports/import-progress.ts';
import type { Person } from '../../../domain/person.ts';
import type { PersonChange } from '../../directory.ts';

/**
 * What is to become of a row as things stand now: its result, and the person whom it adds, perhaps with an entry of the
 * birth, or changes.
 */
export type RowDecision = {
  result: RowResult;
  add?: Person;
  audit?: readonly AuditEntry[];
  change?: PersonChange;
};
