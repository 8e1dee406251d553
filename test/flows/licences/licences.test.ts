/** Licences: seats that are counted, waited for and bought. */
import { wentTo } from '../driver/mailbox.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, setSeats, someone, unique } from '../driver/names.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const asking = (...skuIds: string[]) => ({
  usageLocation: 'NL',
  assignedLicenses: skuIds.map((skuId) => ({ skuId })),
});

const whenLicensed = (id: string) =>
  waitFor(
    'the licence to arrive',
    () => muster.api.user(id),
    ({ waitingLicenses }) => waitingLicenses.length === 0,
  );

test('a licence is set with its seats, and read with those in use', async () => {
  const plan = await newLicence(muster, 3);
  expect(plan).toMatchObject({
    prepaidUnits: { enabled: 3 },
    consumedUnits: 0,
    reservedUnits: 0,
    carriesMailbox: true,
  });
  await muster.api.addUser({ ...someone('Ann'), ...asking(plan.skuId) });
  expect(await muster.api.licence(plan.skuId)).toEqual({ ...plan, consumedUnits: 1, seatsToBuy: 0 });
  expect((await muster.api.licences()).filter(({ skuId }) => skuId === plan.skuId)).toHaveLength(1);
});

test('seats that are in use cannot be given back', async () => {
  const plan = await newLicence(muster, 2);
  await muster.api.addUser({ ...someone('Ben'), ...asking(plan.skuId) });
  const { skuId, skuPartNumber, carriesMailbox } = plan;
  const body = { skuPartNumber, carriesMailbox, prepaidUnits: { enabled: 0 } };
  const answer = await muster.api.ask('PUT', `/v1.0/subscribedSkus/${skuId}`, body);
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'SeatsBelowAssigned' } } });
  expect((await setSeats(muster, plan, 1)).prepaidUnits.enabled).toBe(1);
});

test('a part number belongs to one licence', async () => {
  const { skuPartNumber } = await newLicence(muster, 1);
  const body = { skuPartNumber, carriesMailbox: true, prepaidUnits: { enabled: 1 } };
  const answer = await muster.api.ask('PUT', `/v1.0/subscribedSkus/other-${unique()}`, body);
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'SkuPartNumberTaken' } } });
});

test('no seats left: the person is added, waits, and the answer says how many to buy', async () => {
  const plan = await newLicence(muster, 1);
  await muster.api.addUser({ ...someone('Cas'), ...asking(plan.skuId) });
  for (const seats of [1, 2]) {
    const made = await muster.api.addUser({ ...someone('Dag'), ...asking(plan.skuPartNumber) });
    expect(made).toMatchObject({
      assignedLicenses: [],
      waitingLicenses: [{ skuId: plan.skuId }],
      mailbox: { state: 'grace' },
      seatsToBuy: [{ skuId: plan.skuId, skuPartNumber: plan.skuPartNumber, seats }],
    });
    const thirtyDays = 30 * 86_400_000;
    expect(Date.parse(made.mailbox?.graceEndsDateTime ?? '')).toBe(Date.parse(made.createdDateTime) + thirtyDays);
  }
  expect(await muster.api.licence(plan.skuId)).toMatchObject({ consumedUnits: 1 });
});

test('a licence without a mailbox starts no clock', async () => {
  const plan = await newLicence(muster, 0, { carriesMailbox: false });
  const made = await muster.api.addUser({ ...someone('Eva'), ...asking(plan.skuId) });
  expect(made).toMatchObject({ waitingLicenses: [{ skuId: plan.skuId }], mailbox: null, mail: null });
});

test('many at once never take more seats than there are (case 20)', async () => {
  const plan = await newLicence(muster, 4);
  const people = Array.from({ length: 10 }, () => someone('Fay'));
  const made = await Promise.all(people.map((person) => muster.api.addUser({ ...person, ...asking(plan.skuId) })));
  expect(made.filter(({ assignedLicenses }) => assignedLicenses.length === 1)).toHaveLength(4);
  expect(made.filter(({ waitingLicenses }) => waitingLicenses.length === 1)).toHaveLength(6);
  expect(await muster.api.licence(plan.skuId)).toMatchObject({ consumedUnits: 4 });
});

