/** What scripts ask: each line of test/samples/reported/queries.txt, with its neighbours. */
import { readFileSync } from 'node:fs';
import { createRouter } from '../../../infra/local/loops/http-routes.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { unmatchedRoute } from '../../../shared/graph/addresses/unmatched-route.ts';
import { onGraph } from '../../../shared/graph/on-graph.ts';
import { contracts } from '../../../shared/graph/reference/contracts.ts';
import { gatewayRoute } from '../../../shared/lambda/gateway-request.ts';
import { monday } from '../../fakes/clock.ts';
import { e3, idOf, person } from '../../fakes/people.ts';
import { callHttp, collectLog } from '../calling.ts';
import { setup as routes } from '../routes.ts';

collectLog();

const setup = async () => {
  const system = routes();
  await system.directory.putSku({ ...e3, enabled: 9 });
  const people: Person[] = [
    person('t10a', { employeeId: '1', skuIds: [e3.skuId] }),
    { ...person('t10c'), accountEnabled: false },
    person('t10d', { mailNickname: 't10a' }),
    person('b1', { skuIds: [e3.skuId] }),
  ];
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  const b1 = people[3] as Person;
  const after = { ...b1, assignedLicenses: [], deleted: { dateTime: monday, licenses: b1.assignedLicenses } };
  await system.directory.changePeople([{ before: b1, after }]);

  const known = createRouter(
    Object.keys(contracts).map((key) => ({ key: gatewayRoute(key), functionArn: '', authorizer: undefined })),
  );
  /** Asks as the gateway does: by a route, or by that of what is not known, which asks again. */
  const ask = async (method: string, address: string, body?: unknown): ReturnType<typeof callHttp> => {
    const { pathname, search } = new URL(address, 'https://api.example');
    const found = known(method, pathname);
    const more = { rawQuery: search.slice(1), ...(body !== undefined && { body }) };
    if (found !== undefined) {
      const route = found.route.key.replace(/\{(batch|ref)\}/, '$$$1');
      return system.call({ route, path: found.pathParameters, ...more });
    }
    const callOn = async (_request: unknown, path: string, wanted: string) => {
      const { status, headers, text } = await ask(wanted, path + search, body);
      return { status, headers, text };
    };
    const handler = onGraph({ $default: unmatchedRoute({ needs: async () => contracts, callOn }) });
    const rawPath = decodeURIComponent(pathname);
    return callHttp(handler, { route: '$default', method, rawPath, principal: null, ...more });
  };
  return { ...system, ask };
};

const names = ({ body }: { body: { value: Person[] } }) => body.value.map((one) => one.userPrincipalName.split('@')[0]);
const users = ['t10a', 't10c', 't10d'];

/** What each line comes to: a status, and whom it finds, or what is in the answer. */
const lines: Record<string, [number, string[] | object | undefined]> = {
  'GET /v1.0/Users/t10c@contoso.com': [200, { userPrincipalName: 't10c@contoso.com' }],
  'GET /v1.0/users/': [200, users],
  'GET /v1.0/users/{ID IN UPPER CASE}': [200, { userPrincipalName: 't10a@contoso.com' }],
  'GET /v1.0/groups': [404, { error: { message: expect.stringContaining("segment 'groups'") } }],
  "GET /v1.0/users?$filter=employeeId eq '1'": [200, ['t10a']],
  "GET /v1.0/users?$filter=mailNickname eq 't10a'": [200, ['t10a', 't10d']],
  "GET /v1.0/users?$filter=userPrincipalName in ('t10a@contoso.com','t10c@contoso.com')": [200, ['t10a', 't10c']],
  'GET /v1.0/users?$filter=accountEnabled ne true': [200, ['t10c']],
  'GET /v1.0/users?$filter=assignedLicenses/$count eq 0&$count=true': [200, { '@odata.count': 2 }],
  "GET /v1.0/users?$filter=endsWith(mail,'contoso.com')&$count=true": [200, { '@odata.count': 1 }],
  'GET /v1.0/users?$select=displayName,onPremisesSyncEnabled': [
    200,
    { value: expect.arrayContaining([expect.objectContaining({ displayName: 't10a', onPremisesSyncEnabled: null })]) },
  ],
  'GET /v1.0/directory/deletedItems/graph.user': [200, ['b1']],
  "GET /v1.0/directory/deletedItems/microsoft.graph.user?$filter=userPrincipalName eq 'b1@contoso.com'": [200, ['b1']],
  'POST /v1.0/directory/deletedItems/{id}/restore {"autoReconcileProxyConflict":true}': [
    200,
    { userPrincipalName: 'b1@contoso.com' },
  ],
  'HEAD /v1.0/users/t10a@contoso.com': [200, undefined],
};

