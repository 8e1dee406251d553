/** The routes of licences: service plans, what a person holds, and who waits. */
import { administrator, e3, ems, exchange, teams } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { problemsIn, setup as routes } from '../routes.ts';

collectLog();

const put = 'PUT /v1.0/subscribedSkus/{skuId}';
const assign = 'POST /v1.0/users/{id}/assignLicense';
const waiting = 'GET /v1.0/subscribedSkus/{skuId}/waiting';
const { appliesTo: _user, ...plainTeams } = teams;

const setup = async () => {
  const system = routes();
  const { call, create } = system;
  const putSku = (change: object = {}, { skuId, ...sku }: typeof e3 | typeof ems = e3) => {
    const body = { ...sku, prepaidUnits: { enabled: 1 }, ...change };
    return call({ route: put, path: { skuId }, body });
  };
  await putSku({ servicePlans: [exchange, plainTeams] });
  const person = async (name: string, change: object = {}) => {
    const { body } = await create({ userPrincipalName: `${name}@contoso.com`, displayName: name, ...change });
    return body;
  };
  const read = (route: string, path: Record<string, string>, query: Record<string, string> = {}) =>
    call({ route, path, query });
  return { ...system, putSku, person, read };
};

const asking = (...disabledPlans: string[]) => ({ assignedLicenses: [{ skuId: e3.skuId, disabledPlans }] });
const provisioned = (provisioningStatus: string, plan: object) => ({ ...plan, provisioningStatus });

test('service plans are set, shown in the list and with the licence, and kept when none are named', async () => {
  const { putSku, read } = await setup();
  const answer = await putSku({ prepaidUnits: { enabled: 3 } });
  const servicePlans = [provisioned('Success', exchange), provisioned('Success', teams)];
  expect(answer).toMatchObject({ status: 200, body: { id: e3.skuId, prepaidUnits: { enabled: 3 }, servicePlans } });
  expect((await read('GET /v1.0/subscribedSkus', {})).body.value).toEqual([{ ...answer.body, seatsToBuy: 0 }]);
  for (const skuId of [e3.skuId, `4d6ac14f-3453-41d0-bef9-a3e0c569773a_${e3.skuId}`]) {
    const { body } = await read('GET /v1.0/subscribedSkus/{skuId}', { skuId });
    expect(body).toEqual({ ...answer.body, '@odata.context': expect.any(String), seatsToBuy: 0 });
  }
  expect((await putSku({ servicePlans: [] })).body.servicePlans).toEqual([]);
});

test('who saw a licence as it is sets it; who is late is told; seats that people take are no change of it', async () => {
  const { call, read, person } = await setup();
  const tagOf = async () => {
    const { headers, body } = await read('GET /v1.0/subscribedSkus/{skuId}', { skuId: e3.skuId });
    const { value } = (await read('GET /v1.0/subscribedSkus', {})).body;
    expect([body['@odata.etag'], value[0]['@odata.etag']]).toEqual([headers.etag, headers.etag]);
    return headers.etag ?? '';
  };
  const set = (enabled: number, ifMatch: string, skuId: string = e3.skuId) => {
    const { skuId: _id, ...sku } = e3;
    const body = { ...sku, prepaidUnits: { enabled } };
    return call({ route: put, path: { skuId }, body, headers: { 'if-match': ifMatch } });
  };
  const seen = await tagOf();
  await person('holder', { licenses: [e3.skuPartNumber] });
  expect(await tagOf()).toBe(seen);
  const answer = await set(2, seen);
  expect([answer.status, answer.headers.etag]).toEqual([200, await tagOf()]);
  const late = await set(3, seen);
  expect([late.status, late.body.error.code]).toEqual([412, 'PreconditionFailed']);
  expect((await set(3, '*')).status).toBe(200);
  expect((await set(3, '*', 'another')).status).toBe(412);
});

test.each([
  [[{ servicePlanName: 'TEAMS1' }], 'ValueMissing servicePlans.0.servicePlanId'],
  [[{ servicePlanId: 'a' }], 'ValueMissing servicePlans.0.servicePlanName'],
  [[{ ...teams, servicePlanId: 'a b' }], 'ValueInvalid servicePlans.0.servicePlanId'],
  [[{ ...teams, servicePlanName: 'ü' }], 'ValueInvalid servicePlans.0.servicePlanName'],
  [[{ ...teams, servicePlanName: ' ' }], 'ValueInvalid servicePlans.0.servicePlanName'],
  [[{ ...teams, appliesTo: 'Nobody' }], 'ValueInvalid servicePlans.0.appliesTo'],
  [[{ ...teams, price: 1 }], 'PropertyUnknown servicePlans.0.price'],
  [[teams, { ...teams, servicePlanName: 'OTHER' }], 'ValueInvalid servicePlans'],
  [[teams, { ...exchange, servicePlanName: 'teams1' }], 'ValueInvalid servicePlans'],
  [
    Array.from({ length: 201 }, (_, n) => ({ servicePlanId: `${n}`, servicePlanName: `P${n}` })),
    'ValueInvalid servicePlans',
  ],
  [null, 'ValueInvalid servicePlans'],
])('plans that are none are refused by place: %#', async (servicePlans, problem) => {
  const { putSku, memory } = await setup();
  const answer = await putSku({ servicePlans });
  expect([answer.status, problemsIn(answer)]).toEqual([400, [problem]]);
  expect(memory.plans.get(e3.skuId)).toEqual([exchange, teams]);
});

