/** Migration batches by HTTP: how they are asked for, read and changed, by whom, and what is refused. */
import { roleNames } from '../../../shared/domain/access/roles.ts';
import { mostOpenImports } from '../../../shared/domain/imports/open-imports.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { migrationContracts } from '../../../shared/graph/imports/batch-contracts.ts';
import { batchRoutes } from '../../../shared/graph/imports/batch-routes.ts';
import { readBatchRoutes } from '../../../shared/graph/imports/read-batch-routes.ts';
import { onGraph } from '../../../shared/graph/on-graph.ts';
import { administrator, idOf } from '../../fakes/people.ts';
import { imports } from '../../work/imports/ask-import.ts';
import { newSystem } from '../../work/imports/system.ts';
import { callHttp, collectLog, type HttpCall } from '../calling.ts';

const log = collectLog();
const address = '/v1.0/migrationBatches';
const asked = { fileName: 'wave.csv', displayName: 'Finance', migrationType: 'exchangeStaged' };
const mebibyte = 1024 * 1024;

const setup = (change: object = {}) => {
  const system = newSystem();
  Object.assign(system.ports, change);
  const handler = onGraph({ ...batchRoutes(system.ports), ...readBatchRoutes(system.ports) });
  /** Every answer is held against what is promised of its route. */
  const call = async (route: string, more: Partial<HttpCall> = {}) => {
    const answer = await callHttp(handler, { route, ...more });
    const promised = migrationContracts[route]?.answers[answer.status];
    if (answer.status < 300) expect(promised).toBeDefined();
    if (typeof promised === 'object') expect(promised.safeParse(answer.body).error).toBeUndefined();
    return answer;
  };
  const post = (body: object = {}) => call(`POST ${address}`, { body: { ...asked, ...body } });
  const of =
    (id: string) =>
    (action: string, more: Partial<HttpCall> = {}) => {
      const [method, path = ''] = action.split(' ');
      return call(`${method} ${address}/{id}${path}`, { path: { id }, ...more });
    };
  const put = async (id: string, content: string) => {
    await system.announce(`imports/${id}/wave.csv`, content);
    await system.drain();
  };
  /** A batch whose rows have their outcome. */
  const synced = async (names: readonly string[]) => {
    const { id } = (await post({ autoStart: true })).body;
    await put(id, ['EmailAddress,Password,ForceChangePassword', ...names.map((name) => `${name},,False`)].join('\n'));
    return { id: id as string, at: of(id) };
  };
  return { system, call, post, of, put, synced };
};
const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];

test('a batch that is asked for waits for its start, and says where its file is to be put', async () => {
  const { post, system } = setup();
  const start = addDays(system.clock.now(), 2);
  const { status, headers, body } = await post({ startAfterDateTime: start, notificationEmails: ['a@example.net'] });
  expect([status, headers.location]).toEqual([201, `https://api.example${address}/${body.id}`]);
  expect(body).toMatchObject({
    ...{ displayName: 'Finance', migrationType: 'exchangeStaged', status: 'Created', totalCount: null, error: null },
    ...{ autoStart: false, autoComplete: false, startAfterDateTime: start, completeAfterDateTime: null },
    notificationEmails: ['a@example.net'],
    createdBy: { id: administrator.id },
    upload: { method: 'PUT', url: expect.stringContaining(`imports/${body.id}/wave.csv`) },
  });
  expect((await system.imports.read(body.id))?.migration?.displayName).toBe('Finance');
  expect(log.text()).not.toContain('files.example');
});

test('a large file comes in parts, as that of any import', async () => {
  const { body } = await setup().post({ fileSize: 20 * mebibyte });
  expect(body.upload).toEqual({ partSize: 8 * mebibyte, parts: 3 });
});

test.each([
  ['displayName', { displayName: '' }],
  ['displayName', { displayName: 'x'.repeat(65) }],
  ['migrationType', { migrationType: 'publicFolder' }],
  ['notificationEmails', { notificationEmails: ['nobody'] }],
  ['notificationEmails', { notificationEmails: Array.from({ length: 11 }, (_, n) => `a${n}@example.net`) }],
  ['startAfterDateTime', { startAfterDateTime: 'tomorrow' }],
  ['completeAfterDateTime', { completeAfterDateTime: '2026-13-01T00:00:00Z' }],
  ['dryRun', { dryRun: true }],
  ['fileName', { fileName: '../wave.csv' }],
])('a wrong %s is refused with its place, and begins nothing', async (target, body) => {
  const { post, system } = setup();
  const answer = await post(body);
  expect([answer.status, answer.body.error.details[0].target]).toEqual([400, expect.stringContaining(target)]);
  expect(system.memory.jobs.size).toBe(0);
});

