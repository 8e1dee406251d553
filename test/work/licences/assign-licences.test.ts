/** Licences given and taken: seats counted, lines kept, mailboxes with them. */
import { deletedPerson } from '../../../shared/domain/people/deletion.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { assignLicences } from '../../../shared/work/licences/assign-licences.ts';
import { administrator, e3, ems, exchange, idOf, person, teams } from '../../fakes/people.ts';
import { newSystem } from '../imports/system.ts';

type Wish = { licence: string; disabledPlans: string[] };

const setup = async (enabled = 2, people = [person('ada', { usageLocation: 'NL' })]) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled, servicePlans: [exchange, teams] });
  await system.directory.putSku({ ...ems, enabled: 5 });
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  const assign = (add: (string | Wish)[], remove: string[] = [], name = 'ada') => {
    const wishes = add.map((wish) => (typeof wish === 'string' ? { licence: wish, disabledPlans: [] } : wish));
    const idOrName = name.includes('@') ? name : idOf(name);
    return assignLicences({ idOrName, add: wishes, remove, principal: administrator }, system.ports);
  };
  const refused = async (...given: Parameters<typeof assign>) => {
    const error = await assign(...given).catch((reason: unknown) => reason);
    if (!(error instanceof Refused)) throw error;
    return error.refusals;
  };
  const free = () => [system.memory.skus.get(e3.skuId)?.free, system.memory.skus.get(ems.skuId)?.free];
  return { ...system, assign, refused, free };
};
const [hasE3, hasEms] = [{ skuId: e3.skuId }, { skuId: ems.skuId }];

test('by id and by part number, each taking one seat, with an entry in the audit', async () => {
  const { assign, free, memory } = await setup();
  const { person: ada, seatsToBuy } = await assign([e3.skuId, 'ems']);
  expect(ada).toMatchObject({ assignedLicenses: [hasE3, hasEms], mailbox: { state: 'active' }, version: 2 });
  expect([free(), seatsToBuy]).toEqual([[1, 4], []]);
  expect(memory.audit).toMatchObject([{ target: { id: ada.id }, initiatedBy: { id: 'admin' } }]);
  expect(memory.people.get(ada.id)).toMatchObject(ada);
});

test('named twice, or by id and part number, a licence takes one seat', async () => {
  const { assign, free } = await setup();
  const { person: ada } = await assign([e3.skuId, e3.skuId, e3.skuPartNumber]);
  expect([ada.assignedLicenses, free()]).toEqual([[hasE3], [1, 5]]);
  const none = await setup(0);
  const { person: waiting } = await none.assign([e3.skuId, e3.skuId]);
  expect(waiting.waitingLicenses).toHaveLength(1);
});

test('given again it changes nothing', async () => {
  const { assign, free, memory } = await setup();
  await assign([e3.skuId]);
  const { person: ada } = await assign([e3.skuId]);
  expect([ada.version, free(), memory.audit.length]).toEqual([2, [1, 5], 1]);
});

test('without a seat it is waited for, beside others that are given', async () => {
  const { assign, free, directory } = await setup(0);
  const { person: ada, seatsToBuy } = await assign([e3.skuId, ems.skuId]);
  expect(ada).toMatchObject({ assignedLicenses: [hasEms], waitingLicenses: [hasE3], mailbox: { state: 'grace' } });
  expect([free(), seatsToBuy]).toEqual([[0, 4], [{ skuId: e3.skuId, skuPartNumber: e3.skuPartNumber, seats: 1 }]]);
  expect(await directory.waitingFor(e3.skuId, 5)).toEqual([ada.id]);
});

test('asked for again, who waits keeps the place in the line', async () => {
  const people = ['ada', 'bob'].map((name) => person(name, { usageLocation: 'NL' }));
  const { assign, clock, directory } = await setup(0, people);
  await assign([e3.skuId]);
  clock.pass({ minutes: 1 });
  await assign([e3.skuId], [], 'bob');
  clock.pass({ minutes: 1 });
  await assign([e3.skuId]);
  expect(await directory.waitingFor(e3.skuId, 5)).toEqual([idOf('ada'), idOf('bob')]);
});