test('setting a licence is told in the audit with whoever did it', async () => {
  const { putSku, memory } = await setup();
  await putSku({ prepaidUnits: { enabled: 3 } });
  expect(memory.audit.map(({ target, initiatedBy }) => [target.type, target.id, initiatedBy.id])).toEqual([
    ['SubscribedSku', e3.skuId, administrator.id],
    ['SubscribedSku', e3.skuId, administrator.id],
  ]);
  expect(memory.audit[1]).toMatchObject({
    activityDisplayName: 'Update subscribed SKU',
    modifiedProperties: [{ displayName: 'enabled', oldValue: 1, newValue: 3 }],
  });
});

test('a person is added with plans switched off, and shows them, held or waited for', async () => {
  const { person, read } = await setup();
  const ada = await person('ada', asking('teams1'));
  expect(ada.assignedLicenses).toEqual([{ skuId: e3.skuId, disabledPlans: [teams.servicePlanId] }]);
  const bob = await person('bob', asking(exchange.servicePlanId));
  expect(bob.waitingLicenses).toMatchObject([{ skuId: e3.skuId, disabledPlans: [exchange.servicePlanId] }]);
  const details = await read('GET /v1.0/users/{id}/licenseDetails', { id: ada.id });
  expect(details).toMatchObject({
    status: 200,
    body: {
      value: [
        {
          id: `${ada.id}_${e3.skuId}`,
          skuId: e3.skuId,
          skuPartNumber: e3.skuPartNumber,
          servicePlans: [provisioned('Success', exchange), provisioned('Disabled', teams)],
        },
      ],
    },
  });
  expect((await read('GET /v1.0/users/{id}/licenseDetails', { id: 'ADA@contoso.com' })).text).toBe(details.text);
});

test('plans that are not the licence’s are refused with all else that is wrong', async () => {
  const { create, memory } = await setup();
  const answer = await create({ ...asking('SWAY', 'TEAMS1'), usageLocation: 'ZZ', salary: 1 });
  expect([answer.status, problemsIn(answer).toSorted()]).toEqual([
    400,
    ['CountryUnknown usageLocation', 'PropertyUnknown salary', 'ServicePlanUnknown assignedLicenses'],
  ]);
  expect(answer.text).toContain('no service plan SWAY');
  expect(memory.people.size).toBe(0);
});

test('assigned again, by id or user name, the plans change; the seat does not', async () => {
  const { call, person, memory } = await setup();
  const { id } = await person('ada', asking());
  const change = async (name: string, ...disabledPlans: string[]) => {
    const body = { addLicenses: [{ skuId: e3.skuId, disabledPlans }], removeLicenses: [] };
    return (await call({ route: assign, path: { id: name }, body })).body.assignedLicenses;
  };
  expect(await change('ada@contoso.com', 'TEAMS1')).toEqual([
    { skuId: e3.skuId, disabledPlans: [teams.servicePlanId] },
  ]);
  expect(await change(id)).toEqual([{ skuId: e3.skuId, disabledPlans: [] }]);
  expect(memory.skus.get(e3.skuId)?.free).toBe(0);
  const unknown = { addLicenses: [{ skuId: e3.skuId, disabledPlans: ['SWAY'] }], removeLicenses: [] };
  const answer = await call({ route: assign, path: { id }, body: unknown });
  expect([answer.status, problemsIn(answer)]).toEqual([400, ['ServicePlanUnknown addLicenses']]);
});

test.each([
  [{ addLicenses: Array(21).fill({ skuId: 'x' }), removeLicenses: [] }, 'addLicenses'],
  [
    { addLicenses: [{ skuId: 'x', disabledPlans: Array(201).fill('x') }], removeLicenses: [] },
    'addLicenses.0.disabledPlans',
  ],
  [{ addLicenses: [{ skuId: 'x', disabledPlans: [7] }], removeLicenses: [] }, 'addLicenses.0.disabledPlans.0'],
  [{ addLicenses: [], removeLicenses: ['x', {}] }, 'removeLicenses.1'],
])('assignLicense is read strictly: %#', async (body, target) => {
  const { call, person } = await setup();
  const { id } = await person('ada');
  const answer = await call({ route: assign, path: { id }, body });
  expect([answer.status, answer.body.error.target]).toEqual([400, target]);
});

