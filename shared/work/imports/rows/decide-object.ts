/** What becomes of one object of a run, as the directory stands. */
import type { ActivityName } from '../../../domain/audit/activities.ts';
import { type RowMoment, rowChanges, updateOfObject } from '../../../domain/imports/row-update.ts';
import { defaultSynchronization } from '../../../domain/organisation.ts';
import type { CheckedDraft } from '../../../domain/people/check-draft.ts';
import { type Deleted, deletedPerson, isDeleted, returnedPerson } from '../../../domain/people/deletion.ts';
import { updateRefusals, withUpdate } from '../../../domain/people/person-update.ts';
import type { Person } from '../../../domain/person.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import { isMastered } from '../../../domain/synchronization/authority.ts';
import { matchOf } from '../../../domain/synchronization/match.ts';
import { asChange } from '../../change-people.ts';
import { bornOf, type RowSetting } from './decide-row.ts';
import type { RowDecision } from './decided-row.ts';
import type { ObjectPeople } from './object-people.ts';
import { type ComingRow, decision, refused } from './row-decision.ts';
import { birthOfRow, rowAudit } from './row-entry.ts';

/** What objects are decided by; `short` are licences of which no seat is left for who comes back. */
export type ObjectSetting = RowSetting & { people: ObjectPeople; short: ReadonlySet<string>; ownId: string };

/** The decision on a row of a run: a refusal of the plan, a deletion, or somebody in scope. */
export const decideObject = (row: ComingRow, setting: ObjectSetting): RowDecision => {
  if (!setting.organisation.onPremisesSync?.isEnabled) return refused(row, { code: 'SynchronizationOff' });
  if (row.refusal) return refused(row, row.refusal as Refusal);
  return row.draft ? decideUpsert(row, setting) : decideDeletion(row, setting);
};

/** Who is not known, is gone already, or is managed here by now, is passed over. */
const decideDeletion = (row: ComingRow, setting: ObjectSetting): RowDecision => {
  const person = setting.people.ofDeletion(row);
  if (!person || person.deleted || !isMastered(person, setting.organisation)) return decision(row, 'unchanged');
  const named = { ...row, userPrincipalName: person.userPrincipalName };
  const after = deletedPerson(person, setting.now());
  return changing(named, 'deleted', { person, after, activity: 'Delete user' }, setting);
};

const decideUpsert = (row: ComingRow, setting: ObjectSetting): RowDecision => {
  const { organisation, people, job, now } = setting;
  const draft = row.draft as CheckedDraft;
  const { onPremisesImmutableId = '', onPremisesObjectGuid = '' } = draft;
  const switches = organisation.synchronization ?? defaultSynchronization;
  const match = matchOf(people.candidates(row), { object: { onPremisesImmutableId, onPremisesObjectGuid }, switches });
  if ('refusal' in match) return refused(row, match.refusal);
  if (match.how === 'new') {
    const born = bornOf(row, { ownId: setting.ownId, passwordHash: undefined }, setting);
    return {
      ...decision(row, 'created'),
      ...birthOfRow({ ...born, onPremisesLastSyncDateTime: now() }, job, row.rowNumber),
    };
  }
  return isDeleted(match.person) ? decideReturn(row, match.person, setting) : decideUpdate(row, match.person, setting);
};

/** Back in scope: who they were, as they are on premises now. */
const decideReturn = (row: ComingRow, person: Deleted, setting: ObjectSetting): RowDecision => {
  const { catalogue, policy, now, short } = setting;
  const { userPrincipalName } = person;
  const returned = returnedPerson(person, { userPrincipalName, short, catalogue, policy, now: now() });
  const found = updated(row, returned, setting);
  if ('refusal' in found) return refused(row, found.refusal);
  const more = { personId: person.id, ...(found.changes.length > 0 && { changes: found.changes }) };
  return changing(row, 'restored', { person, after: found.after, activity: 'Restore user' }, setting, more);
};

const decideUpdate = (row: ComingRow, person: Person, setting: ObjectSetting): RowDecision => {
  const found = updated(row, person, setting);
  if ('refusal' in found) return refused(row, found.refusal);
  const { after, changes } = found;
  if (changes.length === 0) return decision(row, 'unchanged', { personId: person.id });
  return changing(row, 'updated', { person, after, activity: 'Update user' }, setting, { changes });
};

const updated = (
  row: ComingRow,
  person: Person,
  { policy, organisation, now }: ObjectSetting,
): { after: Person; changes: ReturnType<typeof rowChanges> } | { refusal: Refusal } => {
  const update = updateOfObject(row.draft as CheckedDraft, person);
  const [refusal] = updateRefusals(update, person, { organisation, policy, isCommonPassword: undefined });
  if (refusal) return { refusal };
  const moment: Pick<RowMoment, 'now' | 'policy'> = { now: now(), policy };
  const after = withUpdate(person, update, moment) ?? person;
  const changes = rowChanges(person, after);
  return { after: { ...after, onPremisesLastSyncDateTime: now() }, changes };
};

type Changed = { person: Person; after: Person; activity: ActivityName };

const changing = (
  row: ComingRow,
  outcome: 'updated' | 'deleted' | 'restored',
  { person, after, activity }: Changed,
  { job, now }: ObjectSetting,
  more: Partial<RowDecision['result']> = {},
): RowDecision => {
  // Whoever was only away or back is as this run left them; whoever was changed is not as the one that made them did.
  const audit = { ...rowAudit(job, row.rowNumber, { activity, now: now() }), keepsUndoable: outcome !== 'updated' };
  const [change] = asChange(person, after, audit);
  return { ...decision(row, outcome, { personId: person.id, ...more }), ...(change && { change }) };
};
