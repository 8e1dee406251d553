/** Whether anything is lost when all comes at once: requests of many clients, a large import, and the sweep. */
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Muster } from '../infra/local/muster.ts';
import { addDays, instant } from '../shared/domain/time.ts';
import { type Benchmark, type Figure, mustBe } from './parts/benchmark.ts';
import { percentiles, sendAll } from './parts/clients.ts';
import { checkLoad, isAnySeatIdle, peopleNamed } from './parts/load-check.ts';
import { type Clients, requestOf, scarce, type Told } from './parts/load-requests.ts';
import { withMuster } from './parts/local-muster.ts';
import { shown, timed } from './parts/numbers.ts';
import { policy } from './parts/settings.ts';
import { importFile } from './parts/timed-imports.ts';

const maxClients = 200;

/** Of few requests each client sends ten all the same, so that the later ones find what the first have made. */
const clientsFor = (requests: number): number => Math.min(maxClients, Math.ceil(requests / 10));

/** Between two sweeps; in AWS it is a quarter of an hour. */
const sweepMilliseconds = 3_000;

const pollMilliseconds = 500;
const patienceMilliseconds = 300_000;

const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + patienceMilliseconds;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${patienceMilliseconds / 1000} s`);
    await sleep(pollMilliseconds);
  }
};

const dueBeginning = 'due.';

/** People whose temporary passwords have just come to their end, so that the sweep has something to do. */
const makeDue = async (muster: Muster, rows: number): Promise<void> => {
  await importFile(muster, { rows, haveOwnAddress: false, namesBegin: 'due' });
  const areMailed = async () =>
    (await peopleNamed(muster, dueBeginning)).every(({ credentialMail }) => credentialMail.state === 'sent');
  await until('mails to those who will be due', areMailed);
  muster.clock.move(new Date(addDays(instant(muster.clock.now()), policy.temporaryPasswordDays)));
};

const areAllLapsed = async (muster: Muster): Promise<boolean> =>
  (await peopleNamed(muster, dueBeginning)).every(({ passwordState }) => passwordState === 'lapsed');

/** Sweeps again and again while `work` goes on; returns how often, with its result. */
const whileSweeping = async <Result>(muster: Muster, work: () => Promise<Result>) => {
  let [sweeps, isOver] = [0, false];
  const sweeping = (async () => {
    for (; !isOver; sweeps += 1) {
      await muster.schedules.run('EnforcePolicies');
      await sleep(sweepMilliseconds);
    }
  })();
  try {
    return { result: await work(), sweeps: () => sweeps };
  } finally {
    isOver = true;
    await sweeping;
  }
};

/** Sends all requests; how long those of each kind took. */
const sendRequests = async (asking: Clients, requests: number) => {
  const times = new Map<string, RecordableHistogram>();
  const all = await sendAll(clientsFor(requests), requests, async (index) => {
    const { what, send } = requestOf(index);
    const { milliseconds } = await timed(() => send(index, asking));
    const nanoseconds = times.get(what) ?? createHistogram();
    times.set(what, nanoseconds);
    nanoseconds.record(Math.round(milliseconds * 1e6));
  });
  return { all, times };
};

const answersIn = ({ answers }: Told): Figure[] =>
  [...answers]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([answer, count]) => ({ what: `answers ${answer}`, measured: shown(count) }));

/** Everything at once. */
export const load: Benchmark = {
  name: 'load',
  measures: `Requests of ${maxClients} clients beside an import and sweeps; afterwards nothing may be lost, doubled or oversold`,
  run: (smoke, rows = smoke ? 100 : 100_000, requests = smoke ? 100 : 10_000) =>
    withMuster('deployed', async (muster): Promise<Figure[]> => {
      const due = Math.ceil(rows / 50);
      await makeDue(muster, due);
      // One person in five of those who are created asks for one; half of them will wait.
      const seats = { prepaidUnits: { enabled: Math.ceil(requests / 10) }, carriesMailbox: false };
      await muster.api.putLicence(scarce.skuId, { skuPartNumber: scarce.skuPartNumber, ...seats });

      const told: Told = {
        people: new Map(),
        ids: [],
        deleted: new Set(),
        missed: new Set(),
        answers: new Map(),
        broken: [],
      };
      const { result, sweeps } = await whileSweeping(muster, () =>
        Promise.all([importFile(muster, { rows }), timed(() => sendRequests({ muster, rows, told }, requests))]),
      );
      const [imported, { result: sent, milliseconds }] = result;
      await until('everybody who is due', () => areAllLapsed(muster));
      await until('everybody who waits', async () => !(await isAnySeatIdle(muster)));
      mustBe('answers that the API does not promise', [...new Set(told.broken)].join('; '), '');
      await checkLoad(muster, told, imported.over, due);
      return [
        {
          what: 'requests',
          measured: percentiles(sent.all),
          beside: `${shown(requests)}, ${shown((requests * 1000) / milliseconds)} a second`,
        },
        ...[...sent.times].map(([what, time]) => ({ what, measured: percentiles(time), beside: shown(time.count) })),
        ...answersIn(told),
        {
          what: 'rows imported meanwhile',
          measured: `${shown((rows * 1000) / imported.outcomes)} rows/s`,
          beside: `${shown(imported.over.created)} created, ${shown(imported.over.refused)} refused: a client had the name`,
        },
        { what: 'sweeps meanwhile', measured: shown(sweeps()), beside: `${shown(due)} passwords lapsed` },
      ];
    }),
};
