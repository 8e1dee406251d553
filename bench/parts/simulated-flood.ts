/** A flood of guesses at the counting of attempts, in simulated time. */
import { attemptsEnd, noAttempts } from '../../shared/domain/passwords/lockout.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { Refused } from '../../shared/domain/refusals.ts';
import { addSeconds, instant } from '../../shared/domain/time.ts';
import {
  type AttemptStore,
  countedAttempt,
  type StoredAttempts,
} from '../../shared/work/passwords/sign-in-attempts.ts';
import { simulatedTime } from './simulated-time.ts';

/** Milliseconds of a call to the store, and of a hash. */
export const [storeMilliseconds, hashMilliseconds] = [5, 600];

/** What is guessed: by the number of the request, a name and a password. */
export type Flood = { what: string; guess: (request: number) => { userName: string; password: string } };

export const floods: readonly Flood[] = [
  { what: 'one name, one wrong password', guess: () => ({ userName: 'ada', password: 'same' }) },
  { what: 'one name, another password each time', guess: (n) => ({ userName: 'ada', password: `guess ${n}` }) },
  { what: 'another name each time', guess: (n) => ({ userName: `name ${n}`, password: 'same' }) },
];

const start = instant('2026-01-05T09:00:00Z');

/** Lets requests come for so many seconds. `most`: how many ran at once; the others are milliseconds, and calls of each. */
export const simulate = async ({ guess }: Flood, perSecond: number, seconds: number) => {
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
