/** How fast requests to the API are answered when 50 clients ask at once, beside what the database alone needs for them. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Muster } from '../infra/local/muster.ts';
import type { Asked, Asking } from './parts/asking.ts';
import { bareRates, itemsOfPeople, type Rate } from './parts/bare-requests.ts';
import type { Benchmark, Figure } from './parts/benchmark.ts';
import { functionNamed, withMuster } from './parts/local-muster.ts';
import { ratio, shown } from './parts/numbers.ts';
import { usedCpu } from './parts/used-cpu.ts';

const clients = 50;
const run = promisify(execFile);

type Outcome = Rate & Asked;

const ask = async (muster: Muster, asking: Omit<Asking, 'url' | 'clients'>): Promise<Outcome> => {
  const before = usedCpu(muster.dataFolder);
  const argument = JSON.stringify({ url: muster.url, clients, ...asking } satisfies Asking);
  const program = join(import.meta.dirname, 'parts/asking.ts');
  const { stdout } = await run(process.execPath, [program, argument], { maxBuffer: 2 ** 26 });
  const asked = JSON.parse(stdout) as Asked;
  const { count } = asking;
  const cpu = (usedCpu(muster.dataFolder) - before) / count;
  return { ...asked, cpu, perSecond: (count * 1000) / asked.milliseconds };
};

const figureOf = (what: string, { p50, p99, perSecond, cpu }: Outcome): Figure => ({
  what,
  measured: `p50 ${shown(p50)} ms, p99 ${shown(p99)} ms`,
  beside: `${shown(perSecond)} a second, ${shown(cpu)} ms of CPU each`,
});

const bareFigures = (what: string, bare: Rate, { perSecond, cpu }: Rate): Figure[] => [
  {
    what: `${what} on the bare engine`,
    measured: '',
    beside: `${shown(bare.perSecond)} a second, ${shown(bare.cpu)} ms of CPU each`,
  },
  {
    what: `rate beside it; CPU beside it`,
    measured: `${ratio(perSecond, bare.perSecond)}; ${ratio(cpu, bare.cpu)}`,
    beside: 'goal: 0.5',
  },
];

/** Mails at a deployed system's pace, so that what is measured are requests. */
const measure = (smoke: boolean) =>
  withMuster('deployed', async (muster): Promise<Figure[]> => {
    const count = smoke ? clients : 1_000;
    const { token } = muster;
    const create = (name: string) => ({
      token,
      paths: ['/v1.0/users'],
      body: JSON.stringify({ userPrincipalName: `${name}$@contoso.com`, displayName: `Client $` }),
      status: 201,
    });
    const read = (paths: readonly string[]) => ({ token, paths, status: 200 });
    // Workers start and code gets warm, which takes each of them a thousand requests; none of what is measured waits for it.
    const { ids: first } = await ask(muster, { ...create('first'), count });
    await ask(muster, { ...read(first.map((id) => `/v1.0/users/${id}`)), count: 4 * count });
    const created = await ask(muster, { ...create('client'), count: 2 * count });
    const byId = await ask(muster, { ...read(created.ids.map((id) => `/v1.0/users/${id}`)), count: 4 * count });
    const byName = await ask(muster, { ...read(['/v1.0/users/client0@contoso.com']), count });
    const page = await ask(muster, { ...read(['/v1.0/users?$top=100']), count: count / 5 });
    const signIn = await ask(muster, { paths: ['/signin'], status: 200, count: 2 * count });
    const reference = await ask(muster, { paths: ['/reference'], status: 200, count: 2 * count });
    const table = functionNamed(muster, 'read-users').environment.DIRECTORY_TABLE ?? '';
    const people = [...(await itemsOfPeople(muster.clients.dynamodb, table, created.ids)).values()];
    const bare = await bareRates(people, table, muster.system.tables, clients);
    return [
      figureOf('creating a person', created),
      ...bareFigures('the same transactions', bare.transactions, created),
      figureOf('reading a person by id', byId),
      ...bareFigures('the same reads', bare.reads, byId),
      figureOf('reading a person by name', byName),
      figureOf('a page of 100 people', page),
      figureOf('the sign-in page', signIn),
      figureOf('the page of the API', reference),
    ];
  });

/** The API under many clients at once. */
export const api: Benchmark = {
  name: 'api',
  measures: `Requests to the API by ${clients} clients at once, each of which waits for its answer`,
  run: measure,
};
