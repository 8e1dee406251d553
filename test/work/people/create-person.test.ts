/** One person by HTTP: everything at once, and once. */

import type { Draft } from '../../../shared/domain/people/draft.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { createPerson } from '../../../shared/work/people/create-person.ts';
import { verifyCheaply } from '../../fakes/cheap-hash.ts';
import { administrator, e3, exchange, teams } from '../../fakes/people.ts';
import { Died, Life, mortal } from '../imports/mortal.ts';
import { newSystem } from '../imports/system.ts';

const setup = async ({ enabled = 1 } = {}) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled, servicePlans: [exchange, teams] });
  type Extra = { key?: string; principal?: Principal; ports?: typeof system.ports; faults?: [] };
  const create = (draft: Draft, { key, principal = administrator, ports = system.ports }: Extra = {}) => {
    const whole = { userPrincipalName: 'ada@contoso.com', displayName: 'Ada', ...draft };
    const request = { draft: whole, faults: [], principal, ...(key !== undefined && { idempotencyKey: key }) };
    return createPerson(request, ports);
  };
  const refused = async (...given: Parameters<typeof create>) => {
    const error = await create(...given).catch((reason: unknown) => reason);
    if (!(error instanceof Refused)) throw error;
    return error.refusals.map(({ code }) => code);
  };
  return { ...system, create, refused };
};

test('a person is there, the mail is owed, and the queue is told', async () => {
  const { create, directory, queue } = await setup();
  const { person, password, seatsToBuy } = await create({ licences: ['enterprisepack'] });
  expect(await directory.findByUserName('ada@contoso.com')).toMatchObject(person);
  expect(person).toMatchObject({
    assignedLicenses: [{ skuId: e3.skuId }],
    mailbox: { state: 'active' },
    usageLocation: 'NL',
    createdBy: 'admin',
    credentialMail: { state: 'owed' },
  });
  expect([password, seatsToBuy]).toEqual([undefined, []]);
  expect(queue.in('credentials')).toEqual([{ userIds: [person.id] }]);
});

test('when the queue cannot be told, the person is there all the same, and the sweep mails', async () => {
  const system = await setup();
  const queues = { ...system.queue.queues, credentials: async () => Promise.reject(new Error('away')) };
  await system.create({ otherMails: ['ada@example.net'] }, { ports: { ...system.ports, queues } });
  await system.sweepUntilQuiet();
  expect(system.post.sent.map(({ to }) => to)).toEqual([['ada@example.net']]);
});

test('a licence without a seat is waited for, and the answer says how many to buy', async () => {
  const { create } = await setup({ enabled: 0 });
  const { person, seatsToBuy } = await create({ licences: [e3.skuId] });
  expect(person.waitingLicenses).toMatchObject([{ skuId: e3.skuId }]);
  expect(person.mailbox).toMatchObject({ state: 'grace' });
  const { skuId, skuPartNumber } = e3;
  expect(seatsToBuy).toEqual([{ skuId, skuPartNumber, seats: 1 }]);
  const bob = await create({ userPrincipalName: 'bob@contoso.com', licences: [skuId] });
  expect(bob.seatsToBuy).toEqual([{ skuId, skuPartNumber, seats: 2 }]);
});

test('a shown password opens the account, is shown once, and no mail is owed', async () => {
  const { create, memory, queue, clock } = await setup();
  const { person, password = '' } = await create({ showCredentials: true }, { key: 'k' });
  expect(await verifyCheaply(password, person.password.hash ?? '')).toBe(true);
  expect(person.credentialMail).toMatchObject({ state: 'sent', sentDateTime: clock.now() });
  expect(queue.waiting).toEqual([]);
  expect(JSON.stringify([...memory.people]).includes(password)).toBe(false);
  expect((await create({ showCredentials: true }, { key: 'k' })).password).toBeUndefined();
});

test('all that is wrong is said at once, and nobody is made', async () => {
  const { refused, memory } = await setup();
  const helper: Principal = { ...administrator, roles: ['User Administrator'] };
  const draft = { userPrincipalName: 'a b@x', displayName: '', password: 'short', roles: ['User Administrator'] };
  expect(await refused({ ...draft, showCredentials: true }, { principal: helper })).toEqual([
    'UserNameIllegal',
    'DisplayNameMissing',
    'PasswordLengthWrong',
    'RoleNotYours',
    'DeliveryConflict',
  ]);
  expect(memory.people.size).toBe(0);
});

test('a name that somebody has is refused, in any case of letters', async () => {
  const { create, refused, memory } = await setup();
  await create({});
  expect(await refused({ userPrincipalName: 'ADA@contoso.com' })).toEqual(['UserNameTaken']);
  expect(memory.people.size).toBe(1);
});

