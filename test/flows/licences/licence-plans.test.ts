/** Service plans that are switched off, and the line of those who wait: seen, bought for, and freed for. */
import { randomUUID } from 'node:crypto';
import type { Muster } from '../driver/muster.ts';
import { setSeats, someone, unique } from '../driver/names.ts';
import type { Licence } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const exchange = { servicePlanId: randomUUID(), servicePlanName: 'EXCHANGE_S_ENTERPRISE', appliesTo: 'User' };
const teams = { servicePlanId: randomUUID(), servicePlanName: 'TEAMS1', appliesTo: 'User' };

const newSuite = (enabled: number): Promise<Licence> =>
  muster.api.putLicence(randomUUID(), {
    skuPartNumber: `SUITE_${unique()}`,
    prepaidUnits: { enabled },
    carriesMailbox: true,
    servicePlans: [exchange, teams],
  });

const asking = ({ skuId }: Licence, ...disabledPlans: string[]) => ({
  usageLocation: 'NL',
  assignedLicenses: [{ skuId, disabledPlans }],
});

const change = (id: string, add: { skuId: string; disabledPlans?: string[] }[], remove: string[] = []) =>
  muster.api.assignLicense(id, { addLicenses: add, removeLicenses: remove });

/** What a person holds of a licence: names of its plans with their state. */
const plansOf = async (idOrName: string): Promise<Record<string, string>> => {
  const { status, body } = await muster.api.ask('GET', `/v1.0/users/${encodeURIComponent(idOrName)}/licenseDetails`);
  expect(status).toBe(200);
  type Details = { servicePlans: { servicePlanName: string; provisioningStatus: string }[] };
  const plans = (body as { value: Details[] }).value.flatMap(({ servicePlans }) => servicePlans);
  return Object.fromEntries(plans.map((plan) => [plan.servicePlanName, plan.provisioningStatus]));
};

type Waiting = { displayName: string; userPrincipalName: string; waitingSinceDateTime: string; place: number };

const lineOf = async ({ skuId }: Licence): Promise<{ seatsToBuy?: number; line: Waiting[] }> => {
  const path = `/v1.0/subscribedSkus/${skuId}/waiting`;
  const line: Waiting[] = [];
  for await (const page of muster.api.walk<Waiting>(`${path}?$top=2`)) line.push(...page);
  const { body } = await muster.api.ask('GET', path);
  return { ...(body as { seatsToBuy?: number }), line };
};

const whenLicensed = (id: string) =>
  waitFor(
    'the licence to arrive',
    () => muster.api.user(id),
    ({ waitingLicenses }) => waitingLicenses.length === 0,
  );

test('a licence is shown with its plans, alone and in the list, by id and by Graph’s id', async () => {
  const suite = await newSuite(3);
  const plans = [exchange, teams].map((plan) => ({ ...plan, provisioningStatus: 'Success' }));
  expect(suite).toMatchObject({ servicePlans: plans });
  expect(await muster.api.licence(suite.skuId)).toEqual({ ...suite, seatsToBuy: 0 });
  for (const id of [suite.skuId, `${randomUUID()}_${suite.skuId}`]) {
    const { body } = await muster.api.ask('GET', `/v1.0/subscribedSkus/${id}`);
    expect(body).toMatchObject({ ...suite, seatsToBuy: 0 });
  }
  expect(await setSeats(muster, suite, 4)).toMatchObject({ prepaidUnits: { enabled: 4 }, servicePlans: plans });
});

test('plans are switched off at birth and changed later, with one seat and one mailbox', async () => {
  const suite = await newSuite(3);
  const { id, userPrincipalName } = await muster.api.addUser({ ...someone('Mia'), ...asking(suite, 'TEAMS1') });
  expect(await plansOf(id)).toEqual({ EXCHANGE_S_ENTERPRISE: 'Success', TEAMS1: 'Disabled' });
  const { skuId } = suite;
  const disabledPlans = [exchange.servicePlanId];
  expect(await change(encodeURIComponent(userPrincipalName), [{ skuId, disabledPlans }])).toMatchObject({
    assignedLicenses: [{ skuId, disabledPlans }],
    mailbox: { state: 'active' },
  });
  expect(await plansOf(userPrincipalName)).toEqual({ EXCHANGE_S_ENTERPRISE: 'Disabled', TEAMS1: 'Success' });
  expect(await change(id, [{ skuId, disabledPlans: [] }])).toMatchObject({ assignedLicenses: [{ disabledPlans: [] }] });
  expect(await muster.api.licence(skuId)).toMatchObject({ consumedUnits: 1 });
});

