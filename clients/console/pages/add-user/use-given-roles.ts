import { mayGiveRole, type RoleName } from '../../../../shared/domain/access/roles.ts';
import { useSession } from '../../shell/session-context.tsx';

/** Whether whoever is signed in may give a role. */
export const useGivenRoles = (): ((role: RoleName) => boolean) => {
  const { kind, id, displayName, roles } = useSession();
  return (role) => mayGiveRole({ kind, id, displayName, roles }, role);
};
