/** An administrator who gives programs access, and takes it from them. */
import type { Chance } from '../chance.ts';
import type { World } from '../world.ts';

const path = '/v1.0/applications';

/** A program with a secret of its own. */
export const addApplication = async (world: World, chance: Chance): Promise<void> => {
  const body = { displayName: `Program ${chance.number(1, 1e9)}`, roles: ['Directory Readers'] };
  const answer = await world.ask('add an application', { method: 'POST', path, body });
  if (answer?.status !== 201) return;
  const { id } = answer.body as { id: string };
  world.applications.add(id);
  const asked = { method: 'POST', path: `${path}/${id}/addPassword`, body: { passwordCredential: {} } } as const;
  const given = (await world.ask('give a secret', asked))?.body as { secretText?: string } | undefined;
  if (given?.secretText !== undefined) world.secrets.push(given.secretText);
};

/** A program that is needed no more. */
export const deleteApplication = async (world: World, chance: Chance): Promise<void> => {
  if (world.applications.size === 0) return;
  const id = chance.one([...world.applications]);
  world.applications.delete(id);
  await world.ask('delete an application', { method: 'DELETE', path: `${path}/${id}` });
};