test('what an import is refused for, a batch is, too; and a cutover while people come from on premises', async () => {
  const { post, system } = setup();
  expect(codeOf(await post({ fileSize: 2048 * mebibyte + 1 }))).toEqual([400, 'FileTooLarge']);
  expect(codeOf(await post({ userNamePattern: '{nothing}' }))).toEqual([400, 'UserNamePatternInvalid']);
  const organisation = { ...system.organisation, onPremisesSync: { isEnabled: true, since: system.clock.now() } };
  const beside = setup({ organisation });
  const cutover = { migrationType: 'exchangeCutover' };
  expect(codeOf(await beside.post(cutover))).toEqual([409, 'CutoverWhileSynchronized']);
  expect((await beside.post()).status).toBe(201);
  expect((await post(cutover)).status).toBe(201);
});

test('only so many may be open at once; one that is started again is one of them', async () => {
  const { post, put, of, system } = setup();
  const { id } = (await post()).body;
  const at = of(id);
  await put(id, 'EmailAddress,Password,ForceChangePassword\nann@contoso.com,,False');
  expect((await at('POST /stop')).status).toBe(202);
  await system.drain();
  expect((await at('GET')).body).toMatchObject({ status: 'Stopped', stoppedDateTime: expect.any(String) });
  for (let more = 0; more < mostOpenImports; more += 1) expect((await post()).status).toBe(201);
  expect(codeOf(await post())).toEqual([409, 'TooManyOpenImports']);
  expect(codeOf(await at('POST /start'))).toEqual([409, 'TooManyOpenImports']);
});

test('a batch is started, stopped, started, completed twice and taken off the list', async () => {
  const { post, put, of, call, system } = setup();
  const { id } = (await post()).body;
  const at = of(id);
  await put(id, 'EmailAddress,Password,ForceChangePassword\nann@contoso.com,,False\nno address,,False');
  expect(codeOf(await at('POST /complete'))).toEqual([409, 'BatchNotSynced']);
  expect(codeOf(await at('DELETE'))).toEqual([409, 'ImportNotOver']);
  const started = await at('POST /start');
  expect([started.status, started.headers.location]).toEqual([202, `https://api.example${address}/${id}`]);
  await system.drain();
  const counts = { totalCount: 2, activeCount: 0, failedCount: 1, skippedCount: 0, stoppedCount: 0 };
  const synced = { status: 'SyncedWithErrors', ...counts, syncedCount: 1, finalizedCount: 0, stoppedDateTime: null };
  expect((await at('GET')).body).toMatchObject(synced);
  expect(codeOf(await at('POST /start'))).toEqual([409, 'ImportNotResumable']);
  const stopped = { status: 'Stopped', syncedCount: 0, stoppedCount: 1, stoppedDateTime: system.clock.now() };
  expect((await at('POST /stop')).body).toMatchObject(stopped);
  expect(codeOf(await at('POST /stop'))).toEqual([409, 'ImportOver']);
  expect(codeOf(await at('POST /complete'))).toEqual([409, 'BatchNotSynced']);
  expect((await at('POST /start')).body).toMatchObject(synced);
  const first = await at('POST /complete');
  const completed = {
    status: 'CompletedWithErrors',
    ...counts,
    finalizedCount: 1,
    finalizedDateTime: stopped.stoppedDateTime,
  };
  expect([first.status, first.body]).toEqual([202, expect.objectContaining(completed)]);
  expect((await at('POST /complete')).body).toEqual(first.body);
  expect(codeOf(await at('POST /start'))).toEqual([409, 'ImportNotResumable']);
  expect((await at('DELETE')).status).toBe(204);
  for (const action of ['GET', 'GET /users', 'POST /start', 'POST /stop', 'POST /complete', 'DELETE']) {
    expect([action, ...codeOf(await at(action))]).toEqual([action, 404, 'NotFound']);
  }
  expect((await call(`GET ${address}`)).body.value).toEqual([]);
});

test('nothing is found by the id of another import, by one that is nobody’s, and by no id', async () => {
  const { system, of } = setup();
  const other = await imports(system).begin('User Name,Display Name\nann@contoso.com,Ann');
  for (const id of [other, idOf('nothing'), 'x']) {
    expect([id, ...codeOf(await of(id)('GET'))]).toEqual([id, 404, 'NotFound']);
    expect([id, ...codeOf(await of(id)('POST /start'))]).toEqual([id, 404, 'NotFound']);
  }
});

test('who loses every race for a batch is told to look anew', async () => {
  const { synced, system } = setup();
  const { at } = await synced(['ann@contoso.com']);
  jest.spyOn(system.ports.batches, 'mark').mockResolvedValue(false);
  for (const action of ['POST /stop', 'POST /complete', 'DELETE']) {
    expect([action, ...codeOf(await at(action))]).toEqual([action, 409, 'ConcurrentChange']);
  }
});