test('taken away, the mailbox runs into its grace, and the seat goes to who waits', async () => {
  const people = ['ada', 'bob'].map((name) => person(name, { usageLocation: 'NL' }));
  const { assign, clock, drain, memory } = await setup(1, people);
  await assign([e3.skuId]);
  await assign([e3.skuId], [], 'bob');
  clock.pass({ days: 3 });
  const { person: ada } = await assign([], [e3.skuId]);
  expect(ada).toMatchObject({ assignedLicenses: [], mailbox: { state: 'grace', graceSince: clock.now() } });
  await drain();
  expect(memory.people.get(idOf('bob'))).toMatchObject({ assignedLicenses: [hasE3], mailbox: { state: 'active' } });
});

test('given and taken in one step, nobody is without a mailbox in between', async () => {
  const { assign, memory } = await setup();
  await assign([e3.skuId]);
  const suite = { ...e3, skuId: 'sku-e5', skuPartNumber: 'SPE_E5' };
  memory.skus.set('sku-e5', { ...suite, enabled: 1, free: 1, reserved: 0 });
  const { person: ada } = await assign(['SPE_E5'], [e3.skuId]);
  expect(ada).toMatchObject({ assignedLicenses: [{ skuId: 'sku-e5' }], mailbox: { state: 'active' } });
});

test('a disabled mailbox comes back with a licence', async () => {
  const ada = { ...person('ada', { usageLocation: 'NL' }), mailbox: { state: 'disabled' as const } };
  const { assign } = await setup(1, [ada]);
  expect((await assign([e3.skuId])).person.mailbox).toEqual({ state: 'active' });
});

test('two who assign the same licence at once take one seat', async () => {
  const { assign, free } = await setup();
  const both = await Promise.all([assign([e3.skuId]), assign([e3.skuId])]);
  expect(both.map(({ person: ada }) => ada.assignedLicenses)).toEqual([[hasE3], [hasE3]]);
  expect(free()).toEqual([1, 5]);
});

test('what cannot be is refused, all at once', async () => {
  const { refused, free } = await setup(2, [person('ada'), person('bob', { usageLocation: 'NL' })]);
  expect(await refused(['NOPE', 'ems'], ['NADA'], 'bob')).toEqual([
    { code: 'LicenceUnknown', target: 'addLicenses', fact: 'NOPE' },
    { code: 'LicenceUnknown', target: 'removeLicenses', fact: 'NADA' },
  ]);
  expect(await refused(['ems'])).toEqual([{ code: 'UsageLocationMissing', target: 'usageLocation' }]);
  expect(await refused(['ems'], [], 'nobody')).toEqual([{ code: 'NotFound' }]);
  expect(free()).toEqual([2, 5]);
});

test('by user name as by id, in any case', async () => {
  const { assign, refused } = await setup();
  expect((await assign(['ems'], [], 'ADA@contoso.com')).person).toMatchObject({ assignedLicenses: [hasEms] });
  expect(await refused(['ems'], [], 'nobody@contoso.com')).toEqual([{ code: 'NotFound' }]);
});

test('who is deleted has no licences to be changed, nor who is deleted meanwhile', async () => {
  const { directory, refused, free, memory, clock } = await setup();
  const { readPeople } = directory;
  directory.readPeople = async (ids) => {
    const seen = await readPeople(ids);
    directory.readPeople = readPeople;
    const changes = seen.map((before) => ({ before, after: deletedPerson(before, clock.now()) }));
    await directory.changePeople(changes);
    return seen;
  };
  expect(await refused([e3.skuId])).toEqual([{ code: 'NotFound' }]);
  expect(await refused([e3.skuId])).toEqual([{ code: 'NotFound' }]);
  expect([free(), memory.audit]).toEqual([[2, 5], []]);
});

const without = (...disabledPlans: string[]): Wish => ({ licence: e3.skuId, disabledPlans });
const partly = (...plans: { servicePlanId: string }[]) => ({
  skuId: e3.skuId,
  disabledPlans: plans.map(({ servicePlanId }) => servicePlanId),
});

