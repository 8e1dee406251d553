/** An administrator who gives roles to people and takes them again. */
import { roleIds } from '../../../shared/domain/roles.ts';
import type { Chance } from '../chance.ts';
import type { World } from '../world.ts';

const roles = ['Global Administrator', 'User Administrator', 'Reports Reader'] as const;

/** Gives a role, or takes it; the last Global Administrator stays one. */
export const changeRole = async (world: World, chance: Chance): Promise<void> => {
  await world.people.withOne(
    chance,
    ({ isDeleted }) => !isDeleted,
    async ({ id }) => {
      const members = `/v1.0/directoryRoles/${roleIds[chance.one(roles)]}/members`;
      const body = { '@odata.id': `${world.muster.outputs.ApiUrl}/v1.0/directoryObjects/${id}` };
      if (chance.happens(0.6)) await world.ask('give a role', { method: 'POST', path: `${members}/$ref`, body });
      else await world.ask('take a role', { method: 'DELETE', path: `${members}/${id}/$ref` });
    },
  );
};