test('the list has the newest first, in pages; other imports are none of it', async () => {
  const { call, post, system } = setup();
  await imports(system).begin('User Name,Display Name\nann@contoso.com,Ann');
  for (const displayName of ['One', 'Two', 'Three']) {
    system.clock.pass({ minutes: 1 });
    await post({ displayName });
  }
  const page = async (query: Record<string, string>) => (await call(`GET ${address}`, { query })).body;
  const first = await page({ $top: '2' });
  const rest = await page(Object.fromEntries(new URL(first['@odata.nextLink']).searchParams));
  const names = [first, rest].map(({ value }) => value.map((one: { displayName: string }) => one.displayName));
  expect([names, rest['@odata.nextLink']]).toEqual([[['Three', 'Two'], ['One']], undefined]);
  expect(codeOf(await call(`GET ${address}`, { query: { $filter: "status eq 'Synced'" } }))[0]).toBe(400);
  for (const $top of ['0', '101', 'x']) {
    expect((await call(`GET ${address}`, { query: { $top } })).status).toBe(400);
  }
});

test('people come with their rows’ states and mailboxes, in pages, and by one condition', async () => {
  const { synced } = setup();
  const { id, at } = await synced(['ann@contoso.com', 'no address', 'bob@contoso.com', 'carl@contoso.com']);
  const users = async (query: Record<string, string>) => (await at('GET /users', { query })).body;
  const { value } = await users({});
  expect(value.map((one: Record<string, unknown>) => [one.rowNumber, one.status, one.mailbox])).toEqual([
    [1, 'Synced', 'grace'],
    [2, 'Failed', null],
    [3, 'Synced', 'grace'],
    [4, 'Synced', 'grace'],
  ]);
  const { personId, error, ...failed } = value[1];
  expect(failed).toMatchObject({ batchId: id, userPrincipalName: 'no address', statusSummary: 'Failed' });
  expect([personId, error]).toEqual([null, expect.objectContaining({ target: 'userPrincipalName' })]);

  const walked = async (query: Record<string, string>) => {
    const pages: number[][] = [];
    for (let next: Record<string, string> | undefined = query; next; ) {
      const body = await users(next);
      pages.push(body.value.map(({ rowNumber }: { rowNumber: number }) => rowNumber));
      const link = body['@odata.nextLink'];
      next = link && Object.fromEntries(new URL(link).searchParams);
    }
    return pages;
  };
  expect(await walked({ $top: '3' })).toEqual([[1, 2, 3], [4]]);
  expect(await walked({ $top: '2', $filter: "mailbox eq 'grace'" })).toEqual([[1, 3], [4]]);
  expect(await walked({ $filter: "statusSummary eq 'Failed'" })).toEqual([[2]]);
  expect(await walked({ $filter: "mailbox eq 'disabled'" })).toEqual([[]]);
});

test('somebody who was deleted since is in the batch, with no mailbox', async () => {
  const { synced, system } = setup();
  const { at } = await synced(['ann@contoso.com']);
  const [person] = [...system.memory.people.values()];
  if (person) system.memory.people.delete(person.id);
  const { body } = await at('GET /users');
  expect(body.value).toMatchObject([{ userPrincipalName: 'ann@contoso.com', personId: null, mailbox: null }]);
});

test.each([
  "mailbox ne 'grace'",
  "mailbox eq 'none'",
  "status eq 'Synced'",
  "statusSummary eq 'Active'",
  "mailbox eq 'grace' and statusSummary eq 'Synced'",
  "startswith(mailbox,'g')",
  'mailbox eq null',
  'mailbox eq',
])('a filter of %s is refused with what is served', async ($filter) => {
  const { synced } = setup();
  const { at } = await synced(['ann@contoso.com']);
  const [status, code] = codeOf(await at('GET /users', { query: { $filter } }));
  expect([status, ['FilterNotServed', 'QueryInvalid'].includes(code as string)]).toEqual([400, true]);
});

test.each([{ $top: '1000' }, { $top: '0' }, { $skiptoken: 'x' }, { $orderby: 'rowNumber' }])(
  'people are not to be had by %j',
  async (query: Record<string, string>) => {
    const { synced } = setup();
    const { at } = await synced(['ann@contoso.com']);
    expect((await at('GET /users', { query })).status).toBe(400);
  },
);

test('whoever may import may migrate, a reader of reports may look, and nobody else may anything', async () => {
  const managers: readonly string[] = ['Global Administrator', 'User Administrator'];
  for (const role of roleNames) {
    const { synced, call } = setup();
    const { id } = await synced(['ann@contoso.com']);
    const principal: Principal = { ...administrator, roles: [role] };
    const answers = await Promise.all(
      Object.keys(migrationContracts).map(async (route) => {
        const { status } = await call(route, {
          path: { id },
          principal,
          ...(route.startsWith('POST') && { body: asked }),
        });
        return [route, status === 403] as const;
      }),
    );
    const mayRead = managers.includes(role) || role === 'Reports Reader';
    const expected = answers.map(([route]) => [
      route,
      !(managers.includes(role) || (mayRead && route.startsWith('GET'))),
    ]);
    expect([role, answers]).toEqual([role, expected]);
  }
});
