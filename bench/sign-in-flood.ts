/** How many sign-ins run at once while somebody floods the API with guesses, in simulated time. */
import { attemptsEnd, noAttempts } from '../shared/domain/passwords/lockout.ts';
import { defaultPolicy } from '../shared/domain/policy.ts';
import { Refused } from '../shared/domain/refusals.ts';
import { addSeconds, instant } from '../shared/domain/time.ts';
import { type AttemptStore, countedAttempt, type StoredAttempts } from '../shared/work/passwords/sign-in-attempts.ts';
import type { Benchmark } from './parts/benchmark.ts';
import { shown } from './parts/numbers.ts';
import { simulatedTime } from './parts/simulated-time.ts';

/** Milliseconds of a call to the store, and of a hash. */
const [storeMilliseconds, hashMilliseconds] = [5, 600];

/** What is guessed: by the number of the request, a name and a password. */
type Flood = { what: string; guess: (request: number) => { userName: string; password: string } };

const floods: readonly Flood[] = [
  { what: 'one name, one wrong password', guess: () => ({ userName: 'ada', password: 'same' }) },
  { what: 'one name, another password each time', guess: (n) => ({ userName: 'ada', password: `guess ${n}` }) },
  { what: 'another name each time', guess: (n) => ({ userName: `name ${n}`, password: 'same' }) },
];

const start = instant('2026-01-05T09:00:00Z');

const simulate = async ({ guess }: Flood, perSecond: number, seconds: number) => {
  const time = simulatedTime();
  const now = () => addSeconds(start, time.elapsed() / 1000);
  const stored = new Map<string, StoredAttempts>();
  let calls = 0;
  const call = async () => {
    calls += 1;
    await time.sleep(storeMilliseconds);
  };
  const attempts: AttemptStore = {
    read: async ({ userName }) => {
      await call();
      const found = stored.get(userName);
      return found && attemptsEnd(found.attempts, now()) > now() ? found : { attempts: noAttempts, version: 0 };
    },
    write: async ({ userName }, { attempts: written, version }) => {
      await call();
      if ((stored.get(userName)?.version ?? 0) !== version) return false;
      stored.set(userName, { attempts: written, version: version + 1 });
      return true;
    },
  };
  const ports = { attempts, policy: defaultPolicy, now, pace: time };
  const running = { now: 0, most: 0, milliseconds: 0, longestRefused: 0 };
  const request = async (n: number) => {
    const began = time.elapsed();
    running.now += 1;
    running.most = Math.max(running.most, running.now);
    const { userName, password } = guess(n);
    const look = async () => {
      await time.sleep(hashMilliseconds);
      return { isRight: false, trace: password };
    };
    await countedAttempt({ userName }, ports, look).catch((error) => {
      if (!(error instanceof Refused)) throw error;
      running.longestRefused = Math.max(running.longestRefused, time.elapsed() - began);
    });
    running.now -= 1;
    running.milliseconds += time.elapsed() - began;
  };
  const count = perSecond * seconds;
  const flood = async () => {
    const all: Promise<void>[] = [];
    for (let n = 0; n < count; n += 1) {
      all.push(request(n));
      await time.sleep(1000 / perSecond);
    }
    await Promise.all(all);
  };
  const end = flood();
  await time.run();
  await end;
  return { ...running, mean: running.milliseconds / count, calls: calls / count };
};

/** A flood of sign-ins. */
export const signInFlood: Benchmark = {
  name: 'sign-in-flood',
  measures: `Sign-ins at once under a flood, simulated: ${storeMilliseconds} ms a call to the store, ${hashMilliseconds} ms a hash`,
  run: async (smoke) => {
    const figures = [];
    for (const perSecond of [50, 200]) {
      for (const flood of floods) {
        const found = await simulate(flood, perSecond, smoke ? 3 : 60);
        figures.push({
          what: `${perSecond} a second: ${flood.what}`,
          measured: `${found.most} at once`,
          beside: `${perSecond === 50 ? 'goal: below 60; ' : ''}mean ${shown(found.mean)} ms, a refusal at most ${shown(found.longestRefused)} ms, ${shown(found.calls)} calls to the store each`,
        });
      }
    }
    return figures;
  },
};
