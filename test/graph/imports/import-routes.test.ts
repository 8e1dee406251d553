/** Imports by HTTP: how they are asked for and read, and the forms of their reports. */
import { parse } from 'csv-parse/sync';
import { type ImportJob, newImportJob } from '../../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../../shared/domain/imports/import-options.ts';
import { noProgress, type RowResult } from '../../../shared/domain/imports/import-progress.ts';
import { instant } from '../../../shared/domain/time.ts';
import { reportFileRoute, reportRoute } from '../../../shared/graph/imports/import-report-routes.ts';
import { listImportsRoute, readImportRoute } from '../../../shared/graph/imports/import-routes.ts';
import { importContracts } from '../../../shared/graph/imports/imports-contracts.ts';
import { manageImportRoutes } from '../../../shared/graph/imports/manage-import-routes.ts';
import { onGraph } from '../../../shared/graph/on-graph.ts';
import { mostRowsCounted } from '../../../shared/work/credentials/count-delivery.ts';
import type { Imports } from '../../../shared/work/imports/imports.ts';
import { personIdOf } from '../../../shared/work/imports/rows/person-id.ts';
import { fakeFiles } from '../../fakes/files.ts';
import { newMemory } from '../../fakes/memory.ts';
import { administrator, contoso } from '../../fakes/people.ts';
import { fakeSynchronization } from '../../fakes/synchronization.ts';
import { callHttp, collectLog, type HttpCall } from '../calling.ts';

const log = collectLog();

const now = instant('2026-03-01T09:00:00Z');
const id = '11111111-2222-8333-8444-555555555555';
const file = { bucket: 'files', key: 'people.csv', versionId: '1' };
const created = (rowNumber: number): RowResult => ({
  rowNumber,
  userPrincipalName: `p${rowNumber}@contoso.com`,
  outcome: 'created',
});
const someRows: RowResult[] = [
  created(1),
  { ...created(2), outcome: 'updated', personId: 'ada', changes: [{ property: 'city', from: 'Delft', to: 'Gouda' }] },
  { ...created(3), outcome: 'refused', code: 'UserNameTaken' },
];

const setup = (change: Partial<ImportJob> = {}, rows = someRows) => {
  const begun = newImportJob({ id, file, options: defaultOptions, owner: administrator }, now);
  const jobs = new Map<string, ImportJob>([[id, { ...begun, ...change }]]);
  const sent: unknown[] = [];
  const imports = {
    read: async (name: string) => jobs.get(name),
    begin: async (job: ImportJob) => {
      jobs.set(job.id, job);
      return job;
    },
    list: async () => ({ jobs: [...jobs.values()] }),
    progress: async () => noProgress(),
    requestCancel: async () => {},
    resume: async () => true,
    resultPage: async (_id: string, { top, after, outcome }: Parameters<Imports['resultPage']>[1]) => {
      const open = rows.filter((row) => row.rowNumber > after && (!outcome || row.outcome === outcome));
      const page = open.slice(0, top);
      return { rows: page, ...(open.length > top && { next: page.at(-1)?.rowNumber ?? 0 }) };
    },
  } satisfies Partial<Imports>;
  const ports = {
    imports,
    ...fakeFiles(),
    queues: { files: async (messages: readonly unknown[]) => void sent.push(...messages) },
    directory: {
      readPeople: async (ids: readonly string[]) =>
        ids.map((personId) => ({ id: personId, credentialMail: { state: 'owed' } })) as never,
      readSku: async (skuId: string) => ({ skuId, free: 2 }) as never,
    },
    synchronization: fakeSynchronization(newMemory()),
    importBucket: 'files',
    defaults: { seatsShort: 'hold' } as const,
    organisation: contoso,
    now: () => now,
  };
  const handler = onGraph({
    'GET /v1.0/imports': listImportsRoute(ports),
    'GET /v1.0/imports/{id}': readImportRoute(ports),
    'GET /v1.0/imports/{id}/report': reportRoute(ports),
    'GET /v1.0/imports/{id}/reportFile': reportFileRoute(ports),
    ...manageImportRoutes(ports),
  });
  const call = async (route: string, more: Partial<HttpCall> = {}) => {
    const answer = await callHttp(handler, { route, path: { id }, ...more });
    const promised = importContracts[route]?.answers[answer.status];
    const isJson = answer.headers['content-type']?.startsWith('application/json;');
    if (typeof promised === 'object' && isJson) expect(promised.safeParse(answer.body).error).toBeUndefined();
    return answer;
  };
  return {
    call,
    jobs,
    sent,
    report: (query: Record<string, string> = {}) => call('GET /v1.0/imports/{id}/report', { query }),
  };
};

