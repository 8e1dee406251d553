/** An administrator who gives roles to people and takes them again. */
import { roleIds } from '../../../shared/domain/access/roles.ts';
import type { Chance } from '../chance.ts';
import type { Known } from '../people.ts';
import type { World } from '../world.ts';

const roles = ['Global Administrator', 'User Administrator', 'Reports Reader'] as const;

const pathOf = (role: (typeof roles)[number]) => `/v1.0/directoryRoles/${roleIds[role]}/members`;
const held = ({ roles: given = [] }: Known) => roles.filter((role) => given.includes(role));

const give = async (world: World, chance: Chance, person: Known): Promise<void> => {
  const role = chance.one(roles);
  const body = { '@odata.id': `${world.muster.outputs.ApiUrl}/v1.0/directoryObjects/${person.id}` };
  await world.ask('give a role', { method: 'POST', path: `${pathOf(role)}/$ref`, body });
  person.roles = [...held(person), role];
};

const take = async (world: World, chance: Chance, person: Known): Promise<void> => {
  const role = chance.one(held(person));
  person.roles = held(person).filter((one) => one !== role);
  await world.ask('take a role', { method: 'DELETE', path: `${pathOf(role)}/${person.id}/$ref` });
};

/** Gives a role, or takes one that was given; the last Global Administrator stays one. */
export const changeRole = async (world: World, chance: Chance): Promise<void> => {
  const [fits, change] = chance.happens(0.6) ? [() => true, give] : [(person: Known) => held(person).length > 0, take];
  await world.people.withOne(
    chance,
    (person) => !person.isDeleted && fits(person),
    (person) => change(world, chance, person),
  );
};
