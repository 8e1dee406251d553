/** Who a person or an application is as a principal, as they are now. Whoever asks for what looks them up each time. */
import type { Person } from '../person.ts';
import type { Principal } from '../principal.ts';
import type { Instant } from '../time.ts';
import { type Application, isGood } from './application.ts';
import type { RoleName } from './roles.ts';

/** Whether a person can act at all: neither blocked nor deleted. */
export const isPresent = ({ accountEnabled, deleted }: Pick<Person, 'accountEnabled' | 'deleted'>): boolean =>
  accountEnabled && !deleted;

/** A person who is present, with the roles that count for them now. */
export const presentPerson = (
  { id, displayName }: Pick<Person, 'id' | 'displayName'>,
  roles: readonly RoleName[],
): Principal => ({ kind: 'person', id, displayName, roles });

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
