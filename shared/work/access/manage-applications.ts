/** Making and changing applications. Who may do it at all is the route's to say; here is who may do it to which. */

import { randomUUID } from 'node:crypto';
import {
  type Application,
  auditOfApplication,
  type ClientSecret,
  secretDays,
  secretEnd,
  withSecret,
} from '../../domain/access/application.ts';
import { mayGiveRole, type RoleName, roleNamed, roleNames } from '../../domain/access/roles.ts';
import type { ActivityName } from '../../domain/audit/activities.ts';
import { beginningOf } from '../../domain/one-line.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import { type Refusal, Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import type { Applications } from './applications.ts';
import { newClientSecret } from './client-secret.ts';

export type ApplicationPorts = { applications: Pick<Applications, 'read' | 'write'>; now: () => Instant };

/** Which application, and who asks. */
export type Asked = { id: string; principal: Principal };

/** Makes an application without a secret. Throws `Refused` RoleUnknown, RoleNotYours. */
export const addApplication = async (
  { displayName, roles, principal }: { displayName: string; roles: readonly string[]; principal: Principal },
  { applications, now }: ApplicationPorts,
): Promise<Application> => {
  const named = rolesNamed(roles);
  refuseToGive(named, principal);
  const after = { id: randomUUID(), displayName, roles: named, createdDateTime: now(), secrets: [], version: 1 };
  const audit = auditOfApplication({ after }, entryOf('Add application', principal, now()));
  if ((await applications.write({ after, audit })) === 'stale') throw new Error('an id was given twice');
  return after;
};

/** Changes name and roles; what is absent stays. Throws `Refused` NotFound, ApplicationOwn, RoleUnknown, RoleNotYours. */
export const changeApplication = async (
  { displayName, roles, ...asked }: Asked & { displayName?: string | undefined; roles?: readonly string[] | undefined },
  ports: ApplicationPorts,
): Promise<void> => {
  const named = roles && rolesNamed(roles);
  await change(asked, 'Update application', ports, (before) => {
    const after = { ...before, displayName: displayName ?? before.displayName, roles: named ?? before.roles };
    // Who takes a role away decides about it as much as who gives it.
    refuseToGive([...after.roles, ...before.roles].filter(isInOne(before.roles, after.roles)), asked.principal);
    return after;
  });
};

/** Removes an application: its tokens are nobody's from then on. Throws `Refused` NotFound, ApplicationOwn, RoleNotYours. */
export const removeApplication = async (asked: Asked, ports: ApplicationPorts): Promise<void> => {
  await change(asked, 'Delete application', ports, (before) => {
    refuseToGive(before.roles, asked.principal);
    return 'remove';
  });
};

/**
 * Gives an application one more secret, and returns it with its text: the only time that it can be seen. Throws `Refused`
 * NotFound, ApplicationOwn, RoleNotYours, ValueInvalid, ClientSecretLimit.
 */
export const addPassword = async (
  {
    displayName,
    endDateTime,
    ...asked
  }: Asked & { displayName?: string | undefined; endDateTime?: Instant | undefined },
  ports: ApplicationPorts,
): Promise<{ secret: ClientSecret; text: string }> => {
  const now = ports.now();
  const end = secretEnd(endDateTime, now);
  if (!end) {
    const fact = `a moment from now on and at most ${secretDays.max} days ahead`;
    throw new Refused({ code: 'ValueInvalid', target: 'passwordCredential.endDateTime', fact });
  }
  const { text, hash, hint } = newClientSecret();
  const named = displayName !== undefined && { displayName };
  const secret = { keyId: randomUUID(), ...named, hint, hash, startDateTime: now, endDateTime: end };
  await change(asked, 'Add application password', ports, (before) => {
    // Whoever holds the secret holds the roles.
    refuseToGive(before.roles, asked.principal);
    const after = withSecret(before, secret, now);
    if (!after) throw new Refused({ code: 'ClientSecretLimit' });
    return after;
  });
  return { secret, text };
};

/** Takes a secret away: its tokens are nobody's from then on. Throws `Refused` NotFound, ApplicationOwn, ValueInvalid. */
export const removePassword = async (
  { keyId, ...asked }: Asked & { keyId: string },
  ports: ApplicationPorts,
): Promise<void> => {
  await change(asked, 'Remove application password', ports, (before) => {
    const secrets = before.secrets.filter((secret) => secret.keyId !== keyId);
    if (secrets.length < before.secrets.length) return { ...before, secrets };
    throw new Refused({ code: 'ValueInvalid', target: 'keyId', fact: 'the application has no secret of this id' });
  });
};

/** Tries at one application; each lost one means that somebody else's change was written. */
const maxTries = 20;

/** Changes an application; who lost against another writer looks again. Nothing is written where nothing changes. */
const change = async (
  { id, principal }: Asked,
  activity: ActivityName,
  { applications, now }: ApplicationPorts,
  changed: (before: Application) => Application | 'remove',
): Promise<void> => {
  if (principal.kind === 'application' && principal.id === id) throw new Refused({ code: 'ApplicationOwn' });
  for (let tries = 0; tries < maxTries; tries += 1) {
    const before = await applications.read(id);
    if (!before) throw new Refused({ code: 'NotFound' });
    const outcome = changed(before);
    const after = outcome === 'remove' ? undefined : outcome;
    const audit = auditOfApplication({ before, after }, entryOf(activity, principal, now()));
    if (after && audit.modifiedProperties.length === 0) return;
    if ((await applications.write({ before, ...(after && { after }), audit })) === 'written') return;
  }
  throw new Refused({ code: 'ConcurrentChange' });
};

const entryOf = (activity: ActivityName, principal: Principal, now: Instant) => {
  return { id: randomUUID(), now, activity, initiatedBy: actorOf(principal) };
};

/** The roles of these names, in any case, in their usual order. */
const rolesNamed = (names: readonly string[]): RoleName[] => {
  const unknown = names.filter((name) => !roleNamed(name));
  const [first, ...others] = unknown.map((name): Refusal => {
    return { code: 'RoleUnknown', target: 'roles', fact: beginningOf(name, 64) };
  });
  if (first) throw new Refused(first, ...others);
  return roleNames.filter((role) => names.some((name) => roleNamed(name) === role));
};

const refuseToGive = (roles: readonly RoleName[], principal: Principal): void => {
  if (!roles.every((role) => mayGiveRole(principal, role)))
    throw new Refused({ code: 'RoleNotYours', target: 'roles' });
};

/** Whether a role is in one of the two lists and not in the other. */
const isInOne = (some: readonly RoleName[], others: readonly RoleName[]) => (role: RoleName) =>
  some.includes(role) !== others.includes(role);
