/** Query options: served, or refused by name; never ignored, never a fault. */

import { organizationId } from '../../../shared/domain/settings/shown-settings.ts';
import { directoryRole } from '../../../shared/graph/access/directory-role.ts';
import { contracts } from '../../../shared/graph/reference/contracts.ts';
import { chunkResult, e3, job, person } from '../../fakes/people.ts';
import { staged } from '../../work/migrations/ask-batch.ts';
import { collectLog } from '../calling.ts';
import { setup as routes } from '../routes.ts';

collectLog();

const setup = async () => {
  const system = routes();
  const people = Array.from({ length: 7 }, (_, n) => person(`p${n}`));
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  const { id } = await system.imports.begin(job());
  await system.directory.addPeople({ people: [], seatsFrom: 'reserved', result: chunkResult(id, 1, 7) });
  return { ...system, id };
};

const followed = async (
  call: Awaited<ReturnType<typeof setup>>['call'],
  route: string,
  path: Record<string, string>,
  query: Record<string, string>,
) => {
  const pages: number[] = [];
  for (let next: Record<string, string> | undefined = query; next; ) {
    const { status, body } = await call({ route, path, query: next });
    expect(status).toBe(200);
    pages.push(body.value.length);
    const link: string | undefined = body['@odata.nextLink'];
    next = link ? Object.fromEntries(new URL(link).searchParams) : undefined;
  }
  return pages;
};

test('pages follow their links to the end', async () => {
  const { call, id } = await setup();
  expect(await followed(call, 'GET /v1.0/users', {}, { $top: '3' })).toEqual([3, 3, 1]);
  expect(await followed(call, 'GET /v1.0/imports/{id}/report', { id }, { $top: '3', outcome: 'created' })).toEqual([
    3, 3, 1,
  ]);
  expect(await followed(call, 'GET /v1.0/imports', {}, {})).toEqual([1]);
});

test.each(['0', '-1', '1000', '3.5', 'many', '', '1e2', '99999999999'])('$top=%s is refused', async (top) => {
  const { call } = await setup();
  const answer = await call({ route: 'GET /v1.0/users', query: { $top: top } });
  expect([answer.status, answer.body.error]).toMatchObject([400, { code: 'QueryInvalid', target: '$top' }]);
});

const listings = Object.entries(contracts).filter(([, { query }]) => query?.includes('$top'));

test.each(listings)('%s takes pages as large as its description says, and no larger', async (route, { maxItems }) => {
  const { call, directory, memory, id: importId } = await setup();
  await directory.putSku({ ...e3, enabled: 1 });
  const job = memory.jobs.get(importId);
  if (job) memory.jobs.set(importId, { ...job, migration: staged });
  const ids = { directoryRoles: directoryRole('Global Administrator').id, onPremises: organizationId };
  const [, id = importId] = Object.entries(ids).find(([part]) => route.includes(part)) ?? [];
  const most = maxItems ?? 999;
  const ask = (top: number) => call({ route, path: { id, skuId: e3.skuId }, query: { $top: String(top) } });
  expect((await ask(most)).status).toBe(200);
  expect((await ask(most + 1)).body.error).toMatchObject({ code: 'QueryInvalid', target: '$top' });
});

test.each(['$skip', '$expand', 'top', 'Filter', '$__proto__x'])('%s is not served, so it is refused', async (name) => {
  const { call } = await setup();
  for (const route of ['GET /v1.0/users', 'GET /v1.0/imports', 'GET /v1.0/subscribedSkus']) {
    const answer = await call({ route, query: { [name]: '1' } });
    const told = name.startsWith('$') ? name.toLowerCase() : name;
    expect([answer.status, answer.body.error.target]).toEqual([400, told]);
  }
});

test('what is none of OData’s is ignored where something is read, and nowhere else', async () => {
  const { call, id } = await setup();
  const query = { 'api-version': '1.0', __proto__x: '1', _: '1700000000' };
  expect((await call({ route: 'GET /v1.0/users', query })).status).toBe(200);
  expect((await call({ route: 'GET /v1.0/subscribedSkus', query })).status).toBe(200);
  // A route that has options of its own takes what looks like one for one that is misspelled.
  expect((await call({ route: 'GET /v1.0/imports/{id}/report', path: { id }, query: { outcomes: 'x' } })).status).toBe(
    400,
  );
  const undo = { route: 'POST /v1.0/imports/{id}/undo', path: { id }, query: { dryRun: 'true' } };
  expect((await call(undo)).status).toBe(400);
});

test('a text whose escapes are no UTF-8 is refused', async () => {
  const { call } = await setup();
  const answer = await call({ route: 'GET /v1.0/users', rawQuery: "$filter=displayName%20eq%20'Ren%E9'" });
  expect([answer.status, answer.body.error]).toMatchObject([400, { code: 'QueryInvalid', target: '$filter' }]);
});

test.each(['$top=1&$top=2', '$top=1&$TOP=1', '$filter=&$filter=', '$select=id&%24select=mail'])(
  'what is given twice is refused: %s',
  async (rawQuery) => {
    const { call } = await setup();
    for (const route of ['GET /v1.0/users', 'GET /v1.0/imports']) {
      const answer = await call({ route, rawQuery });
      const target = decodeURIComponent(rawQuery.split('=')[0] ?? '');
      expect([answer.status, answer.body.error]).toMatchObject([400, { code: 'QueryInvalid', target }]);
    }
  },
);

test('options may be written in any case', async () => {
  const { call } = await setup();
  expect((await call({ route: 'GET /v1.0/users', query: { $TOP: '2' } })).body.value).toHaveLength(2);
});

const tokenOf = (text: string) => Buffer.from(text).toString('base64url');

test.each([
  ['GET /v1.0/users', ''],
  ['GET /v1.0/users', tokenOf('x'.repeat(2000))],
  ['GET /v1.0/imports', ''],
  ['GET /v1.0/imports', tokenOf('x'.repeat(2000))],
  ['GET /v1.0/imports/{id}/report', tokenOf('-1')],
  ['GET /v1.0/imports/{id}/report', tokenOf('1e15')],
  ['GET /v1.0/imports/{id}/report', tokenOf('second')],
  ['GET /v1.0/imports/{id}/report', ''],
])('a token that no page gave is refused, not asked of the table: %s %s', async (route, token) => {
  const { call, id } = await setup();
  const answer = await call({ route, path: { id }, query: { $skiptoken: token } });
  expect([answer.status, answer.body.error]).toMatchObject([400, { code: 'QueryInvalid', target: '$skiptoken' }]);
});

test('an outcome that is none is refused', async () => {
  const { call, id } = await setup();
  const answer = await call({ route: 'GET /v1.0/imports/{id}/report', path: { id }, query: { outcome: 'lost' } });
  expect([answer.status, answer.body.error.target]).toEqual([400, 'outcome']);
});
