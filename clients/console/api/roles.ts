/** Administrator roles, given and taken. */
import { type RoleName, roleIds, roleNames } from '../../../shared/domain/access/roles.ts';
import { call } from './call.ts';
import { asProblem } from './problem.ts';

/** Gives somebody a role; whoever holds it already keeps it. Throws a `Problem`. */
export const giveRole = async (personId: string, role: RoleName): Promise<void> => {
  const body = { '@odata.id': `${window.location.origin}/v1.0/users/${personId}` };
  await call('POST', `directoryRoles/${roleIds[role]}/members/$ref`, { body });
};

/**
 * Takes a role from somebody. Nobody holds what is gone: that it was not there any more, as after an answer that was lost,
 * is no problem. Throws a `Problem`.
 */
export const takeRole = async (personId: string, role: RoleName): Promise<void> => {
  try {
    await call('DELETE', `directoryRoles/${roleIds[role]}/members/${personId}/$ref`);
  } catch (thrown) {
    if (asProblem(thrown).kind !== 'notFound') throw thrown;
  }
};

/** The role of an id, undefined where there is none. */
export const roleOfId = (id: string): RoleName | undefined => roleNames.find((name) => roleIds[name] === id);