test('a plan that the licence does not have is refused by name', async () => {
  const { skuId } = await newSuite(1);
  const body = { ...someone('Nia'), usageLocation: 'NL', assignedLicenses: [{ skuId, disabledPlans: ['SWAY'] }] };
  const refused = await muster.api.ask('POST', '/v1.0/users', body);
  expect(refused).toMatchObject({ status: 400, body: { error: { code: 'ServicePlanUnknown' } } });
  expect(refused.text).toContain('SWAY');
  const { id } = await muster.api.addUser({ ...someone('Nia'), usageLocation: 'NL' });
  const wish = { addLicenses: body.assignedLicenses, removeLicenses: [] };
  expect(await muster.api.ask('POST', `/v1.0/users/${id}/assignLicense`, wish)).toMatchObject({
    status: 400,
    body: { error: { code: 'ServicePlanUnknown' } },
  });
});

test('the line is seen in its order; seats that are bought and freed go along it, with the plans that were asked for', async () => {
  const suite = await newSuite(1);
  const holder = await muster.api.addUser({ ...someone('Oda'), ...asking(suite) });
  const names = ['Pam', 'Qim', 'Rob', 'Sam', 'Tom'];
  const ids: string[] = [];
  for (const name of names) {
    ids.push((await muster.api.addUser({ ...someone(name), ...asking(suite, 'TEAMS1') })).id);
  }
  const { line, seatsToBuy } = await lineOf(suite);
  expect(line.map(({ displayName, place }) => [displayName, place])).toEqual(
    names.map((name, index) => [`${name} Tester`, index + 1]),
  );
  expect([seatsToBuy, line[0]?.waitingSinceDateTime]).toEqual([5, expect.stringMatching(/^\d{4}-.*Z$/)]);

  // Bought: the first two.
  await setSeats(muster, suite, 3);
  for (const id of ids.slice(0, 2)) await whenLicensed(id);
  expect(await plansOf(ids[0] ?? '')).toEqual({ EXCHANGE_S_ENTERPRISE: 'Success', TEAMS1: 'Disabled' });
  expect((await lineOf(suite)).line.map(({ place }) => place)).toEqual([1, 2, 3]);

  // Freed: taken from somebody else, the next one has it.
  await change(holder.id, [], [suite.skuId]);
  await whenLicensed(ids[2] ?? '');
  expect(await plansOf(holder.id)).toEqual({});

  // Who leaves the line is passed over, and may do so twice.
  for (const _time of [1, 2]) {
    const left = await change(ids[3] ?? '', [], [suite.skuId]);
    expect(left).toMatchObject({ assignedLicenses: [], waitingLicenses: [] });
  }
  expect(await lineOf(suite)).toMatchObject({ seatsToBuy: 1, line: [{ displayName: 'Tom Tester', place: 1 }] });
  await change(ids[0] ?? '', [], [suite.skuId]);
  await whenLicensed(ids[4] ?? '');
  expect(await lineOf(suite)).toEqual({ seatsToBuy: 0, line: [], '@odata.context': expect.any(String), value: [] });
  expect(await muster.api.licence(suite.skuId)).toMatchObject({ consumedUnits: 3 });
});

test('the last seat, asked for by twenty at once: one has it, nineteen wait, each in a place of their own', async () => {
  const suite = await newSuite(1);
  const people = await Promise.all(
    Array.from({ length: 20 }, () => muster.api.addUser({ ...someone('Uma'), usageLocation: 'NL' })),
  );
  await Promise.all(people.map(({ id }) => change(id, [{ skuId: suite.skuId }])));
  const { line, seatsToBuy } = await lineOf(suite);
  expect([line.length, seatsToBuy]).toEqual([19, 19]);
  const since = line.map(({ waitingSinceDateTime }) => waitingSinceDateTime);
  expect(since).toEqual(since.toSorted());
  expect(new Set(line.map(({ userPrincipalName }) => userPrincipalName)).size).toBe(19);
  expect(await muster.api.licence(suite.skuId)).toMatchObject({ consumedUnits: 1 });
});

test('licences and people that are not there are a 404', async () => {
  for (const path of ['', '/waiting']) {
    expect(await muster.api.ask('GET', `/v1.0/subscribedSkus/${randomUUID()}${path}`)).toMatchObject({ status: 404 });
  }
  expect(await muster.api.ask('GET', '/v1.0/users/nobody@contoso.com/licenseDetails')).toMatchObject({ status: 404 });
});
