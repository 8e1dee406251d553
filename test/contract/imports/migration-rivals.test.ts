/** A row of a migration, and somebody who gives a licence to its person, changes or deletes them at the same moment. */
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import type { Directory } from '../../../shared/work/directory.ts';
import { assignLicences } from '../../../shared/work/licences/assign-licences.ts';
import { deletePerson } from '../../../shared/work/people/delete-person.ts';
import { updatePerson } from '../../../shared/work/people/update-person.ts';
import { administrator, e3, idOf, person } from '../../fakes/people.ts';
import { newSystem } from '../../work/imports/system.ts';
import { batches } from '../../work/migrations/ask-batch.ts';
import { onEveryStore } from '../stores.ts';

const ann = person('ann', { usageLocation: 'NL', displayName: 'Ann Beebe' });
const id = idOf('ann');
const content = 'EmailAddress,Password,ForceChangePassword\nann@contoso.com,,False';

/** Who has read first, and writes last; `at once`: as it happens to be. */
const orders = ['the row is first', 'the row is last', 'both at once'] as const;

onEveryStore((open) => {
  const setup = async () => {
    const stores = await open();
    await stores.directory.putSku({ ...e3, enabled: 1 });
    await stores.directory.addPeople({ people: [ann], seatsFrom: 'free' });
    /** What happens between the row's look at its person and its write, and between those of its rival. */
    const between: { row?: () => Promise<unknown>; rival?: () => Promise<unknown> } = {};
    const afterwards = async (whose: keyof typeof between) => {
      const happens = between[whose];
      delete between[whose];
      await happens?.();
    };
    const directory: Directory = {
      ...stores.directory,
      addPeople: async (addition) => {
        if (addition.changes?.length) await afterwards('row');
        return stores.directory.addPeople(addition);
      },
      changePeople: async (...changes) => {
        await afterwards('rival');
        return stores.directory.changePeople(...changes);
      },
    };
    const system = newSystem({ stores: { ...stores, directory } });
    const { request } = batches(system);
    const job = await request();
    await system.announce(job.file.key, content);
    await system.drain({ only: ['files'] });
    const [chunk] = system.queue.waiting;
    const migrate = (twice = true) => system.drain({ twice });
    const race = async (order: (typeof orders)[number], act: () => Promise<unknown>) => {
      if (order === 'the row is first') between.rival = () => migrate();
      if (order === 'the row is last') between.row = act;
      if (order === 'the row is first') await act();
      else if (order === 'the row is last') await migrate(false);
      else await Promise.all([migrate(), act()]);
      // What was queued by the last of both, and the chunk once more.
      if (chunk) await system.take.rows(JSON.parse(chunk.body), system.ports);
      await migrate();
      expect(between).toEqual({});
    };
    const end = async () => {
      const { created, updated, unchanged, refused } = await stores.imports.progress(job.id);
      expect(created + updated + unchanged + refused).toBe(1);
      expect((await stores.imports.readResults(job.id, 0, 9)).flatMap(({ rows }) => rows)).toHaveLength(1);
      for (let shard = 0; shard < 16; shard += 1) {
        const { people } = await stores.dates.datedPeople({ shard, top: 10 });
        for (const { person: one, dueAt } of people) expect(dueAt).toBe(nextDue(one, defaultPolicy));
      }
      const [now] = await stores.directory.readPeople([id]);
      const holder = await stores.directory.findByUserName('ann@contoso.com');
      return { now, holder, progress: { created, updated, unchanged, refused } };
    };
    const grace = { state: 'grace', graceSince: system.clock.now(), batchId: job.id };
    return {
      ports: system.ports,
      race,
      end,
      grace,
      free: async () => (await stores.directory.readSku(e3.skuId))?.free,
    };
  };

  test.each(orders)(
    'a licence for the person of a row: the mailbox is active, and nothing is due of its grace (%s)',
    async (order) => {
      const { ports, race, end, free } = await setup();
      const add = [{ licence: e3.skuId, disabledPlans: [] }];
      await race(order, () => assignLicences({ idOrName: id, add, remove: [], principal: administrator }, ports));
      const { now, progress } = await end();
      expect(now).toMatchObject({ mailbox: { state: 'active' }, assignedLicenses: [{ skuId: e3.skuId }] });
      expect(now?.mailbox).toEqual({ state: 'active' });
      expect(await free()).toBe(0);
      if (order === 'the row is first') expect(progress).toMatchObject({ updated: 1 });
      if (order === 'the row is last') expect(progress).toMatchObject({ unchanged: 1 });
    },
  );

  test.each(orders)('a change of the person of a row: neither is lost (%s)', async (order) => {
    const { ports, race, end, grace } = await setup();
    const update = { jobTitle: 'Pilot' };
    await race(order, () => updatePerson({ name: id, update, faults: [], principal: administrator }, ports));
    const { now, progress } = await end();
    expect(now).toMatchObject({ displayName: 'Ann Beebe', jobTitle: 'Pilot', mailbox: grace });
    expect(progress).toMatchObject({ updated: 1 });
  });

  test.each(orders)(
    'the person of a row is deleted: nobody has a mailbox in death, and a row makes one new person (%s)',
    async (order) => {
      const { ports, race, end, grace } = await setup();
      await race(order, () => deletePerson({ name: id, principal: administrator }, ports));
      const { now, holder, progress } = await end();
      expect(now?.deleted).toBeDefined();
      if (order === 'the row is first') expect(progress).toMatchObject({ updated: 1 });
      if (order === 'the row is last') expect(progress).toMatchObject({ created: 1 });
      if (progress.updated === 1) expect(holder).toBeUndefined();
      else {
        expect(holder?.id).not.toBe(id);
        expect(holder?.mailbox).toEqual(grace);
        expect(now?.mailbox).toBeUndefined();
      }
    },
  );
});
