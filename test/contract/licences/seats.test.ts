/** Seats are counted, and never oversold. */

import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import { changePeople } from '../../../shared/work/change-people.ts';
import { createPerson } from '../../../shared/work/people/create-person.ts';
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { clockAt } from '../../fakes/clock.ts';
import { administrator, contoso, e3, ems, idOf, person } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  const setup = async (enabled = 1) => {
    const stores = await open();
    await stores.directory.putSku({ ...e3, enabled });
    const { queues } = fakeQueues();
    const ports = {
      ...stores,
      queues,
      hashSlowly: hashCheaply,
      isCommonPassword,
      organisation: contoso,
      policy: defaultPolicy,
      now: clockAt().now,
    };
    const create = (name: string) => {
      const draft = { userPrincipalName: `${name}@contoso.com`, displayName: name, licences: [e3.skuPartNumber] };
      return createPerson({ draft, faults: [], principal: administrator }, ports);
    };
    const free = async () => (await stores.directory.readSku(e3.skuId))?.free;
    return { ...stores, create, free };
  };
  const holding = (name: string) => person(name, { skuIds: [e3.skuId] });

  test('who holds a licence takes a seat; without one left nobody is added, and the licence is named', async () => {
    const { directory, free } = await setup(2);
    const [ada, bob, carl] = [holding('ada'), holding('bob'), holding('carl')];
    expect(await directory.addPeople({ people: [ada], seatsFrom: 'free' })).toEqual({ kind: 'added' });
    expect(await directory.addPeople({ people: [bob, carl], seatsFrom: 'free' })).toMatchObject({
      kind: 'lost',
      short: [e3.skuId],
      nameTaken: [],
      keysTaken: [],
    });
    expect([await free(), await directory.readPeople([bob.id, carl.id])]).toEqual([1, []]);
  });

  test('a licence that the organisation does not have is short', async () => {
    const { directory } = await setup();
    const people = [person('ada', { skuIds: [ems.skuId] })];
    expect(await directory.addPeople({ people, seatsFrom: 'free' })).toMatchObject({ short: [ems.skuId] });
  });

  test('people of an import take no free seat: theirs were reserved', async () => {
    const { directory, free } = await setup(1);
    await directory.addPeople({ people: [holding('ada'), holding('bob')], seatsFrom: 'reserved' });
    expect(await free()).toBe(1);
  });

  test('50 who want the last seat at once: one holds it, 49 wait, each once (case 20)', async () => {
    const { directory, create, free } = await setup(1);
    const created = await Promise.all(Array.from({ length: 50 }, (_, index) => create(`p${index}`)));
    const people = await directory.readPeople(created.map(({ person: { id } }) => id));
    expect(people).toHaveLength(50);
    expect(people.filter(({ assignedLicenses }) => assignedLicenses.length === 1)).toHaveLength(1);
    expect(people.filter(({ waitingLicenses }) => waitingLicenses.length === 1)).toHaveLength(49);
    expect([await free(), await directory.countWaiting(e3.skuId)]).toEqual([0, 49]);
    expect(new Set(await directory.waitingFor(e3.skuId, 100)).size).toBe(49);
  });

  test('a seat that is given up is free, and can be taken in the same write', async () => {
    const { directory, free } = await setup(1);
    const [ada, bob] = [holding('ada'), person('bob')];
    await directory.addPeople({ people: [ada, bob], seatsFrom: 'free' });
    const give = { before: ada, after: { ...ada, assignedLicenses: [] } };
    const take = { before: bob, after: { ...bob, assignedLicenses: [{ skuId: e3.skuId }] } };
    expect(await directory.changePeople([take])).toMatchObject({ kind: 'lost', stale: [], short: [e3.skuId] });
    expect(await directory.changePeople([give, take])).toEqual({ kind: 'changed' });
    expect(await free()).toBe(0);
    const [now] = await directory.readPeople([bob.id]);
    await changePeople([bob.id], (one) => ({ ...one, assignedLicenses: [] }), directory);
    expect([now?.assignedLicenses, await free()]).toEqual([[{ skuId: e3.skuId }], 1]);
  });

  test('20 who ask for the last of 5 seats at once: five get one', async () => {
    const { directory, free } = await setup(5);
    const people = Array.from({ length: 20 }, (_, index) => person(`p${index}`));
    await directory.addPeople({ people, seatsFrom: 'free' });
    const outcomes = await Promise.all(
      people.map(({ id }) =>
        changePeople([id], (one) => ({ ...one, assignedLicenses: [{ skuId: e3.skuId }] }), directory),
      ),
    );
    expect(outcomes.filter(({ changed }) => changed.length === 1)).toHaveLength(5);
    expect(outcomes.filter(({ short }) => short.includes(e3.skuId))).toHaveLength(15);
    expect(await free()).toBe(0);
  });

  test('a line is in the order of time, then row, and leaves it with the person', async () => {
    const { directory } = await setup(0);
    const waiting = (name: string, since: string, rowNumber: number) =>
      person(
        name,
        { skuIds: [e3.skuId] },
        {
          short: [e3.skuId],
          row: { importId: 'import', rowNumber, since: since as never },
        },
      );
    const people = [
      waiting('third', '2026-01-05T10:00:00.000Z', 9),
      waiting('fourth', '2026-01-05T10:00:00.000Z', 10),
      waiting('first', '2026-01-04T10:00:00.000Z', 900),
      waiting('second', '2026-01-05T09:00:00.000Z', 100_000),
    ];
    await directory.addPeople({ people, seatsFrom: 'free' });
    const inOrder = ['first', 'second', 'third', 'fourth'].map(idOf);
    expect(await directory.waitingFor(e3.skuId, 9)).toEqual(inOrder);
    expect(await directory.waitingFor(e3.skuId, 2)).toEqual(inOrder.slice(0, 2));
    await changePeople([idOf('second')], (one) => ({ ...one, waitingLicenses: [] }), directory);
    expect(await directory.waitingFor(e3.skuId, 9)).toEqual(inOrder.filter((id) => id !== idOf('second')));
    expect([await directory.countWaiting(e3.skuId), await directory.countWaiting(ems.skuId)]).toEqual([3, 0]);
  });
});