test('who waits, page by page in their order, and how many seats to buy', async () => {
  const { person, read, clock } = await setup();
  for (const name of ['holder', 'zoe', 'bob', 'ada']) {
    await person(name, asking('TEAMS1'));
    clock.pass({ seconds: 1 });
  }
  const first = await read(waiting, { skuId: e3.skuId }, { $top: '2' });
  expect(first.body).toMatchObject({ seatsToBuy: 3, value: [{ displayName: 'zoe', place: 1 }, { place: 2 }] });
  expect(Object.keys(first.body.value[0])).toEqual([
    'id',
    'userPrincipalName',
    'displayName',
    'waitingSinceDateTime',
    'place',
  ]);
  const link = new URL(first.body['@odata.nextLink']);
  expect(link.pathname).toBe(`/v1.0/subscribedSkus/${e3.skuId}/waiting`);
  const second = await read(waiting, { skuId: `tenant_${e3.skuId}` }, Object.fromEntries(link.searchParams));
  expect(second.body).toMatchObject({ value: [{ displayName: 'ada', place: 3 }] });
  expect(second.body).not.toHaveProperty('seatsToBuy');
  expect(second.body).not.toHaveProperty('@odata.nextLink');
  expect((await read('GET /v1.0/subscribedSkus/{skuId}', { skuId: e3.skuId })).body.seatsToBuy).toBe(3);
  const listed = (await read('GET /v1.0/subscribedSkus', {})).body.value;
  expect(listed).toMatchObject([{ skuId: e3.skuId, seatsToBuy: 3 }]);
});

test.each([
  [{ $top: '0' }, '$top'],
  [{ $top: '1000' }, '$top'],
  [{ $filter: 'x' }, '$filter'],
  [{ $skiptoken: 'x' }, '$skiptoken'],
  [{ $skiptoken: Buffer.from('0#x').toString('base64url') }, '$skiptoken'],
  [{ $skiptoken: Buffer.from('-1#x').toString('base64url') }, '$skiptoken'],
  [{ $skiptoken: Buffer.from('1#').toString('base64url') }, '$skiptoken'],
  [{ $skiptoken: Buffer.from('1#\u0000').toString('base64url') }, '$skiptoken'],
  [{ $skiptoken: Buffer.from(`1#${'x'.repeat(700)}`).toString('base64url') }, '$skiptoken'],
])('options that cannot be served are refused by name: %j', async (query, target) => {
  const { read } = await setup();
  const answer = await read(waiting, { skuId: e3.skuId }, query);
  expect([answer.status, answer.body.error.target]).toEqual([400, target]);
});

test.each(['sku-unknown', 'a b', '__proto__', '', '_', 'x'.repeat(5000), `${e3.skuId}_`, '../etc'])(
  'a licence that is not there is a 404: %j',
  async (skuId) => {
    const { read } = await setup();
    for (const route of ['GET /v1.0/subscribedSkus/{skuId}', waiting]) {
      expect((await read(route, { skuId })).status).toBe(404);
    }
  },
);

test('licences may be assigned to whomever, by whoever may assign; they take over no account', async () => {
  const { call, person, putSku } = await setup();
  await putSku({}, ems);
  const { id } = await person('chief', { roles: ['Global Administrator'], ...asking() });
  const body = { addLicenses: [{ skuId: 'EMS' }], removeLicenses: [e3.skuId] };
  const assigning = (roles: string[]) =>
    call({ route: assign, path: { id }, body, principal: { ...administrator, roles } });
  expect((await assigning(['License Administrator'])).body.assignedLicenses).toMatchObject([{ skuId: ems.skuId }]);
  expect((await assigning(['Helpdesk Administrator'])).status).toBe(403);
});

test('every role may read licences, and nobody without one', async () => {
  const { call, person } = await setup();
  const { id } = await person('ada', asking());
  const reads = [
    'GET /v1.0/subscribedSkus',
    'GET /v1.0/subscribedSkus/{skuId}',
    waiting,
    'GET /v1.0/users/{id}/licenseDetails',
  ];
  for (const route of reads) {
    const as = (roles: string[]) =>
      call({ route, path: { id, skuId: e3.skuId }, principal: { ...administrator, roles } });
    expect([(await as(['Directory Readers'])).status, (await as([])).status]).toEqual([200, 403]);
  }
});
