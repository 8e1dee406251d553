/** Two who change, delete, restore or remove one person, or want one name or seat, at the same moment. */

import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { systemActor } from '../../../shared/domain/principal.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { matchesTag } from '../../../shared/graph/odata/entity-tag.ts';
import { entityTag } from '../../../shared/graph/people/entity-tag.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import { assignLicences } from '../../../shared/work/licences/assign-licences.ts';
import { serveWaitlist } from '../../../shared/work/licences/serve-waitlist.ts';
import { createPerson } from '../../../shared/work/people/create-person.ts';
import { deletePerson } from '../../../shared/work/people/delete-person.ts';
import { purgePeople } from '../../../shared/work/people/deleted-people.ts';
import { restorePerson } from '../../../shared/work/people/restore-person.ts';
import { updatePerson } from '../../../shared/work/people/update-person.ts';
import type { Asker } from '../../../shared/work/person-guard.ts';
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { clockAt, monday } from '../../fakes/clock.ts';
import { contoso, e3, idOf, person, administrator as principal } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { sparingNobody } from '../../fakes/sparing.ts';
import { onEveryStore } from '../stores.ts';

/** What each of those who acted at once came to: `done`, or the codes of the refusal. */
const ends = async (...acts: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(acts)).map((end) => {
    if (end.status === 'fulfilled') return 'done';
    if (!(end.reason instanceof Refused)) throw end.reason;
    return end.reason.message;
  });

