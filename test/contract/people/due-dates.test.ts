/** The due index can be given an earlier moment, beside whoever changes the people. */
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy, type Policy } from '../../../shared/domain/policy.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { changePeople } from '../../../shared/work/change-people.ts';
import type { DatedPerson } from '../../../shared/work/enforcement/recompute-due-dates.ts';
import { settled } from '../../domain/enforcement/aging.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf } from '../../fakes/people.ts';
import { gathered, onEveryStore, type Stores } from '../stores.ts';

const strict: Policy = { ...defaultPolicy, domains: { 'contoso.com': { passwordValidityDays: 14 } } };

const named = (name: string, domain = 'contoso.com'): Person => ({
  ...settled(),
  id: idOf(name),
  userPrincipalName: `${name}@${domain}`,
});

const everybody = async ({ dates }: Pick<Stores, 'dates'>, more: { top?: number; domain?: string } = {}) => {
  const found: DatedPerson[] = [];
  for (let shard = 0; shard < 16; shard += 1) {
    let after: string | undefined;
    do {
      const page = await dates.datedPeople({ shard, top: 100, ...more, after });
      found.push(...page.people);
      after = page.next;
    } while (after !== undefined);
  }
  return found;
};

const idsDue = async ({ directory }: Pick<Stores, 'directory'>, now: Parameters<Stores['directory']['due']>[1]) => {
  const shards = Array.from({ length: 16 }, (_, shard) => gathered(directory.due(shard, now)));
  return (await Promise.all(shards)).flat(2).sort();
};

