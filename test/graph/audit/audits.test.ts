/** The audit over HTTP: Graph's directoryAudit, its filters, and what they refuse. */
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, idOf, person } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { setup as routes } from '../routes.ts';

collectLog();

const list = 'GET /v1.0/auditLogs/directoryAudits';

const helper = { kind: 'person', id: idOf('helper'), displayName: 'Helper' } as const;
const application = { kind: 'application', id: idOf('application'), displayName: 'Sync' } as const;
const [ada, bob] = [person('ada'), person('bob')];

const entry = (n: number, change: Partial<AuditEntry> = {}): AuditEntry => ({
  id: idOf(`entry ${n}`),
  activityDateTime: addSeconds(monday, n),
  activityDisplayName: 'Update user',
  initiatedBy: helper,
  target: { type: 'User', id: ada.id, displayName: 'ada', userPrincipalName: 'ada@contoso.com' },
  modifiedProperties: [],
  ...change,
});

const setup = async (...entries: AuditEntry[]) => {
  const system = routes();
  system.memory.audit.push(...entries);
  system.clock.pass({ days: 1 });
  const asked = async (filter?: string, more: Record<string, string> = {}) => {
    const answer = await system.call({
      route: list,
      query: { ...(filter !== undefined && { $filter: filter }), ...more },
    });
    return answer;
  };
  /** The numbers of the entries that a filter finds. */
  const found = async (filter?: string, more: Record<string, string> = {}): Promise<number[]> => {
    const { status, body } = await asked(filter, more);
    expect(status).toBe(200);
    return body.value.map(
      ({ activityDateTime }: AuditEntry) => (Date.parse(activityDateTime) - Date.parse(monday)) / 1000,
    );
  };
  return { ...system, asked, found };
};

test('an entry as Graph has it: who, what, and values as JSON text', async () => {
  const told = entry(1, {
    modifiedProperties: [
      { displayName: 'city', oldValue: 'Rome', newValue: 'Paris' },
      { displayName: 'accountEnabled', oldValue: true, newValue: false },
      { displayName: 'assignedLicenses', newValue: [{ skuId: 'e3' }] },
    ],
  });
  const { asked, call, directory } = await setup(told);
  await directory.addPeople({ people: [person('helper')], seatsFrom: 'free' });
  const { body } = await asked();
  const shown = {
    id: `User_${ada.id}_${Date.parse(told.activityDateTime)}_${told.id}`,
    category: 'UserManagement',
    correlationId: told.id,
    result: 'success',
    resultReason: '',
    activityDisplayName: 'Update user',
    activityDateTime: '2026-01-05T09:00:01.000Z',
    loggedByService: 'Muster',
    initiatedBy: {
      user: { id: helper.id, displayName: 'Helper', userPrincipalName: 'helper@contoso.com' },
      app: null,
    },
    targetResources: [
      {
        id: ada.id,
        type: 'User',
        displayName: 'ada',
        userPrincipalName: 'ada@contoso.com',
        modifiedProperties: [
          { displayName: 'city', oldValue: '"Rome"', newValue: '"Paris"' },
          { displayName: 'accountEnabled', oldValue: 'true', newValue: 'false' },
          { displayName: 'assignedLicenses', oldValue: null, newValue: '[{"skuId":"e3"}]' },
        ],
      },
    ],
    additionalDetails: [],
  };
  expect(body).toEqual({
    '@odata.context': 'https://api.example/v1.0/$metadata#auditLogs/directoryAudits',
    value: [shown],
  });
  const one = await call({ route: `${list}/{id}`, path: { id: body.value[0].id } });
  expect(one.body).toEqual({
    '@odata.context': 'https://api.example/v1.0/$metadata#auditLogs/directoryAudits/$entity',
    ...shown,
  });
});

test.each([
  [
    { kind: 'operator', id: 'a', displayName: 'A' },
    { user: { id: 'a', displayName: 'A', userPrincipalName: null }, app: null },
  ],
  [application, { user: null, app: { appId: application.id, displayName: 'Sync' } }],
  [
    { kind: 'system', id: 'sweep', displayName: 'Sweep' },
    { user: null, app: { appId: 'sweep', displayName: 'Sweep' } },
  ],
] as const)('%j is shown as %j', async (initiatedBy, shown) => {
  const { asked } = await setup(entry(1, { initiatedBy }));
  expect((await asked()).body.value[0].initiatedBy).toEqual(shown);
});

