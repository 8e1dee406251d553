/** From somebody who asked for something to who they are now, when it is done: later, and perhaps for a long time. */
import { isPresent, presentApplication, presentPerson } from '../../domain/access/present-principal.ts';
import { narrowerRoles } from '../../domain/access/roles.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';
import type { Directory } from '../directory.ts';
import type { Applications } from './applications.ts';
import type { Tokens } from './tokens.ts';

export type ResolveAgainPorts = {
  tokens: Pick<Tokens, 'readById'>;
  directory: Pick<Directory, 'readPeople' | 'countingRoles'>;
  applications: Pick<Applications, 'read'>;
  now: () => Instant;
};

/**
 * Who somebody is now, with the roles that they had when they asked and still have: one consistent read, and for a person with roles one more. Undefined for a
 * person who is deleted or blocked, an application that is gone or lost the secret that it showed, and an operator whose
 * token was revoked or has ended. Whoever only signed out is still themselves.
 */
export const resolveAgain = async (asked: Principal, ports: ResolveAgainPorts): Promise<Principal | undefined> => {
  const present = await presentOf(asked, ports);
  return present && { ...asked, roles: narrowerRoles(asked.roles, present.roles) };
};

const presentOf = async (
  asked: Principal,
  { tokens, directory, applications, now }: ResolveAgainPorts,
): Promise<Principal | undefined> => {
  switch (asked.kind) {
    case 'operator': {
      // Whoever may write to the bucket has no token: that right is AWS's to take.
      if (asked.credentialId === undefined) return asked;
      const grant = await tokens.readById(asked.credentialId, now());
      return grant?.kind === 'operator' && grant.principal.id === asked.id ? grant.principal : undefined;
    }
    case 'person': {
      const [person] = await directory.readPeople([asked.id]);
      return person && isPresent(person) ? presentPerson(person, await directory.countingRoles(person)) : undefined;
    }
    case 'application':
      return presentApplication(await applications.read(asked.id), asked.credentialId, now());
    case 'anonymous':
      return undefined;
  }
};