const written = (line: string): [string, string, unknown] => {
  const id = line.startsWith('POST') ? idOf('b1') : idOf('t10a').toUpperCase();
  const [, method = '', address = '', body] = /^(\w+) (.*?)(?: (\{"[^ ]*))?$/.exec(line) ?? [];
  return [method, address.replace(/\{[^}]*\}/, id), body === undefined ? undefined : JSON.parse(body)];
};

const reported = readFileSync('test/samples/reported/queries.txt', 'utf8')
  .split(/\r?\n/)
  .filter((line) => line !== '');

test.each(reported)('%s', async (line) => {
  const { ask } = await setup();
  const [status, wanted] = lines[line] ?? [];
  const answer = await ask(...written(line));
  expect(answer.status).toBe(status);
  if (Array.isArray(wanted)) expect(names(answer as never).toSorted()).toEqual(wanted);
  else if (wanted !== undefined) expect(answer.body).toMatchObject(wanted);
  else expect(answer.text).toBe('');
});

test.each([
  ["/v1.0/users('t10a@contoso.com')", ['t10a']],
  ["/v1.0/USERS(userPrincipalName='T10A@contoso.com')/", ['t10a']],
])('GET %s is one person', async (address, [name]) => {
  const { ask } = await setup();
  expect((await ask('GET', address)).body.userPrincipalName).toBe(`${name}@contoso.com`);
});

test.each<[string, string[]]>([
  [`/v1.0/users?$FILTER=ID IN ('${idOf('t10a').toUpperCase()}','x')`, ['t10a']],
  [
    "/v1.0/users?$filter=userPrincipalName eq 't10a@contoso.com' or userPrincipalName eq 'T10C@contoso.com'",
    ['t10a', 't10c'],
  ],
  [`/v1.0/users?$filter=id eq '${idOf('t10d')}' or mail eq 't10a@contoso.com'`, ['t10a', 't10d']],
  ["/v1.0/users?$filter=not(userPrincipalName eq 't10a@contoso.com')", ['t10c', 't10d']],
  ["/v1.0/users?$filter=userType eq 'Guest'", []],
  ["/v1.0/users?$filter=userType eq 'Member' and accountEnabled eq true", ['t10a', 't10d']],
  ["/v1.0/users?$filter=startswith(displayName,'t10a') or startswith(userPrincipalName,'t10c')", ['t10a', 't10c']],
  [
    '/v1.0/directory/deletedItems/Microsoft.Graph.User?$count=true&$orderby=displayName desc&$select=userPrincipalName',
    ['b1'],
  ],
  [
    "/v1.0/directory/deletedItems/graph.user?$filter=startswith(userPrincipalName,'b') and mailNickname eq 'B1'&$top=1",
    ['b1'],
  ],
  ["/v1.0/directory/deletedItems/graph.user?$filter=displayName eq 'nobody'", []],
])('GET %s finds %j', async (address, wanted) => {
  const { ask } = await setup();
  const answer = await ask('GET', address);
  expect([answer.status, answer.status === 200 && names(answer as never).toSorted()]).toEqual([200, wanted]);
});

test('several people are paged, in either order', async () => {
  const { ask } = await setup();
  const filter = "$filter=userPrincipalName in ('t10a@contoso.com','t10c@contoso.com','t10d@contoso.com')";
  for (const order of ['', '&$orderby=displayName desc']) {
    const found: unknown[] = [];
    for (let next: string | undefined = `/v1.0/users?${filter}&$top=1${order}`; next; ) {
      const answer: Awaited<ReturnType<typeof ask>> = await ask('GET', next);
      found.push(...names(answer as never));
      next = answer.body['@odata.nextLink'];
    }
    expect(found).toEqual(order === '' ? users : users.toReversed());
  }
});

test.each([
  ["$filter=mailNickname eq 'x'&$orderby=displayName", '$orderby'],
  ["$filter=mailNickname eq 'x'&$count=true", '$count'],
])('%s is refused: whom a nickname means is looked for among everybody', async (query, target) => {
  const { ask } = await setup();
  const answer = await ask('GET', `/v1.0/users?${query}`);
  expect([answer.status, answer.body.error]).toMatchObject([400, { code: 'FilterNotServed', target }]);
});

test('more alternatives than a page has people are refused', async () => {
  const { ask } = await setup();
  const ids = Array.from({ length: 101 }, (_, n) => `'${n}'`).join(',');
  expect((await ask('GET', `/v1.0/users?$filter=id in (${ids})`)).body.error.code).toBe('QueryInvalid');
});

test('a licence is read by its id in any case', async () => {
  const { ask, directory } = await setup();
  const skuId = '6fd2c87f-b296-42f0-b197-1e91e994b900';
  await directory.putSku({ skuId, skuPartNumber: 'X', carriesMailbox: false, enabled: 1 });
  expect((await ask('GET', `/v1.0/subscribedSkus/${skuId.toUpperCase()}`)).body.skuId).toBe(skuId);
  const upper = 'C5928F49-12BA-48F7-ADA3-0D743A3601D5';
  await directory.putSku({ skuId: upper, skuPartNumber: 'Y', carriesMailbox: false, enabled: 1 });
  expect((await ask('GET', `/v1.0/subscribedSkus/${upper}`)).body.skuId).toBe(upper);
});
