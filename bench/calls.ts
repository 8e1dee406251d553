/** What each route asks of AWS: calls, and the units that DynamoDB bills for them. */
import { type Call, startCountingWire } from './calls/counting-wire.ts';
import { everyCase, nameOf } from './calls/every-case.ts';
import { callsOf } from './calls/route-case.ts';
import { surround, takeRoute } from './calls/take-route.ts';
import { makeWorld } from './calls/world.ts';
import type { Benchmark, Figure } from './parts/benchmark.ts';
import { functionNamed, withMuster } from './parts/local-muster.ts';
import { shown } from './parts/numbers.ts';
import { withoutLog } from './parts/without-log.ts';

const sum = (taken: readonly Call[], kind: 'writes' | 'reads') => taken.reduce((all, call) => all + call[kind], 0);

const measured = (taken: readonly Call[]): string =>
  `${taken.length}; ${shown(sum(taken, 'writes'))} write, ${shown(sum(taken, 'reads'))} read units`;

/** Every route, by a function that is warm, with the authorizer before it. */
export const calls: Benchmark = {
  name: 'calls',
  measures: 'Calls to AWS for one request to each route, and their units; beside them the budget that a test holds',
  run: () =>
    withMuster('deployed', async (muster): Promise<Figure[]> => {
      const { DIRECTORY_TABLE = '', IMPORTS_TABLE = '' } = functionNamed(muster, 'provision-users').environment;
      const tables = { directory: DIRECTORY_TABLE, imports: IMPORTS_TABLE };
      const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '', AWS_ACCESS_KEY_ID: accessKeyId = '' } = muster.environment;
      const place = { endpoint, accessKeyId, tables };
      const wire = await startCountingWire(endpoint);
      surround(wire.address, place);
      const world = await makeWorld(place);
      const figures: Figure[] = [];
      for (const each of everyCase) {
        const taken = await withoutLog(() => takeRoute(each, world, wire));
        figures.push({ what: nameOf(each), measured: measured(taken), beside: String(callsOf(each).length) });
      }
      world.stop();
      await wire.stop();
      return figures;
    }),
};
