/** Nobody holds anybody back: who lost is left out, and the others are added. */
import { addPeople } from '../../../shared/work/people/add-people.ts';
import { e3, idOf, person } from '../../fakes/people.ts';
import { newSystem } from '../imports/system.ts';

const setup = async () => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: 1 });
  await system.directory.addPeople({ people: [person('taken'), person('earlier')], seatsFrom: 'free' });
  return system;
};

test('names that are taken and people who are there already, in one call', async () => {
  const { directory, memory } = await setup();
  const rival = person('taken', { id: idOf('rival') });
  const people = [person('ada'), rival, person('earlier'), person('bob')];
  const outcome = await addPeople(people, directory);
  expect(outcome).toEqual({
    added: new Set([idOf('ada'), idOf('bob'), idOf('earlier')]),
    earlier: new Set([idOf('earlier')]),
    nameTaken: new Set([rival.id]),
    keysTaken: new Map(),
  });
  expect(memory.people.size).toBe(4);
});

test('everybody lost: nothing is written, and nothing is wrong', async () => {
  const { directory } = await setup();
  const outcome = await addPeople([person('taken', { id: idOf('rival') })], directory);
  expect([outcome.added.size, outcome.nameTaken.size]).toEqual([0, 1]);
});

test('a directory that refuses without a reason is given up', async () => {
  const refusing = async () => ({
    kind: 'lost' as const,
    ...{ nameTaken: [], holders: {}, keysTaken: [], alreadyAdded: [], short: [], stale: [] },
    ...{ lastAdministrator: false, resultRecorded: false },
  });
  await expect(addPeople([person('ada')], { addPeople: refusing })).rejects.toThrow();
});
