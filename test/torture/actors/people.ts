/** Administrators who work on single people. */
import { randomUUID } from 'node:crypto';
import { unique } from '../../flows/driver/names.ts';
import type { User } from '../../flows/driver/resources.ts';
import type { Chance } from '../chance.ts';
import type { Known } from '../people.ts';
import type { World } from '../world.ts';

/** Few enough that administrators want the same one at times. */
const names = 400;

const nameBy = (chance: Chance) => `one${chance.number(1, names)}@contoso.com`;
const employeeIdBy = (chance: Chance) => (chance.happens(0.5) ? { employeeId: `E${chance.number(1, names)}` } : {});
const pathOf = ({ id }: Known) => `/v1.0/users/${id}`;
const isThere = ({ isDeleted }: Known) => !isDeleted;

/** Adds a person, by a key with which asking again is harmless. */
export const addPerson = async (world: World, chance: Chance): Promise<void> => {
  const userPrincipalName = nameBy(chance);
  const [displayName, address] = [`Single ${unique()}`, `${unique()}@example.net`];
  const assignedLicenses = chance.happens(0.6) ? [{ skuId: chance.one(world.licences).skuId }] : [];
  const answer = await world.ask('add a person', {
    method: 'POST',
    path: '/v1.0/users',
    body: {
      ...{ userPrincipalName, displayName, otherMails: [address], usageLocation: 'NL', assignedLicenses },
      ...employeeIdBy(chance),
    },
    headers: { 'idempotency-key': randomUUID() },
  });
  if (answer?.status !== 201) return;
  const { id } = answer.body as User;
  world.people.add({ id, userPrincipalName, displayName, address, isDeleted: false });
};

/** Gives a person another display name, perhaps with another employee id, which somebody else may have. */
export const changePerson = async (world: World, chance: Chance): Promise<void> => {
  await world.people.withOne(chance, isThere, async (person) => {
    const displayName = `Changed ${unique()}`;
    const body = { displayName, department: `Team ${chance.number(1, 9)}`, ...employeeIdBy(chance) };
    const answer = await world.ask('change a person', { method: 'PATCH', path: pathOf(person), body });
    if (answer === undefined) person.isUncertain = true;
    else if (answer.status < 300) person.displayName = displayName;
  });
};

/** Gives a person another user name, which frees the old one. */
export const renamePerson = async (world: World, chance: Chance): Promise<void> => {
  await world.people.withOne(chance, isThere, async (person) => {
    const userPrincipalName = nameBy(chance);
    const body = { userPrincipalName };
    const answer = await world.ask('rename a person', { method: 'PATCH', path: pathOf(person), body });
    if (answer === undefined) person.isUncertain = true;
    else if (answer.status < 300) person.userPrincipalName = userPrincipalName;
  });
};

/** Deletes a person. */
export const deletePerson = async (world: World, chance: Chance): Promise<void> => {
  await world.people.withOne(chance, isThere, async (person) => {
    const answer = await world.ask('delete a person', { method: 'DELETE', path: pathOf(person) });
    // 404 answers who asked again, after the first answer was lost.
    if (answer?.status === 204 || answer?.status === 404) person.isDeleted = true;
    else if (answer === undefined) person.isUncertain = true;
  });
};

/** Restores a deleted person, under another name when somebody else has theirs by now. */
export const restorePerson = async (world: World, chance: Chance): Promise<void> => {
  await world.people.withOne(
    chance,
    ({ isDeleted }) => isDeleted,
    async (person) => {
      const path = `/v1.0/directory/deletedItems/${person.id}/restore`;
      const restore = (body?: object) => world.ask('restore a person', { method: 'POST', path, body });
      let answer = await restore();
      if (answer?.status === 409) answer = await restore({ newUserPrincipalName: `back.${unique()}@contoso.com` });
      // Somebody else has the employee id by now.
      if (answer?.status === 409) return;
      // 404 answers who asked again; the name that was given then is not known.
      if (answer?.status !== 200) person.isUncertain = true;
      else {
        person.isDeleted = false;
        delete person.password;
        person.userPrincipalName = (answer.body as User).userPrincipalName;
      }
    },
  );
};

/** Gives a person a licence, or takes one. */
export const assignLicence = async (world: World, chance: Chance): Promise<void> => {
  await world.people.withOne(chance, isThere, async (person) => {
    const { skuId } = chance.one(world.licences);
    const gives = chance.happens(0.6);
    const body = { addLicenses: gives ? [{ skuId }] : [], removeLicenses: gives ? [] : [skuId] };
    await world.ask('assign a licence', { method: 'POST', path: `${pathOf(person)}/assignLicense`, body });
  });
};
