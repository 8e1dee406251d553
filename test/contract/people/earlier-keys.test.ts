/** People of an earlier release are given their claims on keys, by walks that may die, come twice, and meet changes. */
import type { Person } from '../../../shared/domain/person.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { everyShard } from '../../../shared/domain/uuid.ts';
import { changePeople } from '../../../shared/work/change-people.ts';
import { claimEarlierKeys, startKeyWalks } from '../../../shared/work/enforcement/claim-earlier-keys.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf, person } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { sparingNobody } from '../../fakes/sparing.ts';
import { Life, mortal } from '../../work/imports/mortal.ts';
import { onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  /** People as an earlier release left them: with ids and without claims, two of them with one. */
  const setup = async (ids: Record<string, string>) => {
    const stores = await open();
    const { directory, earlierKeys, policyMark, dates } = stores;
    for (const [name, employeeId] of Object.entries(ids)) {
      await directory.addPeople({ people: [person(name, { employeeId })], seatsFrom: 'free' });
      await stores.forgetKeys();
    }
    await policyMark.write('of an earlier release');
    const { queues, in: waitingIn } = fakeQueues();
    const ports = {
      ...{ directory, earlierKeys, policyMark, dates, queues, now: () => monday, shouldPause: () => false },
      ...sparingNobody,
    };
    const walk = async (own = ports) => {
      await earlierKeys.begin(monday, []);
      for (const shard of everyShard) await claimEarlierKeys({ kind: 'claimKeys', shard }, own);
    };
    const holders = async (key: string) =>
      [...(await directory.keyHolders('employeeId', [key])).values()].flat().toSorted();
    const change = (name: string, more: Partial<Person>) =>
      changePeople([idOf(name)], (one) => ({ ...one, ...more }), directory);
    const found = async (value: string) =>
      (await directory.listPeople({ top: 5, filter: [{ property: 'employeeId', test: 'eq', value }] })).people.map(
        ({ id }) => id,
      );
    return { ...stores, ports, walk, holders, change, found, waitingIn };
  };
  const both = [idOf('ada'), idOf('bob')].toSorted();

  test('everybody gets theirs, nobody is changed, and two of one id keep it', async () => {
    const { walk, holders, directory, earlierKeys } = await setup({ ada: 'E1', bob: 'e1', cem: 'E2' });
    await walk();
    await walk();
    expect([await holders('E1'), await holders('E2')]).toEqual([both, [idOf('cem')]]);
    const people = await directory.readPeople([...both, idOf('cem')]);
    expect(people.map(({ version }) => version)).toEqual([1, 1, 1]);
    expect((await earlierKeys.read())?.done.toSorted((one, other) => one - other)).toEqual([...everyShard]);
  });

  test('nobody else can take an id that two have, until the last of them gives it up', async () => {
    const { walk, holders, change, directory } = await setup({ ada: 'E1', bob: 'E1', cem: 'E2' });
    await walk();
    expect((await change('cem', { employeeId: 'E1' })).keysTaken).toEqual([
      { id: idOf('cem'), source: 'employeeId', holders: expect.arrayContaining(both) },
    ]);
    await change('ada', { employeeId: 'E3' });
    expect([await holders('E1'), await holders('E3')]).toEqual([[idOf('bob')], [idOf('ada')]]);
    expect((await change('cem', { employeeId: 'E1' })).keysTaken).toHaveLength(1);
    await change('bob', { employeeId: 'E4' });
    expect(await holders('E1')).toEqual([]);
    expect((await change('cem', { employeeId: 'E1' })).changed).toHaveLength(1);
    const dan = person('dan', { employeeId: 'E2' });
    expect(await directory.addPeople({ people: [dan], seatsFrom: 'free' })).toEqual({ kind: 'added' });
  });

  test('two of one id give it up in one write, or one takes over from both', async () => {
    const { walk, holders, directory } = await setup({ ada: 'E1', bob: 'E1' });
    await walk();
    const [ada, bob] = (await directory.readPeople([idOf('ada'), idOf('bob')])) as [Person, Person];
    const changes = [
      { before: ada, after: { ...ada, employeeId: 'E2' } },
      { before: bob, after: { ...bob, employeeId: 'E3' } },
    ];
    expect(await directory.changePeople(changes)).toEqual({ kind: 'changed' });
    expect([await holders('E1'), await holders('E2'), await holders('E3')]).toEqual([[], [idOf('ada')], [idOf('bob')]]);
  });

  test("before the walks, who has no claim is changed, renamed and deleted like anybody, and takes nobody's claim", async () => {
    const { holders, change, walk } = await setup({ ada: 'E1', bob: 'E1', cem: 'E1' });
    await change('ada', { userPrincipalName: 'lovelace@contoso.com' });
    expect(await holders('E1')).toEqual([idOf('ada')]);
    // Who gives up what another has claimed leaves that alone; who keeps it by another name shares it.
    expect((await change('cem', { employeeId: 'E9', city: 'Delft' })).changed).toHaveLength(1);
    expect(await holders('E1')).toEqual([idOf('ada')]);
    await change('bob', { userPrincipalName: 'babbage@contoso.com' });
    expect(await holders('E1')).toEqual(both);
    await change('bob', { deleted: { dateTime: monday, licenses: [] } });
    expect(await holders('E1')).toEqual([idOf('ada')]);
    await walk();
    expect([await holders('E1'), await holders('E9')]).toEqual([[idOf('ada')], [idOf('cem')]]);
  });

  test('somebody who changes while they are given their claim has the right one in the end', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { walk, change, holders } = await setup({ ada: 'E1', bob: 'E1' });
      await Promise.all([
        walk(),
        change('ada', { employeeId: 'E2' }),
        change('bob', { userPrincipalName: 'zoe@contoso.com' }),
        walk(),
      ]);
      await walk();
      expect([await holders('E1'), await holders('E2')]).toEqual([[idOf('bob')], [idOf('ada')]]);
    }
  });

  test('whoever was changed since they were read gets no claim by what they were', async () => {
    const { change, holders, earlierKeys, directory } = await setup({ ada: 'E1', bob: 'E1' });
    const people = await directory.readPeople([idOf('ada'), idOf('bob')]);
    await change('ada', { employeeId: 'E2' });
    await change('bob', { deleted: { dateTime: monday, licenses: [] } });
    expect(await earlierKeys.unclaimed(people)).toEqual(people);
    for (const one of people) expect(await earlierKeys.claim(one)).toBe(false);
    expect([await holders('E1'), await holders('E2')]).toEqual([[], [idOf('ada')]]);
  });

  test.each([1, 2, 3, 5, 8])('a walk that dies after %i calls is made again by the next sweep', async (calls) => {
    const { walk, ports, holders } = await setup({ ada: 'E1', bob: 'E1', cem: 'E2' });
    await Promise.allSettled([walk(mortal(ports, new Life(calls)))]);
    await walk();
    expect([await holders('E1'), await holders('E2')]).toEqual([both, [idOf('cem')]]);
  });

  test('the walks begin when no function of the release before can be running, and end for good', async () => {
    const { ports, waitingIn, walk } = await setup({ ada: 'E1' });
    const asked = () => waitingIn('sweeps').map(({ shard }) => shard);
    await startKeyWalks(ports);
    await startKeyWalks(ports);
    expect(asked()).toEqual([]);
    const later = { ...ports, now: () => addSeconds(monday, 900) };
    await startKeyWalks(later);
    expect(asked()).toEqual([...everyShard]);
    await walk();
    await startKeyWalks(later);
    expect(asked()).toHaveLength(everyShard.length);
  });

  test('where no sweep was ever made there is no earlier release, and no walk', async () => {
    const { earlierKeys, policyMark, dates } = await open();
    const { queues, in: waitingIn } = fakeQueues();
    const ports = { earlierKeys, policyMark, dates, queues, shouldPause: () => false, ...sparingNobody };
    await startKeyWalks({ ...ports, now: () => monday });
    await startKeyWalks({ ...ports, now: () => addSeconds(monday, 900) });
    expect(waitingIn('sweeps')).toEqual([]);
  });

  test('employeeId eq finds whoever has the id: before the walks, after them, and both who have one', async () => {
    const { found, walk, change } = await setup({ ada: 'É1', bob: 'é1', cem: 'E2' });
    expect((await found('E\u03011')).toSorted()).toEqual(both);
    await walk();
    expect((await found('E\u03011')).toSorted()).toEqual(both);
    expect([await found('e2'), await found('E3'), await found(''), await found('x'.repeat(500))]).toEqual([
      [idOf('cem')],
      ...[[], [], []],
    ]);
    await change('cem', { deleted: { dateTime: monday, licenses: [] } });
    expect(await found('E2')).toEqual([]);
  });
});
