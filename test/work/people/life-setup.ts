/** A system whose people are changed, deleted and restored. */
import type { Person } from '../../../shared/domain/person.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { assignLicences } from '../../../shared/work/licences/assign-licences.ts';
import { deletePerson } from '../../../shared/work/people/delete-person.ts';
import { restorePerson } from '../../../shared/work/people/restore-person.ts';
import { updatePerson } from '../../../shared/work/people/update-person.ts';
import { administrator, e3, idOf, person } from '../../fakes/people.ts';
import { newSystem } from '../imports/system.ts';

/** A person with an address of their own. */
export const ada = person('ada', { usageLocation: 'NL', otherMails: ['ada@example.net'] });

/** A system with one licence, and what is done to its people. */
export const setup = async (people: Person[] = [ada], enabled = 1) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled });
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  const { ports, memory } = system;
  const refused = async (act: Promise<unknown>) => {
    const error = await act.catch((reason: unknown) => reason);
    if (!(error instanceof Refused)) throw error ?? new Error('it was not refused');
    return error.refusals.map(({ code, target = '' }) => `${code} ${target}`.trim());
  };
  type Own = { principal?: Principal; own?: typeof ports; name?: string };
  return {
    ...system,
    refused,
    now: (name = 'ada') => memory.people.get(idOf(name)),
    update: (update: object, { principal = administrator, own = ports, name = 'ada' }: Own = {}) =>
      updatePerson({ name: name.includes('@') ? name : idOf(name), update, faults: [], principal }, own),
    remove: ({ principal = administrator, own = ports, name = 'ada' }: Own = {}) =>
      deletePerson({ name: name.includes('@') ? name : idOf(name), principal }, own),
    restore: ({ principal = administrator, own = ports, name = 'ada' }: Own = {}) =>
      restorePerson({ userId: idOf(name), principal }, own),
    assign: (name: string) =>
      assignLicences(
        { idOrName: idOf(name), add: [{ licence: e3.skuId, disabledPlans: [] }], remove: [], principal: administrator },
        ports,
      ),
    told: (name = 'ada') =>
      memory.audit.filter(({ target }) => target.id === idOf(name)).map((entry) => entry.activityDisplayName),
    mailsTo: (address: string) => system.post.sent.filter(({ to }) => to.includes(address)),
  };
};