test('seats bought: the waiting get them in their order, and are told', async () => {
  const plan = await newLicence(muster, 0);
  const people = ['Gus', 'Hal', 'Ida'].map(someone);
  const ids: string[] = [];
  for (const person of people) ids.push((await muster.api.addUser({ ...person, ...asking(plan.skuId) })).id);
  const [gus = '', hal = '', ida = ''] = ids;

  await setSeats(muster, plan, 2);
  for (const id of [gus, hal]) {
    expect(await whenLicensed(id)).toMatchObject({
      assignedLicenses: [{ skuId: plan.skuId }],
      mailbox: { state: 'active', graceEndsDateTime: null },
    });
  }
  expect(await muster.api.user(ida)).toMatchObject({ assignedLicenses: [], mailbox: { state: 'grace' } });
  for (const { otherMails, userPrincipalName } of people.slice(0, 2)) {
    const mail = await muster.mailbox.mail({ to: userPrincipalName });
    expect(mail.subject).toBe(`You have a licence at Contoso: ${plan.skuPartNumber}`);
    expect(wentTo(mail, [userPrincipalName, ...otherMails])).toBe(true);
  }

  await setSeats(muster, plan, 5);
  await whenLicensed(ida);
  expect(await muster.api.licence(plan.skuId)).toMatchObject({ consumedUnits: 3 });
});

test('licences are given and taken by assignLicense, and a freed seat goes to who waits', async () => {
  const [plan, extra] = [await newLicence(muster, 1), await newLicence(muster, 9, { carriesMailbox: false })];
  const holder = await muster.api.addUser({ ...someone('Jan'), ...asking(plan.skuId) });
  const waiting = await muster.api.addUser({ ...someone('Kim'), usageLocation: 'NL' });
  const add = (...skuIds: string[]) => skuIds.map((skuId) => ({ skuId, disabledPlans: [] }));

  const short = await muster.api.assignLicense(waiting.id, {
    addLicenses: add(plan.skuId, extra.skuId),
    removeLicenses: [],
  });
  expect(short).toMatchObject({
    assignedLicenses: [{ skuId: extra.skuId }],
    waitingLicenses: [{ skuId: plan.skuId }],
    mailbox: { state: 'grace' },
    seatsToBuy: [{ skuId: plan.skuId, seats: 1 }],
  });

  const without = await muster.api.assignLicense(holder.id, { addLicenses: [], removeLicenses: [plan.skuId] });
  expect(without).toMatchObject({ assignedLicenses: [], mailbox: { state: 'grace' } });
  expect(await whenLicensed(waiting.id)).toMatchObject({ mailbox: { state: 'active' } });
  expect(await muster.api.licence(plan.skuId)).toMatchObject({ consumedUnits: 1 });
  expect(await muster.api.licence(extra.skuId)).toMatchObject({ consumedUnits: 1 });
});

test('assignLicense refuses what it does not know', async () => {
  const { id } = await muster.api.addUser(someone('Lou'));
  const ask = (user: string, body: object) => muster.api.ask('POST', `/v1.0/users/${user}/assignLicense`, body);
  const unknown = { addLicenses: [{ skuId: 'GOLDENPACK' }], removeLicenses: [] };
  expect(await ask(id, unknown)).toMatchObject({ status: 400, body: { error: { code: 'LicenceUnknown' } } });
  expect(await ask('nobody', { addLicenses: [], removeLicenses: [] })).toMatchObject({ status: 404 });
  expect(await ask(id, { addLicenses: [] })).toMatchObject({ status: 400, body: { error: { code: 'ValueMissing' } } });
});
