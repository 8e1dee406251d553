/** A person's entries name the version that they made and the entry before, and the record names the newest. */
import { auditPlace } from '../../shared/domain/audit.ts';
import { systemActor } from '../../shared/domain/principal.ts';
import { changePeople } from '../../shared/work/change-people.ts';
import { hashOfEntry, markOf } from '../../shared/work/entry-chain.ts';
import { monday } from '../fakes/clock.ts';
import { fakeDirectory } from '../fakes/directory.ts';
import { newMemory } from '../fakes/memory.ts';
import { idOf, person } from '../fakes/people.ts';

const setup = async (...names: string[]) => {
  const memory = newMemory();
  const directory = fakeDirectory(memory);
  const born = (name: string) => ({ ...person(name), importId: idOf('import'), rowNumber: 1 });
  await directory.addPeople({ people: names.map(born), seatsFrom: 'free' });
  const audit = { activity: 'Update user' as const, initiatedBy: systemActor('test'), now: monday };
  const move = (name: string, city: string) =>
    changePeople([idOf(name)], (one) => ({ ...one, city }), directory, audit);
  const lease = (name: string) =>
    changePeople([idOf(name)], (one) => ({ ...one, lastSignInDateTime: monday }), directory, audit);
  const remove = (name: string) => changePeople([idOf(name)], () => 'remove', directory, audit);
  const marked = (name: string) => memory.people.get(idOf(name))?.newestEntry;
  return { memory, move, lease, remove, marked };
};

test('whoever came from a file begins a chain at the first change (weakness 12)', async () => {
  const { memory, move, marked } = await setup('ada');
  expect(marked('ada')).toBeUndefined();
  await move('ada', 'London');
  const [first] = memory.audit;
  expect(first?.chain).toEqual({ version: 2 });
  expect(marked('ada')).toEqual({ place: first && auditPlace(first), hash: first && hashOfEntry(first), days: 730 });
});

test('each names the one before it, and steps that leave no entry stand between versions only (weakness 12)', async () => {
  const { memory, move, lease, marked } = await setup('ada');
  await move('ada', 'London');
  await lease('ada');
  await move('ada', 'Paris');
  const [first, second] = memory.audit;
  expect(second?.chain).toEqual({ version: 4, previous: first && { ...markOf(first), days: 730 } });
  expect(marked('ada')).toMatchObject(second ? markOf(second) : {});
});

test('two who change one person at once write one chain (weakness 12)', async () => {
  const { memory, move } = await setup('ada');
  await Promise.all(['London', 'Paris', 'Rome', 'Oslo'].map((city) => move('ada', city)));
  expect(memory.audit.map(({ chain }) => chain?.version)).toEqual([2, 3, 4, 5]);
  for (const [index, { chain }] of memory.audit.entries()) {
    const before = memory.audit[index - 1];
    expect(chain?.previous?.hash).toBe(before && hashOfEntry(before));
  }
});

test('a removal ends the chain, and the birth that it tells of is not part of it', async () => {
  const { memory, move, remove } = await setup('ada');
  await move('ada', 'London');
  await remove('ada');
  const [first, birth, removal] = memory.audit;
  expect(birth?.chain).toBeUndefined();
  expect(removal?.chain).toMatchObject({ version: 3, previous: first && markOf(first) });
});

test('the hash is of what an entry says, in whatever order it is read', () => {
  const entry = {
    id: idOf('entry'),
    activityDateTime: monday,
    activityDisplayName: 'Update user',
    initiatedBy: systemActor('test'),
    target: { type: 'User', id: idOf('ada'), displayName: 'ada' },
    modifiedProperties: [{ displayName: 'city', oldValue: undefined, newValue: 'London' }],
  } as const;
  const other = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(entry).toReversed())));
  expect(hashOfEntry(other)).toBe(hashOfEntry({ ...entry, modifiedProperties: [...entry.modifiedProperties] }));
  expect(hashOfEntry({ ...other, activityDisplayName: 'Delete user' })).not.toBe(hashOfEntry(other));
});
