/** From a bearer token to who is asking, as they are at this moment. */
import type { Person } from '../domain/person.ts';
import type { Principal } from '../domain/principal.ts';
import { heldRoles } from '../domain/roles.ts';
import type { Instant } from '../domain/time.ts';
import type { Directory } from './directory.ts';
import type { Grant, Tokens } from './tokens.ts';

export type ResolvePorts = {
  tokens: Pick<Tokens, 'read'>;
  directory: Pick<Directory, 'readPeople'>;
  now: () => Instant;
};

/** The principal of a token; undefined when the token, or whoever it stands for, is not good any more. */
export const resolvePrincipal = async (token: string, ports: ResolvePorts): Promise<Principal | undefined> => {
  const grant = await ports.tokens.read(token, ports.now());
  return grant && principalOf(grant, ports);
};

const principalOf = async (grant: Grant, { directory }: ResolvePorts): Promise<Principal | undefined> => {
  switch (grant.kind) {
    case 'operator':
      return grant.principal;
    case 'person':
      return personPrincipal((await directory.readPeople([grant.userId]))[0], grant);
    case 'application':
      return undefined;
  }
};

/** Roles are the person's of this moment; who is blocked, deleted or signed out everywhere is nobody. */
const personPrincipal = (
  person: Person | undefined,
  { generation, onlyFor }: Extract<Grant, { kind: 'person' }>,
): Principal | undefined => {
  if (!person?.accountEnabled || person.deleted || (person.sessions?.generation ?? 0) !== generation) return undefined;
  const { id, displayName } = person;
  return { kind: 'person', id, displayName, roles: heldRoles(person), ...(onlyFor && { onlyFor }) };
};
