/** What is recorded of a change: who, what, before and after, never a secret. */

import type { ActivityName } from './audit/activities.ts';
import type { ChainLink } from './audit-chain.ts';
import type { Person } from './person.ts';
import { auditedProperties, onPremisesProperties } from './person-properties.ts';
import type { Actor } from './principal.ts';
import type { Instant } from './time.ts';

/**
 * What was changed. `id` is the id of the person, application, licence, template or import, that of the operator whom a token
 * stands for, a domain's name, or `organization`.
 */
export type AuditTarget = {
  type: 'User' | 'Application' | 'SubscribedSku' | 'Domain' | 'Organization' | 'UserTemplate' | 'Import' | 'Token';
  id: string;
  displayName: string;
  userPrincipalName?: string;
};

/** A property that differs; a value is absent where there was none. */
export type ModifiedProperty = { displayName: string; oldValue?: unknown; newValue?: unknown };

/** An audit entry, written in the transaction of the change it tells of. */
export type AuditEntry = {
  id: string;
  activityDateTime: Instant;
  activityDisplayName: ActivityName;
  initiatedBy: Actor;
  target: AuditTarget;
  modifiedProperties: ModifiedProperty[];
  /** Facts beside the change; none when absent. */
  additionalDetails?: AuditDetail[];
  /** The import that did it; absent where an entry stands by itself. */
  correlationId?: string;
  /** Of people's entries alone; absent on those of earlier releases. */
  chain?: ChainLink;
};

/** A fact beside a change. */
export type AuditDetail = { key: string; value: string };

/**
 * What an entry belongs together with: the import whose life or work it tells of, else itself. Births that were written
 * down without it name their import among the details.
 */
export const correlationOf = ({ id, correlationId, target, additionalDetails = [] }: AuditEntry): string => {
  if (correlationId !== undefined) return correlationId;
  if (target.type === 'Import') return target.id;
  return additionalDetails.find(({ key }) => key === 'importId')?.value ?? id;
};

/** Where an entry stands among all others: by its time, then by its id. */
export const auditPlace = ({ activityDateTime, id }: Pick<AuditEntry, 'activityDateTime' | 'id'>): string =>
  `${activityDateTime}#${id}`;

/**
 * Who changes something, and what it is called in the audit. `keepsUndoable`: it is no change that stands in the way of
 * undoing the import which made the person. `id` is the entry's where it follows from something, `correlationId` the
 * import that does it.
 */
export type Audit = {
  activity: ActivityName;
  initiatedBy: Actor;
  now: Instant;
  keepsUndoable?: boolean;
  id?: string;
  correlationId?: string;
};

/** Properties of a person whose values an audit entry may show; of all others it says nothing. */
const shown: readonly (keyof Person)[] = [
  'userPrincipalName',
  ...auditedProperties,
  'passwordPolicies',
  ...onPremisesProperties,
  'assignedLicenses',
  'waitingLicenses',
  'mailbox',
  'roles',
];

/** What of a person the audit compares: the shown properties, and the password's state without the password. */
const auditedState = (person: Person | undefined): Record<string, unknown> =>
  person
    ? {
        ...Object.fromEntries(shown.map((property) => [property, person[property]])),
        deletedDateTime: person.deleted?.dateTime,
        passwordChangedDateTime: person.password.changedDateTime,
        forceChangePasswordNextSignIn: person.password.mustChange,
        passwordLapsed: person.password.lapsed ?? false,
        passwordExpired: person.password.expired ?? false,
        passwordWarnedDays: person.password.warnedDays,
        signInSessionsValidFromDateTime: person.sessions?.validFromDateTime,
      }
    : {};

/** Properties that differ between two states. */
export const modifiedProperties = (
  old: Readonly<Record<string, unknown>>,
  fresh: Readonly<Record<string, unknown>>,
): ModifiedProperty[] =>
  [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fresh[name]))
    .map((name) => ({ displayName: name, oldValue: old[name], newValue: fresh[name] }));

/** A person as an audit entry names them. */
export const userTarget = ({ id, displayName, userPrincipalName }: Person): AuditTarget => ({
  type: 'User',
  id,
  displayName,
  userPrincipalName,
});

/**
 * The entry for a change of a person; `before` is absent at birth, `after` when the person is removed for good. Its
 * `modifiedProperties` are empty when nothing that may be shown differs.
 */
export const auditOfChange = (
  before: Person | undefined,
  after: Person | undefined,
  { id, now, activity, initiatedBy, correlationId }: Audit & { id: string },
): AuditEntry => {
  const person = before ?? after;
  if (!person) throw new Error('an audit entry tells of a person before or after a change');
  return {
    id,
    activityDateTime: now,
    activityDisplayName: activity,
    initiatedBy,
    target: userTarget(person),
    modifiedProperties: modifiedProperties(auditedState(before), auditedState(after)),
    ...(correlationId !== undefined && { correlationId }),
  };
};
