/** A person is written only as long as nobody else wrote since it was read. */
import { auditOfChange } from '../../../shared/domain/audit.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { systemActor } from '../../../shared/domain/principal.ts';
import { addDays, instant } from '../../../shared/domain/time.ts';
import { changePeople } from '../../../shared/work/change-people.ts';
import { monday } from '../../fakes/clock.ts';
import { e3, idOf, person } from '../../fakes/people.ts';
import { gathered, onEveryStore } from '../stores.ts';

const lost = { kind: 'lost', stale: [], short: [], nameTaken: [], keysTaken: [], lastAdministrator: false };

onEveryStore((open) => {
  const setup = async (...people: Person[]) => {
    const { directory } = await open();
    await directory.addPeople({ people, seatsFrom: 'free' });
    const read = async ({ id }: Person) => (await directory.readPeople([id]))[0] as Person;
    return { directory, read };
  };

  test('a change is written and raises the version', async () => {
    const ada = person('ada');
    const { directory, read } = await setup(ada);
    const after = { ...ada, jobTitle: 'Countess' };
    expect(await directory.changePeople([{ before: ada, after }])).toEqual({ kind: 'changed' });
    expect(await read(ada)).toEqual({ ...after, version: 2 });
  });

  test('who read earlier loses, is named, and changes nobody', async () => {
    const [ada, bob] = [person('ada'), person('bob')];
    const { directory, read } = await setup(ada, bob);
    await directory.changePeople([{ before: ada, after: { ...ada, city: 'London' } }]);
    const late = await directory.changePeople([
      { before: bob, after: { ...bob, city: 'Paris' } },
      { before: ada, after: { ...ada, city: 'Paris' } },
    ]);
    expect(late).toEqual({ ...lost, stale: [ada.id] });
    expect([await read(ada), await read(bob)]).toEqual([{ ...ada, city: 'London', version: 2 }, bob]);
  });

  test('two people may change user names in one write, and who gives none up is handed none', async () => {
    const [ada, bob, eve] = [person('ada'), person('bob'), person('eve')];
    const { directory, read } = await setup(ada, bob, eve);
    const named = (one: Person, other: Person) => ({ ...one, userPrincipalName: other.userPrincipalName });
    const swap = [
      { before: ada, after: named(ada, bob) },
      { before: bob, after: named(bob, ada) },
    ];
    // Who gives up no name hands none over.
    const barred = await directory.changePeople([{ before: eve, after: named(eve, bob) }]);
    expect(barred).toEqual({ ...lost, nameTaken: [{ id: eve.id, holder: bob.id }] });
    expect(await directory.changePeople(swap)).toEqual({ kind: 'changed' });
    expect((await directory.findByUserName(ada.userPrincipalName))?.id).toBe(bob.id);
    expect((await directory.findByUserName(bob.userPrincipalName))?.id).toBe(ada.id);
    // Once more, as they were read before: nobody changes.
    expect(await directory.changePeople(swap)).toMatchObject({ kind: 'lost', stale: [ada.id, bob.id] });
    expect((await read(ada)).userPrincipalName).toBe(bob.userPrincipalName);
  });

  test('somebody who is not there cannot be changed into being', async () => {
    const { directory } = await setup(person('ada'));
    const ghost = person('ghost');
    const outcome = await directory.changePeople([{ before: ghost, after: ghost }]);
    expect(outcome).toEqual({ ...lost, stale: [ghost.id] });
    expect(await directory.readPeople([ghost.id])).toEqual([]);
  });

  test('of many changes at once none is lost: each loser reads again', async () => {
    const ada = person('ada');
    const { directory, read } = await setup(ada);
    const writers = Array.from({ length: 8 }, (_, index) => `+31 ${index}`);
    const add = (phone: string) =>
      changePeople([ada.id], (one) => ({ ...one, businessPhones: [...one.businessPhones, phone] }), directory);
    await Promise.all(writers.map(add));
    const after = await read(ada);
    expect(after.businessPhones.toSorted()).toEqual(writers);
    expect(after.version).toBe(9);
  });

  test('25 people with their audit entries and their places in a line fit one write', async () => {
    const wish = { skuIds: [e3.skuId] };
    const people = Array.from({ length: 25 }, (_, index) => person(`p${index}`, wish, { short: [e3.skuId] }));
    const { directory } = await setup(...people);
    const audit = { activity: 'Assign waiting license' as const, initiatedBy: systemActor('sweep'), now: monday };
    await directory.putSku({ ...e3, enabled: 30 });
    const changes = people.map((before) => {
      const after = { ...before, assignedLicenses: [{ skuId: e3.skuId }], waitingLicenses: [] };
      return { before, after, audit: [auditOfChange(before, after, { ...audit, id: idOf(`audit ${before.id}`) })] };
    });
    expect(await directory.changePeople(changes)).toEqual({ kind: 'changed' });
    expect(await directory.readSku(e3.skuId)).toMatchObject({ free: 5 });
    expect(await directory.countWaiting(e3.skuId)).toBe(0);
  });

  describe('who is due', () => {
    const dueAt = (name: string, moment: string) => {
      const one = person(name);
      return { ...one, credentialMail: { ...one.credentialMail, retryAt: instant(moment) } };
    };
    const idsDue = async ({ directory }: Awaited<ReturnType<typeof setup>>, moment: string) => {
      const shards = Array.from({ length: 16 }, (_, shard) => gathered(directory.due(shard, instant(moment))));
      return (await Promise.all(shards)).map((pages) => pages.flat());
    };

    test('people are found when their moment has come, in the order of their moments', async () => {
      const names = Array.from({ length: 60 }, (_, index) => `p${index}`);
      const minute = (index: number) => `2026-01-05T10:${String((index * 7) % 60).padStart(2, '0')}:00Z`;
      const people = names.map((name, index) => dueAt(name, minute(index)));
      const stores = await setup(...people.slice(0, 40));
      await stores.directory.addPeople({ people: people.slice(40), seatsFrom: 'free' });
      expect((await idsDue(stores, '2026-01-05T09:59:59.999Z')).flat()).toEqual([]);
      const now = '2026-01-05T10:29:00.000Z';
      const due = people.filter(({ credentialMail }) => (credentialMail.retryAt ?? '') <= now);
      const inOrder = due.toSorted((one, other) =>
        (one.credentialMail.retryAt ?? '') < (other.credentialMail.retryAt ?? '') ? -1 : 1,
      );
      const expected = Array.from({ length: 16 }, (_, shard) =>
        inOrder.map(({ id }) => id).filter((id) => Number.parseInt(id.charAt(0), 16) === shard),
      );
      expect(await idsDue(stores, now)).toEqual(expected);
    });

    test('a change of the person moves its moment, or takes it away', async () => {
      const ada = dueAt('ada', '2026-01-05T10:00:00Z');
      const stores = await setup(ada);
      const sent = { ...ada.credentialMail, state: 'sent' as const };
      await stores.directory.changePeople([{ before: ada, after: { ...ada, credentialMail: sent } }]);
      expect((await idsDue(stores, '2026-01-06T10:00:00Z')).flat()).toEqual([]);
      expect((await idsDue(stores, addDays(monday, 76))).flat()).toEqual([ada.id]);
    });
  });
});