const noMails = { held: 0, owed: 0, sent: 0, delivered: 0, bounced: 0, complaint: 0 };
const post = 'POST /v1.0/imports';

test('an import that is asked for has an address for its file, and the options that hold', async () => {
  const { call, jobs } = setup();
  const { status, headers, body } = await call(post, {
    body: { fileName: 'Leute.xlsx', dryRun: true, licenses: ['E3'] },
  });
  expect(status).toBe(201);
  expect(headers.location).toBe(`https://api.example/v1.0/imports/${body.id}`);
  expect(body).toMatchObject({
    status: 'notStarted',
    file: { bucket: 'files', key: `imports/${body.id}/Leute.xlsx` },
    options: { dryRun: true, seatsShort: 'hold', licenses: ['E3'], credentials: 'mail' },
    createdBy: { id: administrator.id },
    upload: { url: `https://files.example/imports/${body.id}/Leute.xlsx?for=3600`, method: 'PUT' },
  });
  expect(jobs.get(body.id)).toMatchObject({ stage: 'uploading', owner: administrator });
  // The address opens the bucket to whoever knows it.
  expect(log.text()).not.toContain('files.example');
});

test('all that is wrong with a request is told at once', async () => {
  const { call, jobs } = setup();
  const body = { fileName: '../people.csv', seatsShort: 'wait', dry_run: true };
  const answer = await call(post, { body });
  expect(answer.status).toBe(400);
  const told = answer.body.error.details.map(
    ({ code, target }: { code: string; target: string }) => `${code} ${target}`,
  );
  expect(told.toSorted()).toEqual(['PropertyUnknown dry_run', 'ValueInvalid fileName', 'ValueInvalid seatsShort']);
  expect((await call(post, { body: {} })).body.error).toMatchObject({ code: 'ValueMissing', target: 'fileName' });
  expect(jobs.size).toBe(1);
});

test.each(['cancel', 'resume', 'undo', 'apply'])('%s is refused with 409 where it cannot be', async (action) => {
  const over = action === 'cancel';
  const { call, sent } = setup(
    over ? { stage: 'settled', status: 'succeeded' } : { stage: 'sending', status: 'running' },
  );
  const answer = await call(`POST /v1.0/imports/{id}/${action}`);
  expect([answer.status, sent]).toEqual([409, []]);
  expect((await call(`POST /v1.0/imports/{id}/${action}`, { path: { id: 'nothing' } })).status).toBe(404);
  expect((await call(`POST /v1.0/imports/{id}/${action}`, { query: { force: 'true' } })).status).toBe(400);
});

test('what goes on is answered with 202 and its resource', async () => {
  const { call, sent } = setup({ stage: 'sending', status: 'running' });
  const { status, body } = await call('POST /v1.0/imports/{id}/cancel');
  expect([status, body.id, sent]).toEqual([202, id, [{ kind: 'continueImport', importId: id }]]);
  const dryRun = setup({ stage: 'settled', status: 'succeeded', options: { ...defaultOptions, dryRun: true } });
  const applied = await dryRun.call('POST /v1.0/imports/{id}/apply');
  expect(applied.body).toMatchObject({ applies: id, options: { dryRun: false } });
  expect(applied.headers.location).toBe(`https://api.example/v1.0/imports/${applied.body.id}`);
});

