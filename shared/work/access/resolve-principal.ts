/** From a bearer token to who is asking, as they are at this moment. */
import { presentApplication, presentPerson } from '../../domain/access/present-principal.ts';
import type { Person } from '../../domain/person.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';
import type { Directory } from '../directory.ts';
import type { Applications } from './applications.ts';
import { tokenIdOf } from './token-id.ts';
import type { Grant, Tokens } from './tokens.ts';

export type ResolvePorts = {
  tokens: Pick<Tokens, 'read'>;
  directory: Pick<Directory, 'readPeople'>;
  applications: Pick<Applications, 'read'>;
  now: () => Instant;
};

/** The principal of a token; undefined when the token, or whoever it stands for, is not good any more. */
export const resolvePrincipal = async (token: string, ports: ResolvePorts): Promise<Principal | undefined> => {
  const grant = await ports.tokens.read(token, ports.now());
  return grant && principalOf(grant, tokenIdOf(token), ports);
};

const principalOf = async (
  grant: Grant,
  tokenId: string,
  { directory, applications, now }: ResolvePorts,
): Promise<Principal | undefined> => {
  switch (grant.kind) {
    case 'operator':
      return { ...grant.principal, credentialId: tokenId };
    case 'person':
      return personPrincipal((await directory.readPeople([grant.userId]))[0], grant);
    case 'application': {
      const present = presentApplication(await applications.read(grant.applicationId), grant.secretId, now());
      // Those that were asked for and that the application still has.
      return present && { ...present, roles: present.roles.filter((role) => grant.roles.includes(role)) };
    }
  }
};

/** Whoever was signed out everywhere is nobody. */
const personPrincipal = (
  person: Person | undefined,
  { generation, restrictedTo }: Extract<Grant, { kind: 'person' }>,
): Principal | undefined => {
  const present = presentPerson(person);
  if (!present || (person?.sessions?.generation ?? 0) !== generation) return undefined;
  return { ...present, ...(restrictedTo && { restrictedTo }) };
};
