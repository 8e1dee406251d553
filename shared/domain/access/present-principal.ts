/** Who a person or an application is as a principal, as they are now. Whoever asks for what looks them up each time. */
import type { Person } from '../person.ts';
import type { Principal } from '../principal.ts';
import type { Instant } from '../time.ts';
import { type Application, isGood } from './application.ts';
import { heldRoles } from './roles.ts';

/** A person with the roles that they hold now; undefined for one who is blocked or deleted, or whom there is not. */
export const presentPerson = (person: Person | undefined): Principal | undefined => {
  if (!person?.accountEnabled || person.deleted) return undefined;
  const { id, displayName } = person;
  return { kind: 'person', id, displayName, roles: heldRoles(person) };
};

/**
 * An application with the roles that it has now; undefined without the secret that it showed, or, where none is named,
 * without any that is good.
 */
export const presentApplication = (
  application: Application | undefined,
  keyId: string | undefined,
  now: Instant,
): Principal | undefined => {
  const secret = application?.secrets.find((one) => isGood(one, now) && (keyId === undefined || one.keyId === keyId));
  if (!application || !secret) return undefined;
  const { id, displayName, roles } = application;
  return { kind: 'application', id, displayName, roles, credentialId: keyId ?? secret.keyId };
};
