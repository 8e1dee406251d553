/** The session, for every component. */
import { createContext, useContext } from 'react';
import { mayGiveRole, type Permission, type RoleName } from '../../../shared/domain/access/roles.ts';
import { mayDo, type Session } from '../api/session.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no session around this component.');
  return session;
};

/** Whether whoever is signed in may do something: what they may not do is not shown. */
export const useMay = (): ((permission: Permission) => boolean) => {
  const session = useSession();
  return (permission) => mayDo(session, permission);
};

/** Whether whoever is signed in may give a role. */
export const useMayGive = (): ((role: RoleName) => boolean) => {
  const { kind, id, displayName, roles } = useSession();
  return (role) => mayGiveRole({ kind, id, displayName, roles }, role);
};