onEveryStore((open) => {
  const setup = async (...people: Person[]) => {
    const stores = await open();
    for (let start = 0; start < people.length; start += 49) {
      await stores.directory.addPeople({ people: people.slice(start, start + 49), seatsFrom: 'free' });
    }
    return { ...stores, strictly: stores.by(strict) };
  };

  test.each([1, 3, 100])('everybody is found once, through pages of %i, with the moment of the index', async (top) => {
    const people = Array.from({ length: 60 }, (_, n) => named(`p${n}`));
    const found = await everybody(await setup(...people), { top });
    const expected = people.map((person) => ({ person, dueAt: addDays(monday, 76) }));
    const byId = (one: DatedPerson, other: DatedPerson) => (one.person.id < other.person.id ? -1 : 1);
    expect(found.toSorted(byId)).toEqual(expected.toSorted(byId));
  });

  test('at a domain alone, where one is given; whoever has nothing ahead has no moment', async () => {
    const forEver = { ...defaultPolicy, passwordValidityDays: 0 };
    const stores = await open();
    const people = [named('ada'), named('ada', 'example.com'), named('bob', 'my.contoso.com')].map((one, n) => {
      return { ...one, id: idOf(`domain ${n}`) };
    });
    await stores.by(forEver).directory.addPeople({ people, seatsFrom: 'free' });
    expect(await everybody(stores, { domain: 'contoso.com' })).toEqual([{ person: people[0] }]);
  });

  test('who is put off is due later, and nothing else of the person changes; who was written meanwhile is left (mistake 8)', async () => {
    const [ada, bob] = [named('ada'), named('bob')];
    const stores = await setup(ada, bob);
    const [now, later] = [addDays(monday, 80), addDays(monday, 81)];
    // By two sweeps at once, the clock of one of them being behind.
    await Promise.all([stores.dates.putOff(ada.id, now, later), stores.dates.putOff(ada.id, now, later)]);
    await stores.dates.putOff(bob.id, addDays(monday, 10), addDays(monday, 11));
    expect(await idsDue(stores, now)).toEqual([bob.id]);
    expect(await idsDue(stores, later)).toEqual([ada.id, bob.id].sort());
    expect(await stores.directory.readPeople([ada.id])).toEqual([ada]);
    expect((await stores.directory.changePeople([{ before: ada, after: { ...ada, jobTitle: 'x' } }])).kind).toBe(
      'changed',
    );
    expect(await idsDue(stores, now)).toEqual([ada.id, bob.id].sort());
    await stores.dates.putOff(idOf('nobody'), now, later);
    expect(await stores.directory.readPeople([idOf('nobody')])).toEqual([]);
  });

  test('who is due at this very moment is put off', async () => {
    const ada = named('ada');
    const stores = await setup(ada);
    const now = addDays(monday, 76);
    await stores.dates.putOff(ada.id, now, addDays(now, 1));
    expect(await idsDue(stores, now)).toEqual([]);
    expect(await idsDue(stores, addDays(now, 1))).toEqual([ada.id]);
  });

  test('an earlier moment is found by the sweep, and nothing else of the person changes', async () => {
    const ada = named('ada');
    const stores = await setup(ada, named('bob'));
    expect(await stores.strictly.dates.dateEarlier(ada)).toBe(true);
    expect(await idsDue(stores, addDays(monday, 7))).toEqual([ada.id]);
    expect(await idsDue(stores, addSeconds(addDays(monday, 7), -1))).toEqual([]);
    expect(await stores.directory.readPeople([ada.id])).toEqual([ada]);
    expect((await everybody(stores)).find(({ person }) => person.id === ada.id)?.dueAt).toBe(addDays(monday, 7));
  });

  test('whoever has no moment gets one', async () => {
    const ada = named('ada');
    const stores = await open();
    const forEver = stores.by({ ...defaultPolicy, passwordValidityDays: 0 });
    await forEver.directory.addPeople({ people: [ada], seatsFrom: 'free' });
    expect(await forEver.dates.dateEarlier(ada)).toBe(false);
    expect(await stores.by(strict).dates.dateEarlier(ada)).toBe(true);
    expect(await idsDue(stores, addDays(monday, 7))).toEqual([ada.id]);
  });

  test('a moment is never moved later, nor written twice', async () => {
    const ada = named('ada');
    const { strictly, by, ...stores } = await setup(ada);
    await strictly.dates.dateEarlier(ada);
    expect(await strictly.dates.dateEarlier(ada)).toBe(false);
    expect(await by(defaultPolicy).dates.dateEarlier(ada)).toBe(false);
    expect(await idsDue(stores, addDays(monday, 7))).toEqual([ada.id]);
  });

  test('whoever was changed or removed meanwhile is left alone', async () => {
    const [ada, bob] = [named('ada'), named('bob')];
    const { strictly, directory, ...stores } = await setup(ada, bob);
    await directory.changePeople([{ before: ada, after: { ...ada, city: 'Paris' } }]);
    await directory.changePeople([{ before: bob }]);
    expect(await strictly.dates.dateEarlier(ada)).toBe(false);
    expect(await strictly.dates.dateEarlier(bob)).toBe(false);
    expect(await everybody(stores)).toEqual([
      { person: { ...ada, city: 'Paris', version: 2 }, dueAt: addDays(monday, 76) },
    ]);
    expect(await strictly.dates.dateEarlier({ ...ada, version: 2 })).toBe(true);
  });

  test('beside many changes by old and new settings, no change is lost, and a second walk dates everybody', async () => {
    const people = Array.from({ length: 10 }, (_, n) => named(`p${n}`));
    const ids = people.map(({ id }) => id);
    const { strictly, ...stores } = await setup(...people);
    const add = (phone: string, { directory }: Pick<Stores, 'directory'>) =>
      changePeople(ids, (one) => ({ ...one, businessPhones: [...one.businessPhones, phone] }), directory);
    const walk = async () => {
      for (const { person } of await everybody(strictly)) await strictly.dates.dateEarlier(person);
    };
    await Promise.all([add('1', stores), walk(), add('2', strictly), walk(), add('3', stores), walk()]);
    await walk();
    const after = await everybody(stores);
    expect(after.map(({ person }) => person.businessPhones.toSorted())).toEqual(ids.map(() => ['1', '2', '3']));
    expect(after.map(({ person }) => person.version)).toEqual(ids.map(() => 4));
    expect(after.map(({ dueAt }) => dueAt)).toEqual(after.map(({ person }) => nextDue(person, strict)));
  });
});