test('how far the mails of an import are is counted where it is asked for, and can be told', async () => {
  const rows = [...someRows, created(4), created(5)];
  const read = 'GET /v1.0/imports/{id}';
  const delivery = async (change: Partial<ImportJob>) =>
    (await setup(change, rows).call(read, { query: { $expand: 'delivery' } })).body.delivery;
  // Three were created; nobody is mailed who was there before, or refused.
  expect(await delivery({ rows: 5 })).toEqual({ ...noMails, owed: 3 });
  expect(await delivery({ rows: mostRowsCounted })).toEqual({ ...noMails, owed: 3 });
  expect(await delivery({ rows: mostRowsCounted + 1 })).toBeNull();
  expect(await delivery({})).toBeNull();
  expect(await delivery({ rows: 5, kind: 'undo' })).toBeNull();
  expect(await delivery({ rows: 5, options: { ...defaultOptions, dryRun: true } })).toBeNull();
  expect((await setup({ rows: 5 }, rows).call(read)).body).not.toHaveProperty('delivery');
  const { status, body } = await setup().call(read, { query: { $expand: 'mails' } });
  expect([status, body.error.code]).toEqual([400, 'QueryInvalid']);
});

test('a report says of each row what it changed, and of whom', async () => {
  const { report } = setup();
  const { body } = await report();
  expect(body.value).toMatchObject([
    { rowNumber: 1, outcome: 'created', personId: personIdOf(id, 1), changes: [] },
    { rowNumber: 2, personId: 'ada', changes: [{ property: 'city', from: 'Delft', to: 'Gouda' }] },
    { rowNumber: 3, outcome: 'refused', code: 'UserNameTaken', personId: null },
  ]);
  expect(body.value[0]).not.toHaveProperty('delivery');
  expect((await report({ outcome: 'updated' })).body.value).toHaveLength(1);
});

test('an import on hold says which seats are free now', async () => {
  const seats = [{ skuId: 'sku', skuPartNumber: 'E3', needed: 5, granted: 0 }];
  const { call } = setup({ stage: 'holding', status: 'onHold', seats });
  const { body } = await call('GET /v1.0/imports/{id}');
  expect(body.licences).toMatchObject([{ free: 2, seatsToBuy: 3 }]);
  const { body: list } = await call('GET /v1.0/imports');
  expect(list.value).toEqual([body]);
});

test('nobody has been created by a dry run', async () => {
  const { report } = setup({ options: { ...defaultOptions, dryRun: true } });
  expect((await report({ $expand: 'delivery' })).body.value).toMatchObject([
    { personId: null, delivery: null },
    { personId: 'ada' },
    { personId: null },
  ]);
});

test('how far credentials are is told when it is asked for', async () => {
  const { value } = (await setup().report({ $expand: 'delivery' })).body;
  expect(value.map(({ delivery }: { delivery: string }) => delivery)).toEqual(['owed', null, null]);
});

test('as CSV it opens in Excel, as lines of JSON in anything else', async () => {
  const { report } = setup();
  const csv = await report({ $format: 'csv' });
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(csv.text.startsWith('\ufeffRow,User name,Outcome,Code,Message,Changes\r\n')).toBe(true);
  const rows: Record<string, string>[] = parse(csv.text, { bom: true, columns: true });
  expect(rows.map((row) => [row.Row, row.Outcome, row.Code, row.Changes])).toEqual([
    ['1', 'created', '', ''],
    ['2', 'updated', '', 'city: Delft -> Gouda'],
    ['3', 'refused', 'UserNameTaken', ''],
  ]);
  expect(csv.headers).not.toHaveProperty('link');

  const jsonl = await report({ $format: 'jsonl', outcome: 'refused' });
  expect(jsonl.headers['content-type']).toBe('application/jsonl; charset=utf-8');
  expect(
    jsonl.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ rowNumber: 3 }]);
});

