/** Files that come in parts: who may do what with an upload, and until when. */
import type { ImportJob } from '../../../shared/domain/imports/import-job.ts';
import { noProgress } from '../../../shared/domain/imports/import-progress.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { instant } from '../../../shared/domain/time.ts';
import { importContracts } from '../../../shared/graph/imports/imports-contracts.ts';
import { manageImportRoutes } from '../../../shared/graph/imports/manage-import-routes.ts';
import { runContracts } from '../../../shared/graph/imports/run-contracts.ts';
import { runRoutes } from '../../../shared/graph/imports/run-routes.ts';
import { uploadContracts } from '../../../shared/graph/imports/upload-contracts.ts';
import { onGraph } from '../../../shared/graph/on-graph.ts';
import { fakeFiles } from '../../fakes/files.ts';
import { newMemory } from '../../fakes/memory.ts';
import { administrator, contoso } from '../../fakes/people.ts';
import { fakeSynchronization } from '../../fakes/synchronization.ts';
import { callHttp, collectLog, type HttpCall } from '../calling.ts';

const log = collectLog();
const now = instant('2026-03-01T09:00:00Z');
const mebibyte = 1024 * 1024;
const other: Principal = { ...administrator, id: 'somebody-else' };

const synchronized = { ...contoso, onPremisesSync: { isEnabled: true, since: now } };
const agent: Principal = { ...administrator, id: 'agent', roles: ['Directory Synchronization Accounts'] };

const setup = (mayBegin = true) => {
  const jobs = new Map<string, ImportJob>();
  const cancelled: string[] = [];
  const files = fakeFiles();
  const imports = {
    read: async (id: string) => jobs.get(id),
    begin: async (job: ImportJob) => {
      if (!mayBegin) throw new Refused({ code: 'TooManyOpenImports', fact: '20' });
      jobs.set(job.id, job);
      return job;
    },
    progress: async () => noProgress(),
    requestCancel: async (id: string) => void cancelled.push(id),
    resume: async () => true,
  };
  const ports = {
    ...files,
    ...{ imports, importBucket: 'files', defaults: {}, organisation: synchronized, now: () => now },
    readOrganisation: async () => synchronized,
    synchronization: fakeSynchronization(newMemory()),
    queues: { files: async () => {} },
  };
  const handler = onGraph({ ...manageImportRoutes(ports), ...runRoutes(ports) });
  const call = async (route: string, more: Partial<HttpCall> = {}) => {
    const answer = await callHttp(handler, { route, ...more });
    const promised = { ...importContracts, ...uploadContracts, ...runContracts }[route]?.answers[answer.status];
    if (typeof promised === 'object') expect(promised.safeParse(answer.body).error).toBeUndefined();
    return answer;
  };
  const ask = (fileSize: number, fileName = 'people.csv') =>
    call('POST /v1.0/imports', { body: { fileName, fileSize } });
  const begun = async (fileSize = 20 * mebibyte) => {
    const { id } = (await ask(fileSize)).body;
    const at = (route: string, more: Partial<HttpCall> = {}) => call(route, { path: { id }, ...more });
    const upload = jobs.get(id)?.upload?.id ?? '';
    const put = (number: number, size = 1) =>
      files.parted.get(upload)?.set(number, { number, tag: `"ab${number}"`, size });
    const complete = (numbers: readonly number[], more: Partial<HttpCall> = {}) =>
      at('POST /v1.0/imports/{id}/completeUpload', {
        body: { parts: numbers.map((partNumber) => ({ partNumber, eTag: `ab${partNumber}` })) },
        ...more,
      });
    return { id, at, put, complete };
  };
  return { ask, begun, call, jobs, cancelled, files };
};

const list = 'GET /v1.0/imports/{id}/uploadParts';
const sign = 'POST /v1.0/imports/{id}/uploadParts';
const abort = 'POST /v1.0/imports/{id}/abortUpload';

test('up to 8 MiB a file comes in one piece of just that size, beyond in parts of 8 MiB', async () => {
  const { ask } = setup();
  const small = (await ask(8 * mebibyte)).body;
  expect(small.upload).toMatchObject({ method: 'PUT', url: expect.stringContaining(`imports/${small.id}/`) });
  expect((await ask(8 * mebibyte + 1)).body.upload).toEqual({ partSize: 8 * mebibyte, parts: 2 });
  expect((await ask(2048 * mebibyte)).body.upload).toEqual({ partSize: 8 * mebibyte, parts: 256 });
});

test.each([
  ['people.csv', 2048 * mebibyte + 1, '2 GiB'],
  ['people.xlsx', 512 * mebibyte + 1, '512 MiB'],
])('%s of %d bytes is refused before it is sent, with the limit', async (name, size, limit) => {
  const { ask, jobs } = setup();
  const { status, body } = await ask(size, name);
  expect([status, body.error.code, body.error.details[0].target]).toEqual([400, 'FileTooLarge', 'fileSize']);
  expect(body.error.message).toContain(limit);
  expect(jobs.size).toBe(0);
});