describe('with an idempotency key', () => {
  test('the same request gives the same person; without a key it is a second one', async () => {
    const { create, refused, memory } = await setup();
    const first = await create({ city: 'London' }, { key: 'k' });
    expect((await create({ city: 'London' }, { key: 'k' })).person).toMatchObject(first.person);
    expect(memory.people.size).toBe(1);
    expect(await refused({ city: 'London' })).toEqual(['UserNameTaken']);
  });

  test('another request under it is refused, and another principal has keys of its own', async () => {
    const { create, refused } = await setup();
    await create({ city: 'London' }, { key: 'k' });
    expect(await refused({ city: 'Paris' }, { key: 'k' })).toEqual(['IdempotencyKeyReused']);
    expect(await refused({ city: 'London', showCredentials: true }, { key: 'k' })).toEqual(['IdempotencyKeyReused']);
    const other = { ...administrator, id: 'other' };
    expect(await refused({ city: 'London' }, { key: 'k', principal: other })).toEqual(['UserNameTaken']);
  });

  test('sent five times at once it is one person, and five answers that say so', async () => {
    const { create, memory } = await setup();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => create({ licences: [e3.skuId] }, { key: 'k' })));
    expect(new Set(answers.map(({ person }) => person.id)).size).toBe(1);
    expect([memory.people.size, memory.skus.get(e3.skuId)?.free]).toEqual([1, 0]);
  });

  test('killed after whichever call and repeated, it is one person (case 9)', async () => {
    for (let calls = 1; ; calls += 1) {
      const { create, ports, memory } = await setup();
      const life = new Life(calls);
      const first = await create({ licences: [e3.skuId] }, { key: 'k', ports: mortal(ports, life) }).catch(
        (error) => error,
      );
      if (!(first instanceof Died)) break;
      await create({ licences: [e3.skuId] }, { key: 'k' });
      expect([memory.people.size, memory.skus.get(e3.skuId)?.free]).toEqual([1, 0]);
    }
  });

  test('a chosen password is part of the request, though it is never stored', async () => {
    const { create, refused, memory } = await setup();
    const password = 'Marked-Pa55word-Three';
    const { person } = await create({ password }, { key: 'k' });
    expect((await create({ password }, { key: 'k' })).person.id).toBe(person.id);
    expect(await refused({ password: `${password}!` }, { key: 'k' })).toEqual(['IdempotencyKeyReused']);
    expect(await refused({}, { key: 'k' })).toEqual(['IdempotencyKeyReused']);
    expect(JSON.stringify([...memory.people]).includes(password)).toBe(false);
  });
});

test('service plans are switched off, by id or name, for who gets a seat and for who waits', async () => {
  const { create } = await setup();
  const draft = { licences: ['ENTERPRISEPACK'], disabledPlans: [{ licence: e3.skuId, plans: ['teams1'] }] };
  const { person } = await create(draft);
  const partly = { skuId: e3.skuId, disabledPlans: [teams.servicePlanId] };
  expect([person.assignedLicenses, person.mailbox]).toEqual([[partly], { state: 'active' }]);
  expect(person).not.toHaveProperty('disabledPlans');
  const { person: bob } = await create({ ...draft, userPrincipalName: 'bob@contoso.com' });
  expect(bob).toMatchObject({ assignedLicenses: [], waitingLicenses: [partly] });
});

test('a plan that the licence does not have is refused, beside all else that is wrong', async () => {
  const { create, refused, memory } = await setup();
  const disabledPlans = [
    { licence: e3.skuId, plans: ['SWAY', exchange.servicePlanId, 'YAMMER'] },
    { licence: 'NOPE', plans: ['SWAY'] },
  ];
  expect(await refused({ licences: [e3.skuId, 'NOPE'], disabledPlans })).toEqual([
    'LicenceUnknown',
    'ServicePlanUnknown',
    'ServicePlanUnknown',
  ]);
  expect(memory.people.size).toBe(0);
  await expect(
    create({ licences: [e3.skuId], disabledPlans: [{ licence: e3.skuId, plans: [] }] }),
  ).resolves.toBeTruthy();
});

test('a licence needs a location, also one that would be waited for', async () => {
  const { refused, create, ports } = await setup({ enabled: 0 });
  const { usageLocation: _location, ...organisation } = ports.organisation;
  const nowhere = { ports: { ...ports, organisation } as typeof ports };
  expect(await refused({ licences: [e3.skuId] }, nowhere)).toEqual(['UsageLocationMissing']);
  const { person } = await create({ licences: [e3.skuId], usageLocation: 'de' }, nowhere);
  expect(person).toMatchObject({ usageLocation: 'DE', waitingLicenses: [{ skuId: e3.skuId }] });
});

test('the same key with other plans is another request', async () => {
  const { create, refused } = await setup();
  const draft = { licences: [e3.skuId] };
  await create(draft, { key: 'k' });
  expect(await refused({ ...draft, disabledPlans: [{ licence: e3.skuId, plans: ['TEAMS1'] }] }, { key: 'k' })).toEqual([
    'IdempotencyKeyReused',
  ]);
});