test('service plans are switched off with the licence, and changed later without another seat', async () => {
  const { assign, free, memory } = await setup();
  expect((await assign([without('TEAMS1')])).person.assignedLicenses).toEqual([partly(teams)]);
  const { person: ada } = await assign([without(exchange.servicePlanId, teams.servicePlanId)]);
  expect(ada).toMatchObject({ assignedLicenses: [partly(teams, exchange)], mailbox: { state: 'active' }, version: 3 });
  expect(free()).toEqual([1, 5]);
  expect(memory.audit.at(-1)?.modifiedProperties).toEqual([
    { displayName: 'assignedLicenses', oldValue: [partly(teams)], newValue: [partly(teams, exchange)] },
  ]);
});

test('the same plans again, in another order, change nothing; none named, all are on again', async () => {
  const { assign, memory } = await setup();
  await assign([without('TEAMS1', exchange.servicePlanName)]);
  const { person: same } = await assign([without(exchange.servicePlanId, teams.servicePlanId)]);
  expect([same.version, memory.audit.length]).toEqual([2, 1]);
  expect((await assign([e3.skuId])).person.assignedLicenses).toStrictEqual([hasE3]);
  expect((await assign([without('TEAMS1'), without('exchange_s_enterprise')])).person.assignedLicenses).toEqual([
    partly(exchange),
  ]);
});

test('one that waits keeps its plans until the seat comes, and its place when they are changed', async () => {
  const people = ['ada', 'bob'].map((name) => person(name, { usageLocation: 'NL' }));
  const { assign, clock, directory, drain, memory, queues } = await setup(0, people);
  await assign([without('TEAMS1')]);
  clock.pass({ minutes: 1 });
  await assign([without('TEAMS1')], [], 'bob');
  clock.pass({ minutes: 1 });
  const { person: ada } = await assign([without(exchange.servicePlanId)]);
  expect(ada.waitingLicenses).toMatchObject([{ ...partly(exchange), since: people[0]?.createdDateTime }]);
  expect(await directory.waitingFor(e3.skuId, 5)).toEqual([idOf('ada'), idOf('bob')]);
  await directory.putSku({ ...e3, enabled: 2 });
  await queues.sweeps([{ kind: 'waiting', skuId: e3.skuId }]);
  await drain();
  const held = ['ada', 'bob'].map((name) => memory.people.get(idOf(name))?.assignedLicenses);
  expect(held).toEqual([[partly(exchange)], [partly(teams)]]);
});

test('a plan that the licence does not have is refused by name, and nothing is changed', async () => {
  const { refused, free } = await setup();
  expect(await refused([without('TEAMS1', 'SWAY'), { licence: 'EMS', disabledPlans: ['TEAMS1'] }])).toEqual([
    { code: 'ServicePlanUnknown', target: 'addLicenses', fact: 'SWAY' },
    { code: 'ServicePlanUnknown', target: 'addLicenses', fact: 'TEAMS1' },
  ]);
  expect(await refused([without('SWAY'), 'NOPE'], ['NADA'])).toEqual([
    { code: 'LicenceUnknown', target: 'addLicenses', fact: 'NOPE' },
    { code: 'LicenceUnknown', target: 'removeLicenses', fact: 'NADA' },
    { code: 'ServicePlanUnknown', target: 'addLicenses', fact: 'SWAY' },
  ]);
  expect(free()).toEqual([2, 5]);
});

test('taking what is not held changes nothing; taking what is waited for leaves the line', async () => {
  const { assign, directory, memory, queue } = await setup(0);
  const { person: ada } = await assign([], [e3.skuId, ems.skuId]);
  expect([ada.version, memory.audit, queue.waiting]).toEqual([1, [], []]);
  await assign([e3.skuId]);
  expect(await directory.countWaiting(e3.skuId)).toBe(1);
  const { person: gone } = await assign([], [e3.skuId]);
  expect([gone.waitingLicenses, await directory.countWaiting(e3.skuId)]).toEqual([[], 0]);
});

test('without a location no licence is given, nor waited for; taking one needs none', async () => {
  const nobodyKnowsWhere = person('ada');
  const { assign, refused, directory } = await setup(0, [nobodyKnowsWhere]);
  expect(await refused([e3.skuId])).toEqual([{ code: 'UsageLocationMissing', target: 'usageLocation' }]);
  expect(await directory.countWaiting(e3.skuId)).toBe(0);
  expect((await assign([], [e3.skuId])).person.version).toBe(1);
});