test('no upload is left behind where no import may begin', async () => {
  const { ask, files } = setup(false);
  expect((await ask(20 * mebibyte)).status).toBe(409);
  expect(files.parted.size).toBe(0);
});

test('addresses are signed for the parts that are asked for, each of its own length', async () => {
  const { at, id } = await setup().begun(20 * mebibyte);
  const { value } = (await at(sign, { body: { partNumbers: [3, 1, 3] } })).body;
  expect(value).toMatchObject([
    { partNumber: 3, method: 'PUT', size: 4 * mebibyte, expiresDateTime: '2026-03-01T10:00:00.000Z' },
    { partNumber: 1, size: 8 * mebibyte },
  ]);
  expect(value[0].url).toContain(`imports/${id}/people.csv?part=3&size=${4 * mebibyte}`);
  expect(log.text()).not.toContain('files.example');
  const { status, body } = await at(sign, { body: { partNumbers: [4] } });
  expect([status, body.error.code]).toEqual([400, 'ValueInvalid']);
});

test('whoever lost the connection sees which parts arrived, and goes on with the others', async () => {
  const { at, put, complete } = await setup().begun();
  put(1, 8 * mebibyte);
  const { body } = await at(list);
  expect(body).toEqual({
    ...{ partSize: 8 * mebibyte, parts: 3 },
    value: [{ partNumber: 1, eTag: '"ab1"', size: 8 * mebibyte }],
  });
  const early = await complete([1]);
  expect([early.status, early.body.error.code]).toEqual([409, 'UploadIncomplete']);
  expect(early.body.error.message).toContain('Parts 2, 3');
  put(2);
  put(3);
  expect((await complete([3, 1, 2])).status).toBe(202);
  expect((await complete([1, 2, 3])).body.error.code).toBe('UploadOver');
});

test('nobody has a part in the upload of another, whatever they may do', async () => {
  const { begun, cancelled } = setup();
  const { at, put, complete } = await begun();
  for (const number of [1, 2, 3]) put(number);
  const answers = [
    await at(list, { principal: other }),
    await at(sign, { principal: other, body: { partNumbers: [1] } }),
    await complete([1, 2, 3], { principal: other }),
    await at(abort, { principal: other }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect(cancelled).toEqual([]);
  expect((await complete([1, 2, 3])).status).toBe(202);
});

test('who may not import any more completes nothing', async () => {
  const { complete, put } = await setup().begun();
  for (const number of [1, 2, 3]) put(number);
  const principal = { ...administrator, roles: ['Reports Reader'] };
  expect((await complete([1, 2, 3], { principal })).status).toBe(403);
});

test('the agent of a directory on premises sends the file of its run in parts, while it may, and no other file', async () => {
  const { begun, call, jobs, files } = setup();
  const start = (fileSize: number) =>
    call('POST /v1.0/directory/onPremisesSynchronization/{id}/start', {
      ...{ path: { id: 'organization' }, principal: agent, body: { scope: 'full', fileSize } },
    });
  expect((await start(8 * mebibyte)).body.upload).toMatchObject({ method: 'PUT' });
  const { id, upload } = (await start(20 * mebibyte)).body;
  expect(upload).toEqual({ partSize: 8 * mebibyte, parts: 3 });
  const at = (route: string, body?: object, principal = agent) => call(route, { path: { id }, principal, body });
  expect((await at(sign, { partNumbers: [3] })).body.value).toMatchObject([{ size: 4 * mebibyte }]);
  const parts = [1, 2, 3].map((partNumber) => ({ partNumber, eTag: `ab${partNumber}` }));
  for (const number of [1, 2, 3])
    files.parted.get(jobs.get(id)?.upload?.id ?? '')?.set(number, { number, tag: `"ab${number}"`, size: 1 });
  const complete = 'POST /v1.0/imports/{id}/completeUpload';
  const without = { ...agent, roles: ['User Administrator' as const] };
  expect((await at(complete, { parts }, without)).status).toBe(403);
  expect((await at(complete, { parts })).status).toBe(202);

  const people = await begun();
  expect((await people.at(list, { principal: agent })).status).toBe(403);
  expect((await people.at(list, { principal: { ...administrator, roles: agent.roles } })).status).toBe(403);
  expect((await start(2048 * mebibyte + 1)).body.error.code).toBe('FileTooLarge');
});

test('an upload that is aborted is over, and so is its import', async () => {
  const { begun, cancelled, files } = setup();
  const { at, id, complete } = await begun();
  expect((await at(abort)).status).toBe(202);
  expect([cancelled, files.parted.size]).toEqual([[id], 0]);
  expect((await complete([1, 2, 3])).body.error.code).toBe('UploadOver');
});

test('once its file is there, nothing more is signed, and an import in one piece has no parts', async () => {
  const { ask, begun, jobs } = setup();
  const { id, at } = await begun();
  jobs.set(id, { ...(jobs.get(id) as ImportJob), stage: 'planning' });
  const late = await at(sign, { body: { partNumbers: [1] } });
  expect([late.status, late.body.error.code]).toEqual([409, 'UploadOver']);
  const small = (await ask(1)).body.id;
  expect((await at(list, { path: { id: small } })).status).toBe(404);
});
