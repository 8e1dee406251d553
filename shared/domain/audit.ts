/** What is recorded of a change: who, what, before and after, never a secret. */
import type { Person } from './person.ts';
import type { Instant } from './time.ts';

/** An audit entry, written in the transaction of the change it tells of. */
export type AuditEntry = {
  id: string;
  activityDateTime: Instant;
  activityDisplayName: string;
  initiatedBy: string;
  targetId: string;
  modifiedProperties: { displayName: string; oldValue?: unknown; newValue?: unknown }[];
};

/** Properties whose values an audit entry may show; of all others it says nothing. */
const shown = [
  'userPrincipalName',
  'displayName',
  'accountEnabled',
  'assignedLicenses',
  'waitingLicenses',
  'mailbox',
  'roles',
] as const satisfies readonly (keyof Person)[];

/** The entry for a change of a person: the shown properties that differ, and the password's state without the password. */
export const auditOfChange = (
  before: Person,
  after: Person,
  { id, now, activity, initiatedBy }: { id: string; now: Instant; activity: string; initiatedBy: string },
): AuditEntry => {
  const states = (person: Person) => ({
    ...Object.fromEntries(shown.map((property) => [property, person[property]])),
    passwordLapsed: person.password.lapsed ?? false,
    passwordExpired: person.password.expired ?? false,
    passwordWarnedDays: person.password.warnedDays,
  });
  const [old, fresh] = [states(before) as Record<string, unknown>, states(after) as Record<string, unknown>];
  const changed = Object.keys(fresh).filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fresh[name]));
  return {
    id,
    activityDateTime: now,
    activityDisplayName: activity,
    initiatedBy,
    targetId: before.id,
    modifiedProperties: changed.map((name) => ({ displayName: name, oldValue: old[name], newValue: fresh[name] })),
  };
};
