/** How many people sign in a second, beside the slow hash that each of them costs. */
import { workersAtMost } from '../infra/local/functions/lambda.ts';
import type { Muster } from '../infra/local/muster.ts';
import { newPerson } from '../shared/domain/people/new-person.ts';
import { hashChosenPassword } from '../shared/work/passwords/password-hash.ts';
import { type Benchmark, mustBe } from './parts/benchmark.ts';
import { now } from './parts/import-in-process.ts';
import { withMuster } from './parts/local-muster.ts';
import { median, ratio, repeated, shown, timed } from './parts/numbers.ts';
import { policy } from './parts/settings.ts';
import { storesOf } from './parts/stores-of.ts';

const password = 'Engine-No-1-Analytical';

/** People with one password between them, so that it is hashed once. */
const addPeople = async (muster: Muster, count: number): Promise<string[]> => {
  const names = Array.from({ length: count }, (_, index) => `person${index}@contoso.com`);
  const passwordHash = await hashChosenPassword(password);
  const people = names.map((userPrincipalName) =>
    newPerson(
      {
        userPrincipalName,
        displayName: 'Person',
        mailNickname: 'person',
        skuIds: [],
        password,
        mustChangePassword: false,
      },
      { id: crypto.randomUUID(), now: now(), createdBy: 'benchmark', policy, catalogue: [], short: [], passwordHash },
    ),
  );
  mustBe('people', (await storesOf(muster).directory.addPeople({ people, seatsFrom: 'free' })).kind, 'added');
  return names;
};

const signIn = async ({ url }: Muster, userPrincipalName: string): Promise<void> => {
  const response = await fetch(`${url}/v1.0/signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userPrincipalName, password }),
  });
  mustBe('status of a sign-in', response.status, 200);
  await response.arrayBuffer();
};

/** Does something for each name, as many at once as the local engine has workers. */
const forEach = async (names: readonly string[], act: (name: string) => Promise<unknown>): Promise<void> => {
  const left = [...names];
  const work = async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) await act(name);
  };
  await Promise.all(Array.from({ length: workersAtMost }, work));
};

/** Signing in. */
export const signingIn: Benchmark = {
  name: 'sign-in',
  measures: `Sign-ins over HTTP, ${workersAtMost} at once, beside as many bare scrypt hashes (N = 2^17)`,
  run: (smoke) =>
    withMuster('local', async (muster) => {
      const names = await addPeople(muster, smoke ? 4 : 12);
      // The workers start, and the first day is written.
      await forEach(names, (name) => signIn(muster, name));
      const runs = await repeated(smoke ? 1 : 3, async () => ({
        ours: (await timed(() => forEach(names, (name) => signIn(muster, name)))).milliseconds,
        bare: (await timed(() => forEach(names, () => hashChosenPassword(password)))).milliseconds,
      }));
      const rate = (milliseconds: readonly number[]) => shown((names.length * 1000) / median(milliseconds));
      return [
        { what: 'sign-ins', measured: `${rate(runs.map(({ ours }) => ours))} a second` },
        { what: 'scrypt alone', measured: `${rate(runs.map(({ bare }) => bare))} a second` },
        { what: 'ratio', measured: ratio(median(runs.map(({ ours, bare }) => bare / ours))), beside: 'goal: 0.7' },
      ];
    }),
};