test.each([
  ['User', 'Add member to role', 'RoleManagement'],
  ['User', 'Enforce policy', 'Policy'],
  ['User', 'Delete user', 'UserManagement'],
  ['Application', 'Add application', 'ApplicationManagement'],
  ['Domain', 'Update domain', 'DirectoryManagement'],
  ['Import', 'End import', 'UserManagement'],
  ['Token', 'Add operator token', 'Authorization'],
] as const)('of a %s, "%s" is %s', async (type, activityDisplayName, category) => {
  const { asked } = await setup(entry(1, { activityDisplayName, target: { type, id: 'x', displayName: 'X' } }));
  expect((await asked()).body.value[0].category).toBe(category);
});

const several = [
  entry(1),
  entry(2, { initiatedBy: application }),
  entry(3, {
    target: { type: 'User', id: bob.id, displayName: 'bob' },
    // No name of today's, for its quote.
    activityDisplayName: "Reset somebody's password" as never,
  }),
  entry(4, { initiatedBy: application, target: { type: 'User', id: bob.id, displayName: 'bob' } }),
];

test.each(['Import', 'Token'] as const)(
  'of a %s Graph’s type is Other, and the entry is read by its id',
  async (type) => {
    const { asked, call } = await setup(entry(1, { target: { type, id: idOf('x'), displayName: 'X' } }));
    const { body } = await asked();
    expect(body.value[0].targetResources[0].type).toBe('Other');
    const one = await call({ route: `${list}/{id}`, path: { id: body.value[0].id } });
    expect(one.body).toMatchObject(body.value[0]);
  },
);

describe('by an import', () => {
  const id = idOf('import');
  const target = { type: 'Import', id, displayName: 'people.csv' } as const;
  const own = [entry(1, { target }), entry(2, { target }), entry(3), entry(4, { target, initiatedBy: application })];

  test.each([
    [`correlationId eq '${id}'`, [4, 2, 1]],
    [`correlationId eq ${id}`, [4, 2, 1]],
    [`correlationId eq '${id}' and initiatedBy/user/id eq '${helper.id}'`, [2, 1]],
    [`correlationId eq '${id}' and activityDateTime gt 2026-01-05T09:00:01Z`, [4, 2]],
    [`correlationId eq '${id}' and targetResources/any(t:t/id eq '${ada.id}')`, []],
    ["correlationId eq 'nothing'", []],
  ])('%s', async (filter, expected) => {
    const { asked, found } = await setup(...own);
    expect(await found(filter)).toEqual(expected);
    const { body } = await asked(filter);
    expect(body.value.every(({ correlationId }: { correlationId: string }) => correlationId === id)).toBe(true);
  });

  test('a page may go on behind its last row, and nothing else is a place', async () => {
    const { asked } = await setup(...own);
    const filter = `correlationId eq '${id}'`;
    const last = await asked(filter, { $top: '3' });
    const after = Object.fromEntries(new URL(last.body['@odata.nextLink']).searchParams);
    expect((await asked(undefined, after)).body).not.toHaveProperty('@odata.nextLink');
    const statuses = ['row#999999999', 'row#1234567890', 'row#-1', 'row#'].map(async (place) => {
      const $skiptoken = Buffer.from(place).toString('base64url');
      return (await asked(filter, { $skiptoken })).status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 400, 400, 400]);
  });
});

test.each([
  [undefined, [4, 3, 2, 1]],
  [`targetResources/any(t:t/id eq '${ada.id}')`, [2, 1]],
  [`targetResources/any( target : target/id  eq '${bob.id}' )`, [4, 3]],
  [`initiatedBy/user/id eq '${helper.id}'`, [3, 1]],
  [`initiatedBy/app/appId eq '${application.id}'`, [4, 2]],
  [`initiatedBy/user/id eq '${application.id}'`, []],
  [`initiatedBy/app/appId eq '${helper.id}'`, []],
  [`initiatedBy/app/appId eq '${application.id}' and targetResources/any(t:t/id eq '${ada.id}')`, [2]],
  ['activityDateTime ge 2026-01-05T09:00:02Z', [4, 3, 2]],
  ['activityDateTime gt 2026-01-05T09:00:02Z', [4, 3]],
  ['activityDateTime le 2026-01-05T09:00:02Z', [2, 1]],
  ['activityDateTime lt 2026-01-05T09:00:02.000Z', [1]],
  ['activityDateTime ge 2026-01-05T10:00:02+01:00 and activityDateTime lt 2026-01-05T09:00:04Z', [3, 2]],
  ['activityDateTime ge 2026-01-05 and activityDateTime lt 2026-01-06', [4, 3, 2, 1]],
  ['activityDateTime ge 2027-01-01 and activityDateTime lt 2026-01-01', []],
  ["activityDateTime ge 2026-01-01 and activityDisplayName eq 'Reset somebody''s password'", [3]],
  [`activityDisplayName eq 'Update user' and targetResources/any(t:t/id eq '${bob.id}')`, [4]],
  ["targetResources/any(t:t/id eq ' and initiatedBy')", []],
  ["(initiatedBy/user/id eq 'a')and activityDateTime ge 2026-01-01", []],
])('%s', async (filter, expected) => {
  const { found } = await setup(...several);
  expect(await found(filter)).toEqual(expected);
});

