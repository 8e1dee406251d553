/** From a bearer token to who is asking, as they are at this moment. */
import { isPresent, presentApplication, presentPerson } from '../../domain/access/present-principal.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';
import type { Directory } from '../directory.ts';
import type { Applications } from './applications.ts';
import { tokenIdOf } from './token-id.ts';
import type { Grant, Tokens } from './tokens.ts';

export type ResolvePorts = {
  tokens: Pick<Tokens, 'read' | 'readById'>;
  directory: Pick<Directory, 'personAndRoles'>;
  applications: Pick<Applications, 'read'>;
  now: () => Instant;
};

/** The principal of a token; undefined when the token, or whoever it stands for, is not good any more. */
export const resolvePrincipal = async (token: string, ports: ResolvePorts): Promise<Principal | undefined> =>
  (await resolveHolder(token, ports)).principal;

/**
 * The same for a log: the principal, or the id of whoever the token stands for who may not use it any more: blocked,
 * deleted, signed out everywhere, without the secret that it was given for. Nothing of a token that is unknown or expired.
 */
export const resolveHolder = async (
  token: string,
  ports: ResolvePorts,
): Promise<{ principal?: Principal; holderId?: string }> => {
  const grant = await ports.tokens.read(token, ports.now());
  if (!grant) return {};
  const principal = await principalOf(grant, tokenIdOf(token), ports);
  return principal ? { principal } : { holderId: holderIdOf(grant) };
};

const holderIdOf = (grant: Grant): string => {
  if (grant.kind === 'operator') return grant.principal.id;
  if (grant.kind === 'operatorSession') return grant.operatorId;
  return grant.kind === 'person' ? grant.userId : grant.applicationId;
};

const principalOf = async (grant: Grant, tokenId: string, ports: ResolvePorts): Promise<Principal | undefined> => {
  switch (grant.kind) {
    case 'operator':
      return { ...grant.principal, credentialId: tokenId };
    case 'operatorSession': {
      // The token is what counts, also for whoever acts later: with it all its sessions end.
      const shown = await ports.tokens.readById(grant.tokenId, ports.now());
      return shown?.kind === 'operator' ? { ...shown.principal, credentialId: grant.tokenId } : undefined;
    }
    case 'person':
      return personPrincipal(grant, ports);
    case 'application': {
      const application = await ports.applications.read(grant.applicationId);
      const present = presentApplication(application, grant.secretId, ports.now());
      // Those that were asked for and that the application still has.
      return present && { ...present, roles: present.roles.filter((role) => grant.roles.includes(role)) };
    }
  }
};

/** Whoever was signed out everywhere is nobody. */
const personPrincipal = async (
  { userId, generation, restrictedTo, expectedRoles = [] }: Extract<Grant, { kind: 'person' }>,
  { directory }: ResolvePorts,
): Promise<Principal | undefined> => {
  const found = await directory.personAndRoles(userId, expectedRoles);
  if (!found || !isPresent(found.person) || (found.person.sessions?.generation ?? 0) !== generation) return undefined;
  return { ...presentPerson(found.person, found.roles), ...(restrictedTo && { restrictedTo }) };
};
