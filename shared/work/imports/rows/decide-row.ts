/** What becomes of one row of a file, as the directory stands. */

import { heldRoles, mayGiveRoles, mayTouch } from '../../../domain/access/roles.ts';
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { RowChange, RowResult } from '../../../domain/imports/import-progress.ts';
import {
  mailboxChange,
  type RowMoment,
  rowChanges,
  updateOfRow,
  withMigratedMailbox,
  withRow,
} from '../../../domain/imports/row-update.ts';
import type { Catalogue } from '../../../domain/licences/licences.ts';
import { addsNobody } from '../../../domain/migrations/migration.ts';
import { isSkipping } from '../../../domain/migrations/recipient-kind.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import type { CheckedDraft } from '../../../domain/people/check-draft.ts';
import { newPerson } from '../../../domain/people/new-person.ts';
import { updateRefusals } from '../../../domain/people/person-update.ts';
import type { Person } from '../../../domain/person.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { Principal } from '../../../domain/principal.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { masteredRefusals } from '../../../domain/synchronization/authority.ts';
import type { Instant } from '../../../domain/time.ts';
import { asChange } from '../../change-people.ts';
import { namesOf } from '../../name-conflict.ts';
import type { RowDecision } from './decided-row.ts';
import { madeNameTaken } from './made-names.ts';
import { isNamedOtherwise, isSure } from './match-row.ts';
import { type ComingRow, decision, refused, skipped } from './row-decision.ts';
import { birthOfRow, rowAudit } from './row-entry.ts';

/** What a row is decided by. */
export type RowSetting = {
  job: ImportJob;
  /** As whom the import acts now: of its owner as it was asked for, nothing but the name counts. */
  acting: Principal;
  catalogue: Catalogue;
  organisation: Organisation;
  policy: Policy;
  now: () => Instant;
};

/** What a person who is new would be made with. */
export type Newcomer = { ownId: string; passwordHash: string | undefined };

/** The decision on a row that means `holder`, or nobody who exists. */
export const decideRow = (
  row: ComingRow,
  holder: Person | undefined,
  newcomer: Newcomer,
  setting: RowSetting,
): RowDecision => {
  if (row.refusal) return isSkipping(row.refusal as Refusal) ? skipped(row) : refused(row, row.refusal as Refusal);
  if (!row.draft) return refused(row, { code: 'InternalError' });
  const isWithoutSeat = setting.job.options.seatsShort === 'reject' && (row.short ?? []).length > 0;
  if (holder) return decideOnHolder(row, holder, isWithoutSeat, setting);
  if (addsNobody(setting.job.migration, setting.organisation)) return refused(row, missingPerson);
  if (isWithoutSeat) return refused(row, noSeat(row.short ?? [], setting));
  const { roles = [] } = row.draft as CheckedDraft;
  if (!mayGiveRoles(setting.acting, roles)) return refused(row, { code: 'RoleNotYours', target: 'roles' });
  return { ...decision(row, 'created'), ...birthOfRow(bornOf(row, newcomer, setting), setting.job, row.rowNumber) };
};

const missingPerson = { code: 'MigrationPersonMissing', target: 'userPrincipalName' } as const;

