/** People from a directory on premises: the first load beside a CSV import, and the runs of every day after it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { syncApi } from '../clients/sync/api/sync-api.ts';
import { mappingOf } from '../clients/sync/mapping/mapping.ts';
import { type RunOutcome, runOnce } from '../clients/sync/run/run-once.ts';
import type { Muster } from '../infra/local/muster.ts';
import { organizationId } from '../shared/domain/settings/shown-settings.ts';
import { type Benchmark, type Figure, mustBe } from './parts/benchmark.ts';
import { type Generated, generatedSource } from './parts/generated-source.ts';
import { withMuster } from './parts/local-muster.ts';
import { ratio, shown, timed } from './parts/numbers.ts';
import { importFile } from './parts/timed-imports.ts';

const pollMilliseconds = 50;

/** Settings that were changed are known everywhere after some seconds. */
const settingsMilliseconds = 12_000;

/** Runs of the agent from its first request to the end of the import; the directory is a generator, which takes no time. */
const agentOf = (muster: Muster, told: Generated) => {
  const api = syncApi(muster.outputs.ApiUrl ?? '', { current: async () => muster.token, renew: () => {} });
  const parts = { source: generatedSource(told), api, mapping: mappingOf({}), mark: 'm', now: () => new Date() };
  return (full = false): Promise<{ result: RunOutcome; milliseconds: number }> =>
    timed(async () => {
      const asked = { full, dryRun: false };
      return runOnce({ ...parts, asked, log: () => {}, pollMilliseconds }, await api.state());
    });
};

const switchOn = async (muster: Muster): Promise<void> => {
  const headers = { authorization: `Bearer ${muster.token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ onPremisesSyncEnabled: true });
  const address = `${muster.outputs.ApiUrl}/v1.0/organization/${organizationId}`;
  const answer = await fetch(address, { method: 'PATCH', headers, body });
  mustBe('answer to the switch', answer.status, 204);
  await sleep(settingsMilliseconds);
};

/** Synchronisation. */
export const synchronizing: Benchmark = {
  name: 'synchronization',
  measures: 'Runs of the agent, from its first request to the end of the import; its directory is a generator',
  run: (smoke, rows = smoke ? 100 : 10_000) =>
    withMuster('deployed', async (muster): Promise<Figure[]> => {
      const told = { people: rows, changed: 0, title: 'Engineer' };
      const run = agentOf(muster, told);
      await switchOn(muster);
      const csv = await importFile(muster, { rows }, { credentials: 'none' });
      const first = await run();
      mustBe('people created', first.result.over?.created, rows);
      const same = await run(true);
      mustBe('people unchanged', same.result.over?.unchanged, rows);
      const nothing = await run();
      mustBe('import of nothing', nothing.result.over, undefined);
      Object.assign(told, { changed: Math.min(500, Math.ceil(rows / 2)), title: 'Architect' });
      const delta = await run();
      mustBe('people updated', delta.result.over?.updated, told.changed);
      const rate = (milliseconds: number) => `${shown((rows * 1000) / milliseconds)} rows/s`;
      const seconds = (milliseconds: number) => `${shown(milliseconds / 1000)} s`;
      const share = ratio(csv.settled, first.milliseconds);
      return [
        { what: 'rows', measured: shown(rows) },
        { what: 'import of a CSV file', measured: rate(csv.settled) },
        {
          what: 'first load',
          measured: rate(first.milliseconds),
          beside: `${share} of the import’s speed; goal: 0.55`,
        },
        {
          what: 'full run, all unchanged',
          measured: seconds(same.milliseconds),
          beside: `goal for 10,000: below 30 s; ${rate(same.milliseconds)}`,
        },
        { what: 'nothing changed', measured: `${shown(nothing.milliseconds)} ms`, beside: 'goal: below 1 s' },
        {
          what: `${shown(told.changed)} changes`,
          measured: seconds(delta.milliseconds),
          beside: 'goal: below 15 s',
        },
      ];
    }),
};
