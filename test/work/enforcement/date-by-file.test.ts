/** Another policy in the settings file: the first sweep after its deployment has everybody dated anew. */

import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import { deletedPerson } from '../../../shared/domain/people/deletion.ts';
import { defaultPolicy, type Policy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { settled } from '../../domain/enforcement/aging.ts';
import { monday } from '../../fakes/clock.ts';
import { fakeDirectory } from '../../fakes/directory.ts';
import { idOf } from '../../fakes/people.ts';
import { Life, mortal } from '../imports/mortal.ts';
import { newSystem, type System } from '../imports/system.ts';

const stricter: Policy = { ...defaultPolicy, passwordValidityDays: 30 };
const people = ['ada', 'grace', 'edith'].map((name) => ({
  ...settled(),
  id: idOf(name),
  userPrincipalName: `${name}@contoso.com`,
}));

/** A system with this file, in whose time people were added by the default one; a sweep has already run by that. */
const deployed = async (file: Policy): Promise<System> => {
  const system = newSystem({ policy: file });
  await fakeDirectory(system.memory, defaultPolicy).addPeople({ people, seatsFrom: 'free' });
  await system.take.sweeps({ kind: 'sweep' }, { ...system.ports, file: { ...system.file, policy: defaultPolicy } });
  system.queue.waiting.length = 0;
  return system;
};
const walks = ({ queue }: System) =>
  queue.waiting.filter(({ body }) => body.includes('redate')).map(({ seconds }) => seconds);
const dates = ({ memory }: System) => people.map(({ id }) => memory.due.get(id));
const wanted = people.map((person) => nextDue(person, stricter));

test('a stricter file is followed by two walks, as functions may still write by the one before; then by none', async () => {
  const system = await deployed(stricter);
  expect(dates(system)).not.toEqual(wanted);
  await system.take.sweeps({ kind: 'sweep' }, system.ports);
  expect(walks(system)).toEqual([...Array(16).fill(0), ...Array(16).fill(900)]);
  await system.drain();
  expect(dates(system)).toEqual(wanted);
  await system.take.sweeps({ kind: 'sweep' }, system.ports);
  expect(walks(system)).toEqual([]);
});

test('who is deleted keeps the days of restoring that were promised', async () => {
  const system = await deployed({ ...defaultPolicy, deletedDays: 7 });
  const [ada] = people as [(typeof people)[number]];
  const deleted = deletedPerson(ada, monday);
  await fakeDirectory(system.memory, defaultPolicy).changePeople([{ before: ada, after: deleted }]);
  await system.queues.sweeps([{ kind: 'sweep' }]);
  await system.drain();
  expect(dates(system)[0]).toBe(addDays(monday, 30));
});

test('neither the first sweep of all nor one by the same file walks', async () => {
  const system = newSystem();
  for (const _ of ['first', 'second']) {
    await system.take.sweeps({ kind: 'sweep' }, system.ports);
    expect(walks(system)).toEqual([]);
  }
});

test('killed after whichever call, the sweep or the one after it has everybody dated', async () => {
  for (let calls = 1; ; calls += 1) {
    const system = await deployed(stricter);
    const life = new Life(calls);
    await system.take.sweeps({ kind: 'sweep' }, mortal(system.ports, life)).catch(() => undefined);
    await system.take.sweeps({ kind: 'sweep' }, system.ports);
    await system.drain();
    expect(dates(system)).toEqual(wanted);
    if (!life.isOver) break;
  }
});
