/** From a bearer token to who is asking, as they are at this moment. */
import { type Application, isGood } from '../../domain/access/application.ts';
import type { Person } from '../../domain/person.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';
import type { Directory } from '../directory.ts';
import type { Applications } from './applications.ts';
import type { Grant, Tokens } from './tokens.ts';

export type ResolvePorts = {
  tokens: Pick<Tokens, 'read'>;
  directory: Pick<Directory, 'readPeople' | 'countingRoles'>;
  applications: Pick<Applications, 'read'>;
  now: () => Instant;
};

/** The principal of a token; undefined when the token, or whoever it stands for, is not good any more. */
export const resolvePrincipal = async (token: string, ports: ResolvePorts): Promise<Principal | undefined> => {
  const grant = await ports.tokens.read(token, ports.now());
  return grant && principalOf(grant, ports);
};

const principalOf = async (grant: Grant, ports: ResolvePorts): Promise<Principal | undefined> => {
  const { directory, applications, now } = ports;
  switch (grant.kind) {
    case 'operator':
      return grant.principal;
    case 'person':
      return personPrincipal((await directory.readPeople([grant.userId]))[0], grant, ports);
    case 'application':
      return applicationPrincipal(await applications.read(grant.applicationId), grant, now());
  }
};

/** Roles are the person's of this moment, and those that count; who is blocked, deleted or signed out everywhere is nobody. */
const personPrincipal = async (
  person: Person | undefined,
  { generation, restrictedTo }: Extract<Grant, { kind: 'person' }>,
  { directory }: ResolvePorts,
): Promise<Principal | undefined> => {
  if (!person?.accountEnabled || person.deleted || (person.sessions?.generation ?? 0) !== generation) return undefined;
  const { id, displayName } = person;
  return {
    kind: 'person',
    id,
    displayName,
    roles: await directory.countingRoles(person),
    ...(restrictedTo && { restrictedTo: restrictedTo }),
  };
};

/** Roles are those that were asked for and that the application still has; without the secret it is nobody. */
const applicationPrincipal = (
  application: Application | undefined,
  { secretId, roles }: Extract<Grant, { kind: 'application' }>,
  now: Instant,
): Principal | undefined => {
  const secret = application?.secrets.find(({ keyId }) => keyId === secretId);
  if (!application || !secret || !isGood(secret, now)) return undefined;
  const { id, displayName } = application;
  return { kind: 'application', id, displayName, roles: application.roles.filter((role) => roles.includes(role)) };
};