test.each([
  "activityDisplayName eq 'Update user'",
  "category eq 'UserManagement'",
  `initiatedBy/user/id eq '${helper.id}' or initiatedBy/user/id eq 'x'`,
  `not (initiatedBy/user/id eq '${helper.id}')`,
  "initiatedBy/user/id eq 'a' and initiatedBy/user/id eq 'b'",
  "initiatedBy/user/id ne 'a'",
  "initiatedBy/user/userPrincipalName eq 'a'",
  "targetResources/any(t:u/id eq 'a')",
  "targetResources/any/id eq 'a'",
  "targetResources/any(t:t/displayName eq 'a')",
  'activityDateTime eq 2026-01-05T09:00:02Z',
])('%j cannot be served: the answer lists what can', async (filter) => {
  const { asked } = await setup();
  const { status, body } = await asked(filter);
  expect([status, body.error.code, body.error.target]).toEqual([400, 'FilterNotServed', '$filter']);
  expect(body.error.message).toContain('initiatedBy/app/appId eq');
});

test.each([
  'activityDateTime ge 2026-13-01',
  'activityDateTime ge 2026-01-01T25:00:00Z',
  'activityDateTime ge 2026-01-01T09:00:00',
  'activityDateTime le 9999-12-31T23:59:59-12:00',
  'activityDateTime ge ----------',
  `initiatedBy/user/id eq '${'x'.repeat(129)}'`,
  "targetResources/any(t:t/id eq '')",
  "initiatedBy/user/id eq 'a",
  "initiatedBy/user/id eq 'a' and",
  'and',
  '',
])('%j has a value that is none, or is no OData', async (filter) => {
  const { asked } = await setup();
  const { status, body } = await asked(filter);
  expect([status, body.error.code, body.error.target]).toEqual([400, 'QueryInvalid', '$filter']);
});

test.each([
  { $top: '0' },
  { $top: '1001' },
  { $orderby: 'activityDateTime' },
  { $skiptoken: 'eA' },
  { $skiptoken: Buffer.from('2026-01-05T09:00:00.000Z#').toString('base64url') },
])('%j is refused', async (query) => {
  const { asked } = await setup();
  expect([(await asked(undefined, query as never)).status, (await asked()).status]).toEqual([400, 200]);
});

test('pages follow their links to the end, with the filter', async () => {
  const { call } = await setup(
    ...Array.from({ length: 25 }, (_, n) => entry(n, n % 5 ? {} : { initiatedBy: application })),
  );
  const seen: string[] = [];
  let query: Record<string, string> | undefined = { $top: '3', $filter: `initiatedBy/user/id eq '${helper.id}'` };
  for (let pages = 0; query; pages += 1) {
    const { body }: { body: { value: { id: string }[]; '@odata.nextLink'?: string } } = (await call({
      route: list,
      query,
    })) as never;
    expect(body.value.length).toBeLessThanOrEqual(3);
    seen.push(...body.value.map(({ id }) => id));
    const link = body['@odata.nextLink'];
    query = link ? Object.fromEntries(new URL(link).searchParams) : undefined;
    expect(pages).toBeLessThan(10);
  }
  expect([seen.length, new Set(seen).size]).toEqual([20, 20]);
});

test('a page whose entries do not fit is empty, and goes on', async () => {
  const many = Array.from({ length: 30 }, (_, n) =>
    entry(n, { activityDisplayName: n === 0 ? 'Add user' : 'Update user' }),
  );
  const { asked } = await setup(...many);
  const filter = "activityDateTime ge 2026-01-01 and activityDisplayName eq 'Add user'";
  const first = await asked(filter, { $top: '10' });
  expect(first.body.value).toEqual([]);
  const second = await asked(undefined, Object.fromEntries(new URL(first.body['@odata.nextLink']).searchParams));
  expect(second.body.value).toHaveLength(1);
  expect(second.body).not.toHaveProperty('@odata.nextLink');
});

test('a page ends before it is too large to be answered', async () => {
  const large = (n: number) => entry(n, { modifiedProperties: [{ displayName: 'x', newValue: 'x'.repeat(900_000) }] });
  const { asked } = await setup(large(1), large(2), large(3));
  const { body } = await asked(undefined, { $top: '1000' });
  expect(body.value).toHaveLength(2);
  const rest = await asked(undefined, Object.fromEntries(new URL(body['@odata.nextLink']).searchParams));
  expect(rest.body.value).toHaveLength(1);
});