test.each(['csv', 'jsonl'])(
  'as %s it comes in parts that fit an answer, and no row is lost between them',
  async ($format) => {
    // A quoted cell of 100 bytes weighs more in an answer, which is a string of JSON.
    const rows = Array.from({ length: 60_000 }, (_, index): RowResult => {
      return { ...created(index + 1), changes: [{ property: 'city', from: '"'.repeat(40), to: 'x'.repeat(40) }] };
    });
    const { call } = setup({}, rows);
    const seen: number[] = [];
    let parts = 0;
    for (let query: Record<string, string> | undefined = { $format }; query; parts += 1) {
      const { text, headers } = await call('GET /v1.0/imports/{id}/report', { query });
      expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThan(5.1 * 1024 * 1024);
      const own = text
        .replace(/^\ufeffRow.*\r\n/, '')
        .trimEnd()
        .split('\n');
      seen.push(...own.map((line) => Number(/^(?:\{"rowNumber":)?(\d+)/.exec(line)?.[1])));
      expect(text.startsWith('\ufeff')).toBe($format === 'csv' && parts === 0);
      const next = /^<(.*)>; rel="next"$/.exec(headers.link ?? '')?.[1];
      query = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
    }
    expect(parts).toBeGreaterThan(1);
    expect(seen.length).toBe(rows.length);
    expect(seen.every((row, index) => row === index + 1)).toBe(true);
  },
);

test.each([
  ['$format', { $format: 'xml' }],
  ['$expand', { $expand: 'people' }],
  ['outcome', { outcome: 'lost' }],
  ['$top', { $format: 'csv', $top: '5' }],
  ['$expand', { $format: 'jsonl', $expand: 'delivery' }],
  ['$skiptoken', { $skiptoken: 'x' }],
])('%s is refused: %j', async (target, query) => {
  const { status, body } = await setup().report(query as never);
  expect([status, body.error.code, body.error.target]).toEqual([400, 'QueryInvalid', target]);
});

test('the whole report is where the answer leads to, once there is one', async () => {
  const route = 'GET /v1.0/imports/{id}/reportFile';
  expect((await setup().call(route)).status).toBe(404);
  const { call } = setup({ report: { bucket: 'reports', key: `${id}/people.report.csv` } });
  const { status, headers, text } = await call(route);
  expect([status, text]).toEqual([302, '']);
  expect(headers.location).toBe(`https://reports.example/${id}/people.report.csv?as=people.report.csv&for=300`);
  expect(log.text()).not.toContain('reports.example');
});

test('a page that asks for JSON gets the address of the report itself, which is good for five minutes', async () => {
  const { call } = setup({ report: { bucket: 'reports', key: `${id}/people.report.csv` } });
  const answer = await call('GET /v1.0/imports/{id}/reportFile', { headers: { accept: 'application/json' } });
  expect([answer.status, answer.headers.vary]).toEqual([200, 'Accept']);
  expect(answer.body).toEqual({
    fileName: 'people.report.csv',
    url: `https://reports.example/${id}/people.report.csv?as=people.report.csv&for=300`,
    expiresDateTime: '2026-03-01T09:05:00.000Z',
  });
  expect(log.text()).not.toContain('reports.example');
});

test('a file goes by its own name, and what is refused is told in the language of whoever asks, with its fact', async () => {
  const { call, report } = setup(
    { file: { ...file, key: `imports/${id}/people.csv` }, refusal: { code: 'FileTooLarge', fact: '2 GiB' } },
    [{ ...created(1), outcome: 'refused', code: 'DomainNotVerified', target: 'userPrincipalName', fact: 'x.org' }],
  );
  const headers = { 'accept-language': 'nl' };
  const { body, headers: told } = await call('GET /v1.0/imports/{id}', { headers });
  expect([body.fileName, told['content-language']]).toEqual(['people.csv', 'nl']);
  expect(body.error).toMatchObject({ fact: '2 GiB', message: 'Het bestand is groter dan 2 GiB. Splits het.' });
  const line = { fact: 'x.org', message: expect.stringContaining('Het domein x.org') };
  expect((await call('GET /v1.0/imports/{id}/report', { headers })).body.value).toMatchObject([line]);
  const csv = await call('GET /v1.0/imports/{id}/report', { headers, query: { $format: 'csv' } });
  expect([csv.text.includes('Het domein x.org'), csv.headers['content-language']]).toEqual([true, 'nl']);
  expect((await report()).body.value[0].message).toContain('The domain x.org');
});