/** Somebody has the name or the employee id already: the file's person, to be left alone or changed; never renamed. */
const decideOnHolder = (row: ComingRow, holder: Person, isWithoutSeat: boolean, setting: RowSetting): RowDecision => {
  const { job, policy } = setting;
  const draft = row.draft as CheckedDraft;
  if (row.made && !isSure(holder, draft)) return refused(row, madeNameTaken(row, holder));
  const moment = momentOf(row, setting);
  const asked = withRow(holder, draft, moment);
  const differences = rowChanges(holder, asked);
  const named = isNamedOtherwise(holder, draft)
    ? ({ code: 'UserNameDiffers', target: 'userPrincipalName', fact: holder.userPrincipalName } as const)
    : {};
  // Whose name was made may be found by their id, under another name.
  const existing = { personId: holder.id, ...(row.made && { userPrincipalName: holder.userPrincipalName }), ...named };
  const left = job.options.existingPeople === 'skip' ? leftAlone(row, holder, differences, existing) : undefined;
  if (left?.result.outcome === 'refused') return left;
  // A migration brings its mailbox also to whom the file may not change otherwise.
  const after = left ? withMigratedMailbox(holder, draft, moment) : asked;
  const changes = [...(left ? [] : differences), ...mailboxChange(holder, after, draft)];
  if (changes.length === 0) return left && differences.length > 0 ? left : decision(row, 'unchanged', existing);
  if (!mayTouch(setting.acting, heldRoles(holder))) return refused(row, { code: 'PersonProtected' });
  // A row changes no password.
  const by = { organisation: setting.organisation, policy, isCommonPassword: undefined };
  const mastered = masteredRefusals(
    changes.map(({ property }) => property),
    holder,
    setting.organisation,
  );
  if (mastered.length > 0) {
    return refused(row, { code: 'OnPremisesMastered', target: mastered.map(({ target }) => target).join(', ') });
  }
  const [fault] = left ? [] : updateRefusals(updateOfRow(draft), holder, by);
  if (fault) return refused(row, fault);
  const takes = after.waitingLicenses.length > holder.waitingLicenses.length;
  if (isWithoutSeat && takes) return refused(row, noSeat(row.short ?? [], setting));
  const audit = rowAudit(job, row.rowNumber, { activity: 'Update user', now: moment.now });
  const [change] = asChange(holder, after, audit);
  const { code, fact } = left?.result ?? {};
  const said = code && differences.length > 0 ? { code, ...(fact !== undefined && { fact }) } : {};
  return { ...decision(row, 'updated', { ...existing, ...said, changes }), ...(change && { change }) };
};

/**
 * Somebody of another display name is somebody else, and so is somebody of another surname where the file has no display
 * name, unless the employee id says otherwise: then the row's person has no account, which must not be overlooked.
 */
const leftAlone = (
  row: ComingRow,
  holder: Person,
  changes: readonly RowChange[],
  existing: Pick<RowResult, 'personId'>,
): RowDecision => {
  const draft = row.draft as CheckedDraft;
  const telling = draft.assumed?.includes('displayName') ? 'surname' : 'displayName';
  if (!isSure(holder, draft) && changes.some(({ property }) => property === telling)) {
    return refused(row, { code: 'UserNameTaken', target: 'userPrincipalName', fact: namesOf([holder]) });
  }
  const name = isNamedOtherwise(holder, draft) ? ['userPrincipalName'] : [];
  const fact = [...name, ...changes.map(({ property }) => property)].join(', ');
  return decision(row, 'unchanged', { ...existing, code: 'PersonDiffers', fact });
};

const noSeat = (short: readonly string[], { catalogue }: RowSetting): Refusal => ({
  code: 'NoSeatForRow',
  target: catalogue.find(({ skuId }) => short.includes(skuId))?.skuPartNumber ?? 'assignedLicenses',
});

const momentOf = ({ rowNumber, short = [] }: ComingRow, setting: RowSetting): RowMoment => {
  const { job, policy, catalogue, now } = setting;
  const batch = job.migration && { batchId: job.id };
  return { now: now(), policy, catalogue, short, rowNumber, since: job.createdDateTime, ...batch };
};

/** Somebody new, as a row has them. */
export const bornOf = (
  { rowNumber, draft, short = [], sealedPassword }: ComingRow,
  { ownId: id, passwordHash }: Newcomer,
  { job, policy, catalogue, now }: RowSetting,
): Person => {
  const person = newPerson(draft as CheckedDraft, {
    id,
    now: now(),
    createdBy: job.owner.id,
    policy,
    catalogue,
    short,
    credentials: job.options.credentials,
    ...(job.options.sendCredentialsDateTime && { sendCredentialsDateTime: job.options.sendCredentialsDateTime }),
    row: { importId: job.id, rowNumber, since: job.createdDateTime },
    ...(passwordHash && { passwordHash }),
    ...(job.migration && { batchId: job.id }),
  });
  // The draft no longer holds the chosen password, so the person's record is told where it came from.
  return sealedPassword === undefined ? person : { ...person, password: { ...person.password, source: 'chosen' } };
};