describe('somebody who came from a file', () => {
  const birth = { row: { importId: 'the-import', rowNumber: 7, since: monday }, createdBy: 'import-bucket' };
  const carl = person('carl', {}, birth as never);
  const about = (n: number) => entry(n, { target: { type: 'User', id: carl.id, displayName: 'carl' } });
  const filter = `targetResources/any(t:t/id eq '${carl.id}')`;
  const withCarl = async (...entries: AuditEntry[]) => {
    const system = await setup(...entries);
    await system.directory.addPeople({ people: [carl], seatsFrom: 'free' });
    return system;
  };

  test('has a birth told from the record, in its place', async () => {
    const { asked, call } = await withCarl(about(5));
    const { body } = await asked(filter);
    expect(body.value).toHaveLength(2);
    expect(body.value[1]).toMatchObject({
      activityDisplayName: 'Add user',
      activityDateTime: monday,
      category: 'UserManagement',
      initiatedBy: { user: { id: 'import-bucket', displayName: 'import-bucket' }, app: null },
      correlationId: 'the-import',
      additionalDetails: [
        { key: 'importId', value: 'the-import' },
        { key: 'rowNumber', value: '7' },
      ],
    });
    const one = await call({ route: `${list}/{id}`, path: { id: body.value[1].id } });
    expect(one.body).toMatchObject(body.value[1]);
  });

  test('has it once, through pages of one', async () => {
    const { asked } = await withCarl(about(5), about(6));
    const times: string[] = [];
    for (let query: Record<string, string> | undefined = { $top: '1', $filter: filter }; query; ) {
      const { body } = await asked(undefined, query);
      times.push(...body.value.map(({ activityDateTime }: AuditEntry) => activityDateTime));
      query = body['@odata.nextLink'] && Object.fromEntries(new URL(body['@odata.nextLink']).searchParams);
    }
    expect(times).toEqual([addSeconds(monday, 6), addSeconds(monday, 5), monday]);
  });

  test('has it only where the other conditions are met', async () => {
    const { found } = await withCarl(about(5));
    expect(await found(`${filter} and activityDateTime gt ${monday}`)).toEqual([5]);
    expect(await found(`${filter} and initiatedBy/user/id eq 'import-bucket'`)).toEqual([0]);
    expect(await found(`${filter} and activityDisplayName eq 'Add user'`)).toEqual([0]);
    expect(await found(`initiatedBy/user/id eq '${helper.id}' and ${filter}`)).toEqual([5]);
  });

  test('has it once, behind pages of which nothing fits', async () => {
    const { asked } = await withCarl(...Array.from({ length: 30 }, (_, n) => about(n + 1)));
    let count = 0;
    let query: Record<string, string> | undefined = {
      $top: '10',
      $filter: `${filter} and activityDisplayName eq 'Add user'`,
    };
    while (query) {
      const { body } = await asked(undefined, query);
      count += body.value.length;
      query = body['@odata.nextLink'] && Object.fromEntries(new URL(body['@odata.nextLink']).searchParams);
    }
    expect(count).toBe(1);
  });

  test('has no second one where it is written down', async () => {
    const written = { ...about(0), activityDisplayName: 'Add user' } as const;
    const { found } = await withCarl(written, about(5));
    expect(await found(filter)).toEqual([5, 0]);
  });
});

test('what has expired is not shown, whether it is still there or not (case 33)', async () => {
  const old = entry(1, { activityDateTime: addDays(monday, -729) });
  const { asked, call, clock } = await setup(old);
  const [shown] = (await asked()).body.value;
  expect(shown).toBeDefined();
  clock.pass({ days: 1 });
  expect((await asked()).body.value).toEqual([]);
  expect((await asked(`targetResources/any(t:t/id eq '${ada.id}')`)).body.value).toEqual([]);
  expect((await call({ route: `${list}/{id}`, path: { id: shown.id } })).status).toBe(404);
});

test.each([
  '',
  'x',
  '_',
  'User_a_1_b_c',
  `User_${'x'.repeat(200)}_1_b`,
  'User_a_99999999999999999_b',
  '__proto___a_1_b',
  'Group_a_1_b',
])('there is no entry of the id %j', async (id) => {
  const { call } = await setup(entry(1));
  expect((await call({ route: `${list}/{id}`, path: { id } })).status).toBe(404);
});

test('only those who may read the audit can', async () => {
  const { call } = await setup(entry(1));
  const as = async (...roles: string[]) => (await call({ route: list, principal: { ...administrator, roles } })).status;
  expect(await Promise.all([as('Reports Reader'), as('User Administrator'), as('Directory Readers'), as()])).toEqual([
    200, 403, 403, 403,
  ]);
});
