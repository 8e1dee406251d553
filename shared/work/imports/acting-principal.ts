/** As whom an import acts at this moment. */
import { may, narrowerRoles } from '../../domain/access/roles.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { Principal } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import { type ResolveAgainPorts, resolveAgain } from '../access/resolve-again.ts';

/** Whose rights an import acts with: its owner's, narrowed by whoever resumed it and by whose dry run it applies or file it shows. */
type Actors = Pick<ImportJob, 'kind' | 'owner' | 'resumedBy' | 'shownBy'>;

/**
 * The owner with the rights that all have now who stand behind the import; undefined when one of them is gone, or when
 * what they may do together is less than such an import needs. A read for each of them, and none for files of the bucket.
 */
export const actingPrincipal = async (
  { kind, owner, resumedBy, shownBy }: Actors,
  ports: ResolveAgainPorts,
): Promise<Principal | undefined> => {
  let acting = await resolveAgain(owner, ports);
  for (const other of [resumedBy, shownBy]) {
    if (!acting || !other) continue;
    const present = await resolveAgain(other, ports);
    acting = present && { ...acting, roles: narrowerRoles(acting.roles, present.roles) };
  }
  const needed = kind === 'synchronization' ? 'synchronize' : 'manageImports';
  return acting && may(acting, needed) ? acting : undefined;
};

/** The same for rows that are to be written now. Throws `Refused` OwnerGone. */
export const actingPrincipalOrRefused = async (actors: Actors, ports: ResolveAgainPorts): Promise<Principal> => {
  const acting = await actingPrincipal(actors, ports);
  if (!acting) throw new Refused({ code: 'OwnerGone' });
  return acting;
};
