/** GET /v1.0/users with its options: filters, orders, properties and counts, each served or refused by its name. */
import { readFileSync } from 'node:fs';
import type { Person } from '../../../shared/domain/person.ts';
import { mostAlternatives } from '../../../shared/graph/people/user-filter.ts';
import { mostRead } from '../../../shared/work/people/list-deleted-people.ts';
import { idOf, person } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { setup as routes } from '../routes.ts';

collectLog();

const setup = async (...change: Parameters<typeof routes>) => {
  const system = routes(...change);
  const people = ['Ada', 'Bob', 'Cem', 'Dan'].map((displayName, n): Person => {
    return { ...person(displayName), displayName, department: n < 2 ? 'Research' : 'Sales', accountEnabled: n !== 1 };
  });
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  const users = (query: Record<string, string>) => system.call({ route: 'GET /v1.0/users', query });
  return { ...system, users };
};

const etag = expect.stringMatching(/^W\/"/);

test('filter, order, properties and number together', async () => {
  const { users } = await setup();
  const { status, body } = await users({
    $filter: "department eq 'research'",
    $orderby: 'displayName desc',
    $select: 'displayName,accountEnabled',
    $count: 'true',
  });
  expect(status).toBe(200);
  expect(body).toEqual({
    '@odata.context': 'https://api.example/v1.0/$metadata#users(displayName,accountEnabled)',
    '@odata.count': 2,
    value: [
      { '@odata.etag': etag, displayName: 'Bob', accountEnabled: false },
      { '@odata.etag': etag, displayName: 'Ada', accountEnabled: true },
    ],
  });
});

test('the number is told with the first page; further pages need the same question', async () => {
  const { users, call } = await setup();
  const asked = { $filter: 'accountEnabled eq true', $count: 'true', $top: '2', $orderBy: 'displayName' };
  const first = await users(asked);
  expect([first.body['@odata.count'], first.body.value.length]).toEqual([3, 2]);
  const link = new URL(first.body['@odata.nextLink']);
  expect(link.search).not.toContain('+');
  const again = Object.fromEntries(link.searchParams);
  expect(again).toMatchObject({ $filter: asked.$filter, $top: '2', $orderby: 'displayName' });
  const second = await call({ route: 'GET /v1.0/users', query: again });
  expect(second.body).not.toHaveProperty('@odata.count');
  expect(second.body).not.toHaveProperty('@odata.nextLink');
  expect(second.body.value.map(({ displayName }: Person) => displayName)).toEqual(['Dan']);
  for (const change of [
    { $filter: 'accountEnabled eq false' },
    { $orderby: 'displayName desc' },
    { $orderby: 'userPrincipalName' },
    { $skiptoken: 'AAAA' },
  ]) {
    const other = await users({ ...again, ...change });
    expect([other.status, other.body.error]).toMatchObject([400, { code: 'QueryInvalid', target: '$skiptoken' }]);
  }
  expect((await users({ ...again, $top: '1', $select: 'id' })).status).toBe(200);
});

test('one user with some properties, whatever the case of their names', async () => {
  const { call } = await setup();
  const ask = (query: Record<string, string>) => {
    return call({ route: 'GET /v1.0/users/{id}', path: { id: idOf('Ada') }, query });
  };
  expect((await ask({ $select: 'displayname, ID' })).body).toEqual({
    '@odata.context': 'https://api.example/v1.0/$metadata#users(displayName,id)/$entity',
    '@odata.etag': etag,
    id: idOf('Ada'),
    displayName: 'Ada',
  });
  expect((await ask({ $filter: 'accountEnabled eq true' })).body.error.target).toBe('$filter');
});

test('a star is every property', async () => {
  const { users } = await setup();
  const [all, star] = [await users({}), await users({ $select: '*' })];
  expect(star.body.value).toEqual(all.body.value);
});

test('this page of the documentation says how many are looked at', () => {
  const page = readFileSync('docs/coming-from-microsoft-graph.md', 'utf8');
  expect(page).toContain(`counted up to ${mostRead.toLocaleString('en')}`);
  expect(page).toContain(`by \`in\` or \`or\`, ${mostAlternatives} at most`);
});

test('who has an employee id is found by it, alone or with more conditions; who is deleted is not', async () => {
  const { users, call, directory } = await setup();
  const eva = person('eva', { employeeId: 'É-7' });
  await directory.addPeople({ people: [eva], seatsFrom: 'free' });
  const found = async ($filter: string, more = {}) => {
    const { status, body } = await users({ $filter, $select: 'id,employeeId', ...more });
    return status === 200 ? body.value.map(({ employeeId }: Person) => employeeId) : body.error.code;
  };
  expect(await found("employeeId eq 'e\u0301-7'")).toEqual(['É-7']);
  expect(await found("employeeid eq 'é-7' and accountEnabled eq true", { $orderby: 'displayName' })).toEqual(['É-7']);
  expect(await found("employeeId eq 'é-7' and accountEnabled eq false")).toEqual([]);
  expect(await found("employeeId eq '8'")).toEqual([]);
  expect(await found("startswith(employeeId,'e\u0301')")).toEqual(['É-7']);
  expect(await found("startswith(employeeId,'7')")).toEqual([]);
  expect(await found('employeeId eq 7')).toBe('QueryInvalid');
  expect(await found("endswith(employeeId,'7')")).toBe('FilterNotServed');
  expect(await found("not startswith(employeeId,'7')")).toBe('FilterNotServed');
  expect((await users({ $filter: "employeeId eq 'é-7'", $count: 'true' })).body['@odata.count']).toBe(1);
  await call({ route: 'DELETE /v1.0/users/{id}', path: { id: eva.id } });
  expect(await found("employeeId eq 'é-7'")).toEqual([]);
});

test("somebody else's employee id is a 409 that names who has it, to add and to change", async () => {
  const { call, directory } = await setup();
  await directory.addPeople({ people: [person('eva', { employeeId: 'E7' })], seatsFrom: 'free' });
  const body = { userPrincipalName: 'fay@contoso.com', displayName: 'Fay', employeeId: 'e7' };
  const added = await call({ route: 'POST /v1.0/users', body });
  const changed = await call({
    route: 'PATCH /v1.0/users/{id}',
    path: { id: idOf('Ada') },
    body: { employeeId: 'E7' },
  });
  for (const { status, body: answer } of [added, changed]) {
    expect([status, answer.error]).toMatchObject([409, { code: 'EmployeeIdTaken', target: 'employeeId' }]);
    expect(answer.error.message).toContain(`eva (${idOf('eva')})`);
  }
});

test('the number of users is a text', async () => {
  const { call } = await setup();
  const ask = (query: Record<string, string>) => {
    return call({ route: 'GET /v1.0/users/{id}', path: { id: '$count' }, query });
  };
  const all = await ask({});
  expect([all.status, all.text, all.headers['content-type']]).toEqual([200, '4', 'text/plain; charset=utf-8']);
  expect((await ask({ $filter: "startswith(displayName,'b')" })).text).toBe('1');
  expect((await ask({ $select: 'id' })).body.error).toMatchObject({ code: 'QueryInvalid', target: '$select' });
  expect((await ask({ $search: '"displayName:b"' })).body.error.code).toBe('FilterNotServed');
});

test('more people than can be counted are not counted wrong', async () => {
  const { directory } = routes();
  const { call } = await setup({ directory: { ...directory, countPeople: async () => undefined } });
  for (const request of [
    { route: 'GET /v1.0/users', query: { $count: 'true' } },
    { route: 'GET /v1.0/users/{id}', path: { id: '$count' } },
  ]) {
    const { status, body } = await call(request);
    expect([status, body.error]).toMatchObject([400, { code: 'FilterNotServed', target: '$count' }]);
  }
});

test.each([
  ['$filter', '', 'a value or property is expected at character 1'],
  ['$filter', "displayName eq 'A", 'the quote at character 16 is never closed'],
  ['$filter', '('.repeat(3000), 'it is nested deeper than 50'],
  ['$filter', '('.repeat(10_000), 'it is longer than 4096 characters'],
  ['$filter', "__proto__ eq 'a'", 'there is no property __proto__'],
  ['$select', '', 'there is no property without a name'],
  ['$select', '__proto__', 'there is no property __proto__'],
  ['$select', 'constructor', 'there is no property constructor'],
  ['$select', 'id,,mail', 'there is no property without a name'],
  ['$select', 'id,shoeSize', 'there is no property shoeSize'],
  ['$orderby', '', 'it is userPrincipalName or displayName, each with asc or desc'],
  ['$orderby', 'displayName up', 'it is userPrincipalName or displayName, each with asc or desc'],
  ['$orderby', 'displayName,mail', 'it is userPrincipalName or displayName, each with asc or desc'],
  ['$orderby', 'toString', 'it is userPrincipalName or displayName, each with asc or desc'],
  ['$count', 'yes', 'true or false'],
  ['$count', '', 'true or false'],
  ['$top', '0', '1 to 999'],
])('%s=%.20s is refused: %s', async (target, value, fact) => {
  const { users } = await setup();
  const { status, body } = await users({ [target]: value });
  expect([status, body.error]).toMatchObject([400, { code: 'QueryInvalid', target }]);
  expect(body.error.message).toBe(`The query option ${target} is not valid: ${fact}.`);
});

test.each([
  ['$filter', "mailNickname eq 'a' or displayName eq 'b'", 'eq, ne and in on userPrincipalName'],
  ['$filter', "contains(displayName,'a')", 'eq, ne and in on userPrincipalName'],
  ['$filter', 'onPremisesSyncEnabled eq true', 'eq, ne and in on userPrincipalName'],
  ['$orderby', 'employeeHireDate', 'userPrincipalName or displayName'],
  ['$orderby', 'createdDateTime desc', 'userPrincipalName or displayName'],
  ['$search', '"displayName:ada"', 'startswith'],
])('%s=%s would need the whole directory: refused with what can be asked', async (target, value, fact) => {
  const { users } = await setup();
  const { status, body } = await users({ [target]: value });
  expect([status, body.error]).toMatchObject([400, { code: 'FilterNotServed', target }]);
  expect(body.error.message).toContain(fact);
});

test('a query is read before anything is asked of the table', async () => {
  const untouched = async () => Promise.reject(new Error('asked'));
  const { directory } = routes();
  const { call } = routes({ directory: { ...directory, listPeople: untouched, countPeople: untouched } });
  const query = { $count: 'true', $skiptoken: 'AAAA' };
  expect((await call({ route: 'GET /v1.0/users', query })).status).toBe(400);
  expect((await call({ route: 'GET /v1.0/users', query: { $filter: 'x', $count: 'true' } })).status).toBe(400);
});

describe('what is to end, and what passwords and mailboxes are good for', () => {
  const setup = async () => {
    const system = routes();
    const chosen = { password: 'Lighthouse-77-Zebra', forceChangePasswordNextSignIn: false };
    await system.create({ passwordProfile: chosen });
    await system.create({
      userPrincipalName: 'bob@contoso.com',
      displayName: 'Bob',
      passwordPolicies: 'DisablePasswordExpiration',
    });
    const found = async ($filter: string, more: Record<string, string> = {}) => {
      const { status, body } = await system.call({
        route: 'GET /v1.0/users',
        query: { $filter, $select: 'displayName', ...more },
      });
      return status === 200 ? body.value.map(({ displayName }: Person) => displayName) : body.error.code;
    };
    return { ...system, found };
  };

  test.each([
    ['passwordExpiresDateTime ge 2026-04-05T09:00:00Z and passwordExpiresDateTime lt 2026-04-06', ['Ada']],
    ['passwordExpiresDateTime le 2026-04-05T09:00:00Z', ['Ada']],
    ['passwordExpiresDateTime lt 2026-04-05T09:00:00Z', []],
    ['passwordExpiresDateTime gt 2026-04-05T09:00:00Z', []],
    ["passwordExpiresDateTime ne null and startswith(displayName,'b')", []],
    ["passwordState eq 'VALID'", ['Ada', 'Bob']],
    ["passwordState eq 'expired'", []],
    ['mailbox/state eq null', ['Ada', 'Bob']],
    ["mailbox/state ne 'grace' and accountEnabled eq true", ['Ada', 'Bob']],
    ["credentialMail/deliveryStatus eq 'bounced'", []],
    ['deletedDateTime ge 2026-01-01', []],
    ["passwordState eq 'good'", 'QueryInvalid'],
    ["passwordExpiresDateTime le 'tomorrow'", 'QueryInvalid'],
    ['passwordExpiresDateTime le 2026-13-45', 'QueryInvalid'],
  ])('%s', async (filter, expected) => {
    const { found } = await setup();
    expect(await found(filter)).toEqual(expected);
  });

  test('what ends comes in no order, and is not counted: the forecast says how many', async () => {
    const { found, call } = await setup();
    const filter = 'passwordExpiresDateTime le 2026-12-31';
    expect(await found(filter, { $orderby: 'displayName' })).toBe('FilterNotServed');
    expect(
      (await call({ route: 'GET /v1.0/users/{id}', path: { id: '$count' }, query: { $filter: filter } })).status,
    ).toBe(400);
  });

  test('the deleted by the day on which they were', async () => {
    const { call, clock } = await setup();
    await call({ route: 'DELETE /v1.0/users/{id}', path: { id: 'ada@contoso.com' } });
    clock.pass({ days: 2 });
    await call({ route: 'DELETE /v1.0/users/{id}', path: { id: 'bob@contoso.com' } });
    const deleted = async ($filter: string) =>
      (
        await call({ route: 'GET /v1.0/directory/deletedItems/microsoft.graph.user', query: { $filter } })
      ).body.value.map(({ displayName }: Person) => displayName);
    expect(await deleted('deletedDateTime lt 2026-01-06')).toEqual(['Ada']);
    expect(await deleted('deletedDateTime ge 2026-01-06')).toEqual(['Bob']);
  });
});
