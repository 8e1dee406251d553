/** What undoing does for each row of an import: who was created goes, who was changed is as before. And the way back. */

import { heldRoles, mayTouch } from '../../../domain/access/roles.ts';
import type { ActivityName } from '../../../domain/audit/activities.ts';
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { RowChange, RowOutcome, RowResult } from '../../../domain/imports/import-progress.ts';
import { changedSince, reversed, withoutChanges } from '../../../domain/imports/row-update.ts';
import type { Catalogue } from '../../../domain/licences/licences.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import {
  type Deleted,
  deletedPerson,
  isDeleted,
  restoredPerson,
  returnedPerson,
} from '../../../domain/people/deletion.ts';
import { canTellDeletion, tellingDeletion } from '../../../domain/people/deletion-from-record.ts';
import type { Person } from '../../../domain/person.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { Principal } from '../../../domain/principal.ts';
import type { Refusal, RefusalCode } from '../../../domain/refusals.ts';
import { masteredRefusals } from '../../../domain/synchronization/authority.ts';
import type { Instant } from '../../../domain/time.ts';
import { asChange } from '../../change-people.ts';
import type { Directory } from '../../directory.ts';
import { keyTakenCodes, namesOf } from '../../name-conflict.ts';
import type { RowDecision } from './decided-row.ts';
import { personIdOfResult } from './person-id.ts';
import type { Decider } from './record-rows.ts';
import { takesAdministrator } from './row-decision.ts';
import { rowAudit } from './row-entry.ts';

/** What results are undone by. */
export type UndoSetting = {
  job: ImportJob;
  /** As whom the undo acts, asked anew for each write. Throws `Refused` OwnerGone. */
  actingNow: () => Promise<Principal>;
  /** Rows that an earlier undo of the same import has done. */
  doneBefore: ReadonlySet<number>;
  catalogue: Catalogue;
  policy: Policy;
  organisation: Pick<Organisation, 'onPremisesSync'>;
  directory: Pick<Directory, 'readPeople'>;
  now: () => Instant;
};

/** Decides results of the import that is undone. Who has signed in or was changed by somebody since is left as they are. */
export const undoDecider = (results: readonly RowResult[], setting: UndoSetting): Decider => {
  const { job, directory } = setting;
  const byNumber = new Map(results.map((result) => [result.rowNumber, result]));
  const idOf = (result: RowResult) => personIdOfResult(result, job.undoes ?? '');
  const people = new Map<string, Person>();
  const short = new Set<string>();
  /** What of a person somebody else has by now. */
  const taken = new Map<string, Taken>();
  let isLastAdministrator = false;

  const readPeople = async (open: readonly number[]) => {
    const wanted = open.flatMap((row) => {
      const result = byNumber.get(row);
      return result && touched.has(result.outcome) && !people.has(idOf(result)) ? [idOf(result)] : [];
    });
    wanted.push(...[...taken.values()].flatMap(({ holders }) => holders.filter((holder) => !people.has(holder))));
    for (const person of wanted.length > 0 ? await directory.readPeople(wanted) : []) people.set(person.id, person);
  };

  const decide = (rowNumber: number, by: UndoSetting & { acting: Principal }): RowDecision => {
    const result = byNumber.get(rowNumber);
    if (!result) throw new Error('an import that is undone lacks the result of a row');
    const id = idOf(result);
    if (!touched.has(result.outcome) || setting.doneBefore.has(rowNumber)) return undone(result, 'unchanged');
    const conflict = taken.get(id);
    if (conflict) return kept(result, id, refusalOf(conflict, people));
    const decision = decideUndo(result, id, people.get(id), short, by);
    return isLastAdministrator && takesAdministrator(decision)
      ? kept(result, id, { code: 'LastAdministrator' })
      : decision;
  };

  return {
    decisions: async (open, at) => {
      await readPeople(open);
      const by = { ...setting, acting: await setting.actingNow(), now: () => at };
      // One by one as they are taken: a chunk has many more rows than a transaction.
      return Iterator.from(open).map((rowNumber) => decide(rowNumber, by));
    },
    learn: (lost) => {
      isLastAdministrator ||= lost.lastAdministrator;
      for (const skuId of lost.short) short.add(skuId);
      for (const [id, holder] of Object.entries(lost.holders))
        taken.set(id, { code: 'UserNameTaken', holders: [holder] });
      for (const { id, source, holders } of lost.keysTaken) {
        taken.set(id, { code: keyTakenCodes[source], holders });
      }
      for (const id of lost.stale) people.delete(id);
    },
  };
};

/** What of a person somebody else has by now, and who. */
type Taken = { code: RefusalCode; holders: readonly string[] };

