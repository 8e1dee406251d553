/** Asking for people: by filter, in order, counted, page by page. */
import { gathered } from '../driver/api.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, someone, unique } from '../driver/names.ts';
import type { Licence, Page, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
let licence: Licence;
const department = `Search ${unique()}`;
const prefix = `Zoë ${unique()}`;
/** Some have the same name; some are blocked; one has a licence, and so a mailbox. */
const given = Array.from({ length: 12 }, (_, n) => ({
  ...someone(`search${n}`),
  displayName: `${prefix} ${n % 5}`,
  department,
  accountEnabled: n % 3 > 0,
}));

const listOf = (query: Record<string, string>) =>
  gathered(muster.api.walk<User>(`/v1.0/users?${new URLSearchParams(query)}`));
const ofDepartment = `department eq '${department.toUpperCase()}'`;

beforeAll(async () => {
  muster = await sharedMuster();
  licence = await newLicence(muster, 1);
  const [first, ...others] = given;
  const licensed = { ...first, usageLocation: 'NL', assignedLicenses: [{ skuId: licence.skuId }] };
  await Promise.all([licensed, ...others].map((person) => muster.api.addUser(person)));
  // The index follows a moment later.
  const isWhole = (people: User[]) => people.length === given.length;
  const show = (people: User[]) => people.length;
  await waitFor('everybody in the index', () => listOf({ $filter: ofDepartment }), isWhole, { show });
});
afterAll(() => muster.close());

test('everybody of a department, by name, a few at a time, and their number', async () => {
  for (const direction of ['asc', 'desc']) {
    const query = { $filter: ofDepartment, $orderby: `displayName ${direction}`, $top: '5', $select: 'displayName' };
    const names = (await listOf(query)).map(({ displayName }) => displayName);
    const sorted = given.map(({ displayName }) => displayName).toSorted();
    expect(names).toEqual(direction === 'asc' ? sorted : sorted.toReversed());
  }
  const query = new URLSearchParams({ $filter: ofDepartment, $count: 'true', $top: '3' });
  const { body } = await muster.api.ask('GET', `/v1.0/users?${query}`, undefined, {
    headers: { consistencylevel: 'eventual' },
  });
  expect(body).toMatchObject({ '@odata.count': given.length });
  const count = await muster.api.ask('GET', `/v1.0/users/$count?${new URLSearchParams({ $filter: ofDepartment })}`);
  expect([count.status, count.text, count.headers.get('content-type')]).toEqual([
    200,
    String(given.length),
    'text/plain; charset=utf-8',
  ]);
});

test('by the beginning of a name, by address, by licence, by several things at once', async () => {
  const found = async ($filter: string) => (await listOf({ $filter })).map((user) => user.userPrincipalName).toSorted();
  const names = (people: { userPrincipalName: string }[]) => people.map((one) => one.userPrincipalName).toSorted();
  const [licensed, other] = given as [(typeof given)[number], (typeof given)[number]];
  expect(await found(`startsWith(displayName,'${prefix.toUpperCase()}')`)).toEqual(names(given));
  expect(await found(`startswith(displayName,'${prefix.normalize('NFD')} 1')`)).toHaveLength(3);
  expect(await found(`displayName eq '${prefix} 4'`)).toHaveLength(2);
  expect(await found(`startswith(userPrincipalName,'${licensed.userPrincipalName.slice(0, 12)}')`)).toEqual(
    names([licensed]),
  );
  expect(await found(`mail eq '${licensed.userPrincipalName.toUpperCase()}'`)).toEqual(names([licensed]));
  expect(await found(`mail eq '${other.userPrincipalName}'`)).toEqual([]);
  expect(await found(`userPrincipalName eq '${other.userPrincipalName}'`)).toEqual(names([other]));
  expect(await found(`assignedLicenses/any(s:s/skuId eq ${licence.skuId})`)).toEqual(names([licensed]));
  expect(
    await found(`(${ofDepartment}) and accountEnabled eq false and startswith(displayName,'${prefix} 0')`),
  ).toEqual(names([licensed]));
});

test('a token of another question, odd OData, and what needs the whole directory: refused by name', async () => {
  const query = new URLSearchParams({ $filter: ofDepartment, $top: '2' });
  const next = ((await muster.api.ask('GET', `/v1.0/users?${query}`)).body as Page<User>)['@odata.nextLink'] ?? '';
  const token = new URL(next).searchParams.get('$skiptoken') ?? '';
  const cases: [string, string, string][] = [
    [`$skiptoken=${token}`, 'QueryInvalid', '$skiptoken'],
    ['$filter=', 'QueryInvalid', '$filter'],
    ["$filter=displayName eq 'O'Neil'", 'QueryInvalid', '$filter'],
    [`$filter=${'('.repeat(2000)}`, 'QueryInvalid', '$filter'],
    ['$select=__proto__', 'QueryInvalid', '$select'],
    ['$top=1&$top=2', 'QueryInvalid', '$top'],
    ["$filter=contains(displayName,'a')", 'FilterNotServed', '$filter'],
    ["$filter=jobTitle eq 'a' or jobTitle eq 'b'", 'FilterNotServed', '$filter'],
    ['$orderby=jobTitle', 'FilterNotServed', '$orderby'],
    ['$search="displayName:a"', 'FilterNotServed', '$search'],
  ];
  for (const [option, code, target] of cases) {
    const answer = await muster.api.ask('GET', `/v1.0/users?${option}`);
    expect([option, answer.status, answer.body]).toMatchObject([option, 400, { error: { code, target } }]);
  }
});
