/** Keys of sources are claims: one person has one, whoever comes at the same moment, and whatever they had before. */
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { systemActor } from '../../../shared/domain/principal.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import { createPerson } from '../../../shared/work/people/create-person.ts';
import { deletePerson } from '../../../shared/work/people/delete-person.ts';
import { purgePeople } from '../../../shared/work/people/deleted-people.ts';
import { restorePerson } from '../../../shared/work/people/restore-person.ts';
import { updatePerson } from '../../../shared/work/people/update-person.ts';
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { clockAt, monday } from '../../fakes/clock.ts';
import { contoso, idOf, person, administrator as principal } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { onEveryStore } from '../stores.ts';

/** What each of those who acted at once came to: `done`, or the codes of the refusal. */
const ends = async (...acts: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(acts)).map((end) => {
    if (end.status === 'fulfilled') return 'done';
    if (!(end.reason instanceof Refused)) throw end.reason;
    return end.reason.message;
  });

const refusalOf = (act: Promise<unknown>) => act.then(undefined, ({ refusals }) => refusals);

onEveryStore((open) => {
  const setup = async (...people: Person[]) => {
    const { directory } = await open();
    if (people.length > 0) await directory.addPeople({ people, seatsFrom: 'free' });
    const ports = {
      ...{ directory, queues: fakeQueues().queues, hashSlowly: hashCheaply, isCommonPassword },
      ...{ organisation: contoso, policy, now: clockAt().now },
    };
    return {
      directory,
      create: (name: string, employeeId: string) =>
        createPerson(
          {
            draft: { userPrincipalName: `${name}@contoso.com`, displayName: name, employeeId },
            ...{ faults: [], principal, idempotencyKey: name },
          },
          ports,
        ),
      update: (name: string, update: object) =>
        updatePerson({ name: idOf(name), update, faults: [], principal }, ports),
      remove: (name: string) => deletePerson({ name: idOf(name), principal }, ports),
      restore: (name: string) => restorePerson({ userId: idOf(name), principal }, ports),
      purge: (name: string) => purgePeople([idOf(name)], { initiatedBy: systemActor('sweep'), now: monday }, directory),
      read: async (name: string) => (await directory.readPeople([idOf(name)]))[0] as Person,
      holders: async (key: string) => [...(await directory.keyHolders('employeeId', [key])).values()].flat(),
    };
  };
  const employee = (name: string, employeeId?: string) => person(name, { ...(employeeId && { employeeId }) });

  test('an employee id is held by the person, in any case and composition; who has none holds nothing', async () => {
    const { holders, directory } = await setup(employee('ada', 'É-7'), employee('bob'));
    expect(await holders('E\u0301-7')).toEqual([idOf('ada')]);
    expect(await holders('é-7')).toEqual([idOf('ada')]);
    const found = await directory.keyHolders('employeeId', ['8', 'é-7', 'É-7', '']);
    expect([...found]).toEqual([['é-7', [idOf('ada')]]]);
  });

  test('two are added with one id at the same moment: one is there, the other is refused, and who has it is named', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { create, holders, directory } = await setup();
      const outcome = await ends(create('ada', 'E7'), create('bob', 'e7'));
      expect(outcome.toSorted()).toEqual(['EmployeeIdTaken', 'done']);
      const [winner, loser] = outcome[0] === 'done' ? ['ada', 'bob'] : ['bob', 'ada'];
      const id = (await directory.findByUserName(`${winner}@contoso.com`))?.id;
      expect(await holders('E7')).toEqual([id]);
      expect(await directory.findByUserName(`${loser}@contoso.com`)).toBeUndefined();
      const told = await refusalOf(create(loser as string, 'E7'));
      expect(told).toEqual([{ code: 'EmployeeIdTaken', target: 'employeeId', fact: `${winner} (${id})` }]);
      // The same request again finds the person whom it made.
      expect((await create(winner as string, winner === 'ada' ? 'E7' : 'e7')).person.id).toBe(id);
    }
  });

  test('an addition and a change want one id: one has it, and nobody has it twice', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { create, update, holders, read } = await setup(employee('ada', 'E1'));
      const outcome = await ends(create('bob', 'E7'), update('ada', { employeeId: 'E7', city: 'Paris' }));
      expect(outcome.toSorted()).toEqual(['EmployeeIdTaken', 'done']);
      expect(await holders('E7')).toHaveLength(1);
      const isChanged = outcome[1] === 'done';
      expect(await holders('E1')).toEqual(isChanged ? [] : [idOf('ada')]);
      expect(await read('ada')).toMatchObject(isChanged ? { employeeId: 'E7', city: 'Paris' } : { employeeId: 'E1' });
    }
  });

  test('a change gives up the former id; null gives it up too; another case of it keeps it', async () => {
    const { update, create, holders } = await setup(employee('ada', 'E1'));
    await update('ada', { employeeId: 'E2' });
    expect([await holders('E1'), await holders('E2')]).toEqual([[], [idOf('ada')]]);
    await update('ada', { employeeId: 'e2' });
    expect(await holders('E2')).toEqual([idOf('ada')]);
    await update('ada', { employeeId: null });
    expect(await holders('E2')).toEqual([]);
    await create('bob', 'E2');
    expect(await refusalOf(update('ada', { employeeId: 'E2' }))).toMatchObject([{ code: 'EmployeeIdTaken' }]);
  });

  test('two people swap ids in one write, and by two writes only by a third id', async () => {
    const { directory, update, holders, read } = await setup(employee('ada', 'E1'), employee('bob', 'E2'));
    expect(await ends(update('ada', { employeeId: 'E2' }), update('bob', { employeeId: 'E1' }))).toEqual([
      'EmployeeIdTaken',
      'EmployeeIdTaken',
    ]);
    const [ada, bob] = [await read('ada'), await read('bob')];
    const swap = [
      { before: ada, after: { ...ada, employeeId: 'E2' } },
      { before: bob, after: { ...bob, employeeId: 'E1' } },
    ];
    expect(await directory.changePeople(swap)).toEqual({ kind: 'changed' });
    expect([await holders('E1'), await holders('E2')]).toEqual([[idOf('bob')], [idOf('ada')]]);
    expect(await directory.changePeople(swap)).toMatchObject({ kind: 'lost', stale: [ada.id, bob.id] });
  });

  test('two who would take one id in one write: nothing is written, and the second hears of the first', async () => {
    const { directory, holders } = await setup();
    const [ada, bob] = [employee('ada', 'E7'), employee('bob', 'e7')];
    expect(await directory.addPeople({ people: [ada, bob], seatsFrom: 'free' })).toMatchObject({
      kind: 'lost',
      keysTaken: [{ id: bob.id, source: 'employeeId', holders: [ada.id] }],
    });
    expect([await directory.readPeople([ada.id, bob.id]), await holders('E7')]).toEqual([[], []]);
  });

  test('a transaction that is repeated finds its people there, and no key taken', async () => {
    const people = [employee('ada', 'E1'), employee('bob', 'E2'), employee('cem')];
    const { directory, holders } = await setup(...people);
    expect(await directory.addPeople({ people, seatsFrom: 'free' })).toMatchObject({
      ...{ alreadyAdded: people.map(({ id }) => id), nameTaken: [], keysTaken: [] },
    });
    expect(await holders('E1')).toEqual([idOf('ada')]);
  });

  test('who is deleted gives the id up at once; a deletion and an addition at the same moment double nobody', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { remove, create, holders, read } = await setup(employee('ada', 'E7'));
      const [removed, created] = await ends(remove('ada'), create('bob', 'E7'));
      expect(removed).toBe('done');
      expect(['done', 'EmployeeIdTaken']).toContain(created);
      expect(await holders('E7')).toHaveLength(created === 'done' ? 1 : 0);
      expect(await holders('E7')).not.toContain(idOf('ada'));
      expect((await read('ada')).employeeId).toBe('E7');
    }
  });

  test('who is restored has the id again, unless somebody has it meanwhile, who is named', async () => {
    const { remove, restore, create, update, holders, directory } = await setup(employee('ada', 'E7'));
    await remove('ada');
    await restore('ada');
    expect(await holders('E7')).toEqual([idOf('ada')]);
    await remove('ada');
    const { person: bob } = await create('bob', 'E7');
    expect(await refusalOf(restore('ada'))).toEqual([
      { code: 'EmployeeIdTaken', target: 'employeeId', fact: `bob (${bob.id})` },
    ]);
    expect((await directory.listDeleted({ top: 5 })).people.map(({ id }) => id)).toEqual([idOf('ada')]);
    await directory.changePeople([{ before: bob, after: { ...bob, employeeId: 'E8' } }]);
    await restore('ada');
    expect(await holders('E7')).toEqual([idOf('ada')]);
    expect(await update('ada', { city: 'Paris' })).toMatchObject({ city: 'Paris', employeeId: 'E7' });
  });

  test('a restore and an addition want one id at the same moment: one has it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { remove, restore, create, holders } = await setup(employee('ada', 'E7'));
      await remove('ada');
      const outcome = await ends(restore('ada'), create('bob', 'E7'));
      expect(outcome.toSorted()).toEqual(['EmployeeIdTaken', 'done']);
      expect(await holders('E7')).toHaveLength(1);
    }
  });

  test("who is removed for good takes nobody's id along", async () => {
    const { remove, purge, create, holders } = await setup(employee('ada', 'E7'));
    await remove('ada');
    const { person: bob } = await create('bob', 'E7');
    await purge('ada');
    expect(await holders('E7')).toEqual([bob.id]);
  });
});
