/** The agent of a directory on premises begins runs: what it is answered is what the description promises. */
import type { ImportJob } from '../../../shared/domain/imports/import-job.ts';
import { noProgress } from '../../../shared/domain/imports/import-progress.ts';
import type { SynchronizationSwitch } from '../../../shared/domain/organisation.ts';
import { instant } from '../../../shared/domain/time.ts';
import { runContracts } from '../../../shared/graph/imports/run-contracts.ts';
import { runRoutes } from '../../../shared/graph/imports/run-routes.ts';
import { onGraph } from '../../../shared/graph/on-graph.ts';
import { fakeFiles } from '../../fakes/files.ts';
import { newMemory } from '../../fakes/memory.ts';
import { administrator, contoso } from '../../fakes/people.ts';
import { fakeSynchronization } from '../../fakes/synchronization.ts';
import { callHttp, collectLog } from '../calling.ts';

collectLog();
const now = instant('2026-03-01T09:00:00Z');
const route = 'POST /v1.0/directory/onPremisesSynchronization/{id}/start';

/** One function, which is asked again and again while an administrator switches synchronisation. */
const newAgent = () => {
  let onPremisesSync: SynchronizationSwitch | undefined;
  const imports = {
    begin: async (job: ImportJob) => job,
    read: async () => undefined,
    progress: async () => noProgress(),
  };
  const handler = onGraph(
    runRoutes({
      ...{ ...fakeFiles(), imports, synchronization: fakeSynchronization(newMemory()) },
      readOrganisation: async () => ({ ...contoso, ...(onPremisesSync && { onPremisesSync }) }),
      ...{ importBucket: 'files', now: () => now },
    }),
  );
  const caller = { ...administrator, roles: ['Directory Synchronization Accounts' as const] };
  return {
    switchTo: (isEnabled: boolean) => {
      onPremisesSync = { isEnabled, since: now };
    },
    start: (body: object, id = 'organization') => callHttp(handler, { route, path: { id }, body, principal: caller }),
  };
};

const start = (isOn: boolean, body: object, id?: string) => {
  const agent = newAgent();
  if (isOn) agent.switchTo(true);
  return agent.start(body, id);
};

test('a run is an import with an address for its file', async () => {
  const answer = await start(true, { scope: 'full' });
  expect(answer.status).toBe(201);
  const promised = runContracts[route]?.answers[201];
  if (typeof promised !== 'object') throw new Error('nothing is promised');
  expect(promised.safeParse(answer.body).error).toBeUndefined();
  expect(answer.body).toMatchObject({ kind: 'synchronization', status: 'notStarted', upload: { method: 'PUT' } });
});

test('while it is off nothing but a dry run begins, and only of the organisation', async () => {
  expect((await start(false, { scope: 'full' })).body.error.code).toBe('SynchronizationOff');
  expect((await start(false, { scope: 'full', dryRun: true })).body).toMatchObject({ options: { dryRun: true } });
  expect((await start(true, { scope: 'full' }, 'other')).status).toBe(404);
});

test('who switches it on or off is followed by the next request, however soon', async () => {
  const agent = newAgent();
  const codes: unknown[] = [];
  for (const isEnabled of [false, true, false]) {
    agent.switchTo(isEnabled);
    const { status, body } = await agent.start({ scope: 'full' });
    codes.push(body.error?.code ?? status);
  }
  expect(codes).toEqual(['SynchronizationOff', 201, 'SynchronizationOff']);
});