/** Whoever gave it up again meanwhile is not named. */
const refusalOf = ({ code, holders }: Taken, people: ReadonlyMap<string, Person>): Refusal => {
  const known = holders.flatMap((holder) => people.get(holder) ?? []);
  return { code, ...(known.length > 0 && { fact: namesOf(known) }) };
};

/** Outcomes that left something to undo. */
const touched: ReadonlySet<RowOutcome> = new Set(['created', 'updated', 'deleted', 'restored']);

const decideUndo = (
  result: RowResult,
  id: string,
  person: Person | undefined,
  short: ReadonlySet<string>,
  setting: UndoSetting & { acting: Principal },
): RowDecision => {
  if (!person) return kept(result, id, { code: 'PersonGone' });
  if (!mayTouch(setting.acting, heldRoles(person))) return kept(result, id, { code: 'PersonProtected' });
  if (result.outcome === 'deleted') return restored(result, person, short, setting);
  if (person.deleted) return undone(result, 'unchanged', { personId: id });
  if (result.outcome === 'updated') return changedBack(result, person, short, setting);
  if (person.lastSignInDateTime !== undefined) return kept(result, id, { code: 'SignedInSince' });
  if (person.changedDateTime !== undefined) {
    return kept(result, id, { code: 'ChangedSinceImport', fact: person.changedDateTime });
  }
  const after = deletedPerson(person, setting.now());
  if (canTellDeletion(person)) return deletedUntold(result, person, after, setting);
  return changing(result, 'deleted', { person, after, activity: 'Delete user' }, setting);
};

/** A deletion of which the record tells, in place of an entry. */
const deletedUntold = (result: RowResult, before: Person, deleted: Deleted, { job, now }: UndoSetting): RowDecision => {
  const { id = '', initiatedBy } = rowAudit(job, result.rowNumber, { activity: 'Delete user', now: now() });
  const after = tellingDeletion(deleted, { id, initiatedBy, correlationId: job.id });
  return { ...undone(result, 'deleted', { personId: before.id }), change: { before, after } };
};

const restored = (result: RowResult, person: Person, short: ReadonlySet<string>, setting: UndoSetting): RowDecision => {
  const { policy, catalogue, now } = setting;
  if (!isDeleted(person)) return undone(result, 'unchanged', { personId: person.id });
  const { userPrincipalName } = person;
  const restoration = { userPrincipalName, short, catalogue, policy, now: now() };
  const after = setting.job.keepsPasswords ? returnedPerson(person, restoration) : restoredPerson(person, restoration);
  return changing(result, 'restored', { person, after, activity: 'Restore user' }, setting);
};

const changedBack = (
  result: RowResult,
  person: Person,
  short: ReadonlySet<string>,
  setting: UndoSetting,
): RowDecision => {
  const { job, policy, catalogue, now } = setting;
  const changes = result.changes ?? [];
  const names = changes.map(({ property }) => property);
  const [mastered] = job.keepsPasswords ? [] : masteredRefusals(names, person, setting.organisation);
  if (mastered) return kept(result, person.id, mastered);
  const since = changedSince(person, changes);
  if (since.length > 0) return kept(result, person.id, { code: 'ChangedSinceImport', fact: since.join(', ') });
  const moment = {
    now: now(),
    policy,
    catalogue,
    short: [...short],
    rowNumber: result.rowNumber,
    since: job.createdDateTime,
  };
  const after = withoutChanges(person, changes, moment);
  const change: Undone = { person, after, activity: 'Update user', changes: reversed(changes) };
  return changing(result, 'updated', change, setting);
};

type Undone = { person: Person; after: Person; activity: ActivityName; changes?: RowChange[] };

const changing = (
  result: RowResult,
  outcome: RowOutcome,
  { person, after, activity, changes }: Undone,
  { job, now }: UndoSetting,
): RowDecision => {
  const audit = { ...rowAudit(job, result.rowNumber, { activity, now: now() }), keepsUndoable: true };
  const [change] = asChange(person, after, audit);
  return {
    ...undone(result, outcome, { personId: person.id, ...(changes && { changes }) }),
    ...(change && { change }),
  };
};

const undone = (
  { rowNumber, userPrincipalName }: RowResult,
  outcome: RowOutcome,
  more: Partial<RowResult> = {},
): RowDecision => ({ result: { rowNumber, userPrincipalName, outcome, ...more } });

/** Left as they are, and listed. */
const kept = (result: RowResult, personId: string, { code, fact }: Refusal): RowDecision =>
  undone(result, 'refused', { personId, code, ...(fact !== undefined && { fact }) });
