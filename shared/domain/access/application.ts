/** Applications: programs that use the API by themselves, with client secrets of their own. */

import type { ActivityName } from '../audit/activities.ts';
import type { AuditEntry } from '../audit.ts';
import { modifiedProperties } from '../audit.ts';
import type { Actor } from '../principal.ts';
import { addDays, type Instant } from '../time.ts';
import { type RoleName, roleNames } from './roles.ts';

/** A client secret, of which only the hash is kept; a token minted with it is good as long as the secret is. */
export type ClientSecret = {
  keyId: string;
  displayName?: string;
  /** Its first three random characters, so that an administrator can tell two of them apart. */
  hint: string;
  /** SHA-256 of the secret in hexadecimal. */
  hash: string;
  startDateTime: Instant;
  endDateTime: Instant;
};

/** An application; `version` rises with every write, and every write is conditional on it. */
export type Application = {
  id: string;
  displayName: string;
  roles: readonly RoleName[];
  createdDateTime: Instant;
  secrets: readonly ClientSecret[];
  version: number;
};

/** Secrets that an application can have at a time: the one in use, and the next one while it is being rolled out. */
export const maxSecrets = 2;

/** Days that a secret is good for when nothing is said, and at most: Entra's recommendation, and its longest (24 months). */
export const secretDays = { default: 180, max: 730 } as const;

/** The longest display name of an application or of a secret, in characters (Entra). */
export const longestApplicationName = 256;

/** Whether a secret is good at this moment. Its start is the moment at which it was made, by a clock that may be ahead. */
export const isGood = ({ endDateTime }: ClientSecret, now: Instant): boolean => now < endDateTime;

/** The end of a secret that begins now; undefined for an end that is past, or further away than is allowed. */
export const secretEnd = (asked: Instant | undefined, now: Instant): Instant | undefined => {
  const end = asked ?? addDays(now, secretDays.default);
  return end > now && end <= addDays(now, secretDays.max) ? end : undefined;
};

/**
 * The application with one more secret; undefined when it has as many as it can. Secrets that have expired take no
 * place: they go when a new one comes.
 */
export const withSecret = (application: Application, secret: ClientSecret, now: Instant): Application | undefined => {
  const good = application.secrets.filter((one) => isGood(one, now));
  return good.length < maxSecrets ? { ...application, secrets: [...good, secret] } : undefined;
};

/**
 * OAuth scopes, by which a client asks for some of its application's roles: the role's name without spaces, such as
 * `UserAdministrator` for User Administrator.
 */
export const scopeOf = (role: RoleName): string => role.replaceAll(' ', '');

/** Every scope. */
export const scopes: readonly string[] = roleNames.map(scopeOf);

/**
 * The roles that a client asks for: all of the application's without a scope, or with `<anything>/.default` as Entra's
 * clients ask; else those of the scopes. Undefined when one of them is not a scope, or not of a role that it has.
 */
export const rolesAskedFor = ({ roles }: Application, scope: string | undefined): RoleName[] | undefined => {
  const asked = (scope ?? '').split(' ').filter((one) => one !== '');
  if (asked.length === 0 || (asked.length === 1 && /^\S+\/\.default$/.test(asked[0] ?? ''))) return [...roles];
  if (!asked.every((one) => roles.some((role) => scopeOf(role) === one))) return undefined;
  return roles.filter((role) => asked.includes(scopeOf(role)));
};

/** An application as Graph shows it; a secret's text is never among it. */
export const graphApplication = ({ id, displayName, roles, createdDateTime, secrets }: Application) => ({
  id,
  appId: id,
  displayName,
  roles,
  createdDateTime,
  passwordCredentials: secrets.map((secret) => ({ ...graphSecret(secret), secretText: null })),
});

/** A secret as Graph shows it, without its text. */
export const graphSecret = ({ keyId, displayName, hint, startDateTime, endDateTime }: ClientSecret) => ({
  keyId,
  displayName: displayName ?? null,
  hint,
  startDateTime,
  endDateTime,
});

/** What the audit compares: names, roles, and secrets by what may be known of them. */
const auditedState = (application: Application | undefined): Record<string, unknown> =>
  application
    ? {
        displayName: application.displayName,
        roles: application.roles,
        passwordCredentials: application.secrets.map(({ keyId, displayName, startDateTime, endDateTime }) => {
          return { keyId, displayName, startDateTime, endDateTime };
        }),
      }
    : {};

/** The audit entry of a change; `before` is absent at birth, `after` at the end. */
export const auditOfApplication = (
  { before, after }: { before?: Application | undefined; after?: Application | undefined },
  { id, now, activity, initiatedBy }: { id: string; now: Instant; activity: ActivityName; initiatedBy: Actor },
): AuditEntry => {
  const application = before ?? after;
  if (!application) throw new Error('an audit entry tells of an application before or after a change');
  return {
    id,
    activityDateTime: now,
    activityDisplayName: activity,
    initiatedBy,
    target: { type: 'Application', id: application.id, displayName: application.displayName },
    modifiedProperties: modifiedProperties(auditedState(before), auditedState(after)),
  };
};
