/** Decisions on rows of a file. */

import { actsAsGlobalAdministrator } from '../../../domain/access/roles.ts';
import type { RowChange, RowOutcome, RowResult } from '../../../domain/imports/import-progress.ts';
import type { Refusal, RefusalCode } from '../../../domain/refusals.ts';
import type { RowsMessage } from '../../queues.ts';
import type { RowDecision } from './decided-row.ts';

/** A row as it comes in a message. */
export type ComingRow = NonNullable<RowsMessage['rows']>[number];

/** What became of a row; the warning that it came with explains what has no better explanation. */
export const decision = (row: ComingRow, outcome: RowOutcome, more: Partial<RowResult> = {}): RowDecision => {
  const { rowNumber, userPrincipalName, warning } = row;
  const said = outcome === 'created' ? ((warning ?? {}) as { code?: RefusalCode; target?: string }) : {};
  return { result: { rowNumber, userPrincipalName, outcome, ...said, ...more } };
};

/** A row that nothing is done for. */
export const refused = (row: ComingRow, { code, target, fact }: Refusal): RowDecision =>
  decision(row, 'refused', { code, ...(target !== undefined && { target }), ...(fact !== undefined && { fact }) });

/** A row that is of no person: the fact is its kind. */
export const skipped = (row: ComingRow): RowDecision => {
  const { result } = refused(row, row.refusal as Refusal);
  return { result: { ...result, outcome: 'skipped' } };
};

/** Whether a change takes away somebody who can act as Global Administrator. */
export const takesAdministrator = ({ change }: RowDecision): boolean =>
  change !== undefined &&
  actsAsGlobalAdministrator(change.before) &&
  !(change.after && actsAsGlobalAdministrator(change.after));

/** A row of a dry run that is applied comes out as planned, or nothing is done for it. */
export const asPlanned = (row: ComingRow, now: RowDecision): RowDecision => {
  const { planned } = row;
  const { outcome, changes = [] } = now.result;
  if (!planned || outcome === 'refused') return now;
  const { userPrincipalName } = now.result;
  if (outcome === 'created' && (planned.userPrincipalName ?? userPrincipalName) !== userPrincipalName) {
    const fact = `planned was ${planned.userPrincipalName}, and now it would be ${userPrincipalName}`;
    return refused(row, { code: 'ChangedSincePlan', fact });
  }
  const isSame = outcome === planned.outcome && sameChanges(changes, (planned.changes ?? []) as RowChange[]);
  if (isSame) return now;
  const fact =
    outcome === planned.outcome
      ? 'it would change something else'
      : `planned was ${planned.outcome}, and now it would be ${outcome}`;
  return refused(row, { code: 'ChangedSincePlan', fact });
};

const sameChanges = (one: readonly RowChange[], other: readonly RowChange[]): boolean => {
  const sorted = (changes: readonly RowChange[]) =>
    JSON.stringify(
      changes.map(({ property, from, to }) => JSON.stringify([property, from ?? null, to ?? null])).sort(),
    );
  return sorted(one) === sorted(other);
};