onEveryStore((open) => {
  const setup = async (...people: Person[]) => {
    const { directory } = await open();
    await directory.putSku({ ...e3, enabled: 1 });
    if (people.length > 0) await directory.addPeople({ people, seatsFrom: 'free' });
    const { queues } = fakeQueues();
    const { now } = clockAt();
    const ports = {
      directory,
      queues,
      hashSlowly: hashCheaply,
      isCommonPassword,
      organisation: contoso,
      policy,
      now,
      shouldPause: () => false,
      ...sparingNobody,
    };
    const asking = (ifMatch?: string): Asker => ({
      principal,
      ...(ifMatch !== undefined && { isAsSeen: (person) => matchesTag(ifMatch, entityTag(person, policy)) }),
    });
    const read = async (name: string) => (await directory.readPeople([idOf(name)]))[0];
    return {
      ...ports,
      read,
      update: (name: string, update: object, ifMatch?: string) =>
        updatePerson({ name: idOf(name), update, faults: [], ...asking(ifMatch) }, ports),
      remove: (name: string, ifMatch?: string) => deletePerson({ name: idOf(name), ...asking(ifMatch) }, ports),
      restore: (name: string, newUserPrincipalName?: string) => {
        const request = { userId: idOf(name), principal, ...(newUserPrincipalName && { newUserPrincipalName }) };
        return restorePerson(request, ports);
      },
      create: (userPrincipalName: string) =>
        createPerson({ draft: { userPrincipalName, displayName: 'New' }, faults: [], principal }, ports),
      assign: (name: string) =>
        assignLicences(
          { idOrName: idOf(name), add: [{ licence: e3.skuId, disabledPlans: [] }], remove: [], principal },
          ports,
        ),
      serve: () => serveWaitlist(e3.skuId, ports),
      purge: (...names: string[]) =>
        purgePeople(names.map(idOf), { initiatedBy: systemActor('sweep'), now: monday }, directory),
      holder: async (userName: string) => (await directory.findByUserName(userName))?.id,
      free: async () => (await directory.readSku(e3.skuId))?.free,
    };
  };

  test('a rename takes the new name and frees the old one, which somebody else can have', async () => {
    const { update, create, holder, read } = await setup(person('ada'));
    await update('ada', { userPrincipalName: 'Lovelace@contoso.com' });
    expect(await holder('lovelace@contoso.com')).toBe(idOf('ada'));
    expect(await holder('ada@contoso.com')).toBeUndefined();
    const { person: other } = await create('ada@contoso.com');
    expect(await holder('ada@contoso.com')).toBe(other.id);
    expect((await read('ada'))?.pendingNotices).toMatchObject([{ kind: 'userNameChanged' }]);
  });

  test('two renames to one name: one has it, the other keeps the old one and hears who was first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { update, holder, read } = await setup(person('ada'), person('bob'));
      const wish = { userPrincipalName: 'boss@contoso.com', city: 'Paris' };
      const outcome = await ends(update('ada', wish), update('bob', wish));
      expect(outcome.toSorted()).toEqual(['UserNameTaken', 'done']);
      const [winner, loser] = outcome[0] === 'done' ? ['ada', 'bob'] : ['bob', 'ada'];
      expect(await holder('boss@contoso.com')).toBe(idOf(winner as string));
      expect(await holder(`${loser}@contoso.com`)).toBe(idOf(loser as string));
      expect([(await read(winner as string))?.city, (await read(loser as string))?.city]).toEqual(['Paris', undefined]);
      const told = await update(loser as string, wish).catch(({ refusals }) => refusals);
      expect(told).toEqual([
        { code: 'UserNameTaken', target: 'userPrincipalName', fact: `${winner} (${idOf(winner as string)})` },
      ]);
    }
  });

  test('two people swap names only by a third: neither is ever without one', async () => {
    const { update, holder } = await setup(person('ada'), person('bob'));
    const [toBob, toAda] = [{ userPrincipalName: 'bob@contoso.com' }, { userPrincipalName: 'ada@contoso.com' }];
    expect(await ends(update('ada', toBob), update('bob', toAda))).toEqual(['UserNameTaken', 'UserNameTaken']);
    expect([await holder('ada@contoso.com'), await holder('bob@contoso.com')]).toEqual([idOf('ada'), idOf('bob')]);
  });

  test('two who saw the same person: the first wins, the second hears that they look anew', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ada = person('ada');
      const { update, remove, read } = await setup(ada);
      const tag = entityTag(ada, policy);
      const outcome = await ends(
        update('ada', { city: 'Paris' }, tag),
        update('ada', { city: 'London' }, tag),
        remove('ada', tag),
      );
      expect(outcome.filter((end) => end === 'done')).toHaveLength(1);
      const lost = outcome.filter((end) => end !== 'done');
      expect(lost.every((end) => end === 'PreconditionFailed' || end === 'NotFound')).toBe(true);
      const after = await read('ada');
      expect(after?.version).toBe(2);
      expect(await ends(update('ada', { city: 'Rome' }, '*'))).toEqual([after?.deleted ? 'NotFound' : 'done']);
    }
  });

  test('a write that nobody sees does not cost a client its change', async () => {
    const ada = person('ada');
    const { update, directory } = await setup(ada);
    const leased = { ...ada.credentialMail, attempt: 1, leaseUntil: monday };
    await directory.changePeople([{ before: ada, after: { ...ada, credentialMail: leased } }]);
    expect(await update('ada', { city: 'Paris' }, entityTag(ada, policy))).toMatchObject({ city: 'Paris' });
  });

  test('two deletes: one deletes, the other finds nobody; seats and name are given up once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { remove, free, holder, read, directory } = await setup(person('ada', { skuIds: [e3.skuId] }));
      expect(await free()).toBe(0);
      expect((await ends(remove('ada'), remove('ada'))).toSorted()).toEqual(['NotFound', 'done']);
      expect([await free(), await holder('ada@contoso.com')]).toEqual([1, undefined]);
      expect((await read('ada'))?.deleted?.licenses).toEqual([{ skuId: e3.skuId }]);
      expect((await directory.listDeleted({ top: 5 })).people).toHaveLength(1);
    }
  });

  test('a delete and the last seat: whoever wanted it has it in the end, and it is counted once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { remove, assign, serve, free, read } = await setup(
        person('ada', { skuIds: [e3.skuId] }),
        person('bob', { usageLocation: 'NL' }),
      );
      expect(await ends(remove('ada'), assign('bob'))).toEqual(['done', 'done']);
      await serve();
      expect([await free(), (await read('bob'))?.assignedLicenses]).toEqual([0, [{ skuId: e3.skuId }]]);
    }
  });

  test('a delete and a licence for the same person: nobody holds a seat in death', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { remove, assign, free, read } = await setup(person('ada', { usageLocation: 'NL' }));
      const outcome = await ends(remove('ada'), assign('ada'));
      expect(outcome[0]).toBe('done');
      expect(['done', 'NotFound']).toContain(outcome[1]);
      expect([await free(), (await read('ada'))?.assignedLicenses]).toEqual([1, []]);
    }
  });

  test('a restore and a new person of the same name: one has it, the other is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { remove, restore, create, holder, read } = await setup(person('ada', { skuIds: [e3.skuId] }));
      await remove('ada');
      const outcome = await ends(restore('ada'), create('ada@contoso.com'));
      expect(outcome.toSorted()).toEqual(['UserNameTaken', 'done']);
      const isBack = outcome[0] === 'done';
      expect((await holder('ada@contoso.com')) === idOf('ada')).toBe(isBack);
      expect((await read('ada'))?.deleted === undefined).toBe(isBack);
    }
  });

  test('a name that somebody has meanwhile: refused with who has it, and another one is taken', async () => {
    const { remove, restore, create, holder, free } = await setup(person('ada', { skuIds: [e3.skuId] }));
    await remove('ada');
    const { person: heir } = await create('ADA@contoso.com');
    expect(await restore('ada').catch(({ refusals }) => refusals)).toEqual([
      { code: 'UserNameTaken', target: 'newUserPrincipalName', fact: `New (${heir.id})` },
    ]);
    expect(await free()).toBe(1);
    const { person: back } = await restore('ada', 'ada2@contoso.com');
    expect(back).toMatchObject({ userPrincipalName: 'ada2@contoso.com', assignedLicenses: [{ skuId: e3.skuId }] });
    expect([await holder('ada2@contoso.com'), await free()]).toEqual([idOf('ada'), 0]);
  });

  test('two restores: one brings them back, with one seat', async () => {
    const { remove, restore, free, directory } = await setup(person('ada', { skuIds: [e3.skuId] }));
    await remove('ada');
    expect((await ends(restore('ada'), restore('ada'))).toSorted()).toEqual(['NotFound', 'done']);
    expect([await free(), (await directory.listDeleted({ top: 5 })).people]).toEqual([0, []]);
  });

  test('two who come back for one seat: one has it, the other waits for it', async () => {
    const { remove, restore, assign, serve, read, directory } = await setup(
      person('ada', { usageLocation: 'NL' }),
      person('bob', { usageLocation: 'NL' }),
    );
    for (const name of ['ada', 'bob']) {
      await assign(name);
      await remove(name);
    }
    expect(await ends(restore('ada'), restore('bob'))).toEqual(['done', 'done']);
    await serve();
    const back = [await read('ada'), await read('bob')];
    expect(back.flatMap((one) => one?.assignedLicenses)).toEqual([{ skuId: e3.skuId }]);
    expect(back.flatMap((one) => one?.waitingLicenses)).toMatchObject([{ skuId: e3.skuId }]);
    expect(await directory.countWaiting(e3.skuId)).toBe(1);
  });

  test('a removal and a restore: back whole, or gone whole', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { remove, restore, purge, read, holder, free, directory } = await setup(
        person('ada', { skuIds: [e3.skuId] }),
      );
      await remove('ada');
      const [restored] = await ends(restore('ada'), purge('ada'));
      const isBack = restored === 'done';
      expect(['done', 'NotFound']).toContain(restored);
      expect([await read('ada'), await holder('ada@contoso.com')].map(Boolean)).toEqual([isBack, isBack]);
      expect([await free(), (await directory.listDeleted({ top: 5 })).people]).toEqual([isBack ? 0 : 1, []]);
      expect(await purge('ada')).toEqual([]);
    }
  });

  test('25 people from a file are removed in one write, each with the entry of the birth', async () => {
    const names = Array.from({ length: 25 }, (_, n) => `p${n}`);
    const people = names.map((name, n) => person(name, {}, { row: { importId: 'i', rowNumber: n, since: monday } }));
    const { remove, purge, directory } = await setup(...people);
    for (const name of names) await remove(name);
    expect(await purge(...names)).toHaveLength(25);
    expect(await directory.readPeople(names.map(idOf))).toEqual([]);
    expect(await directory.listDeleted({ top: 50 })).toEqual({ people: [] });
  });

  test('of the deleted only those go whose time it is, as they are at that moment', async () => {
    const { remove, directory, read } = await setup(person('ada'), person('bob'));
    for (const name of ['ada', 'bob']) await remove(name);
    const isToGo = ({ id }: Person) => id === idOf('bob');
    const purge = { initiatedBy: systemActor('sweep'), now: monday, isToGo };
    expect(await purgePeople([idOf('ada'), idOf('bob')], purge, directory)).toMatchObject([{ id: idOf('bob') }]);
    expect([(await read('ada'))?.deleted?.dateTime, await read('bob')]).toEqual([monday, undefined]);
  });

  describe('the last Global Administrator', () => {
    const admin = (name: string) => person(name, { roles: ['Global Administrator'] });

    test('can be neither deleted nor blocked, but changed', async () => {
      const { update, remove, read } = await setup(admin('ada'));
      expect(await ends(remove('ada'))).toEqual(['LastAdministrator']);
      expect(await ends(update('ada', { accountEnabled: false }))).toEqual(['LastAdministrator']);
      expect(await ends(update('ada', { city: 'Paris' }))).toEqual(['done']);
      expect(await read('ada')).toMatchObject({ accountEnabled: true, city: 'Paris', version: 2 });
    });

    test('of the last two who are deleted and blocked at once one stays', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { update, remove } = await setup(admin('ada'), admin('bob'));
        const outcome = await ends(remove('ada'), update('bob', { accountEnabled: false }));
        expect(outcome.toSorted()).toEqual(['LastAdministrator', 'done']);
      }
    });

    test('who comes back is one no more', async () => {
      const { remove, restore, read } = await setup(admin('ada'), admin('bob'));
      await remove('ada');
      await restore('ada');
      expect((await read('ada'))?.roles).toEqual([]);
      expect(await ends(remove('bob'))).toEqual(['LastAdministrator']);
    });
  });

  test('the deleted are listed by the names that they had, page by page, each once', async () => {
    const names = Array.from({ length: 23 }, (_, n) => `${n % 2 ? 'A' : 'a'}${(n * 7919) % 100}`);
    const { remove, create, directory } = await setup(...names.map((name) => person(name)));
    for (const name of names) await remove(name);
    // Two who had the same name, one after the other.
    const { person: again } = await create('a0@contoso.com');
    const ports = { directory, queues: fakeQueues().queues, organisation: contoso, now: clockAt().now };
    await deletePerson({ name: again.id, principal }, ports);
    const found: string[][] = [];
    for (let after: string | undefined = '!'; after !== undefined; ) {
      const page: Awaited<ReturnType<typeof directory.listDeleted>> = await directory.listDeleted({ top: 5, after });
      found.push(page.people.map(({ userPrincipalName }) => userPrincipalName.toLowerCase()));
      after = page.next;
    }
    const expected = [...names.map((name) => `${name}@contoso.com`.toLowerCase()), 'a0@contoso.com'].toSorted();
    expect(found.flat()).toEqual(expected);
    expect(found.every((page) => page.length <= 5)).toBe(true);
    expect((await directory.listPeople({ top: 50 })).people).toEqual([]);
  });
});
