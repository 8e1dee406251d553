/** The port to what is known of passwords tried with a user name, and the counting of attempts. */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Attempt,
  admit,
  afterRight,
  afterWrong,
  type SignInAttempts,
  unlocked,
} from '../../domain/passwords/lockout.ts';
import type { Policy } from '../../domain/policy.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';

/** Attempts as they were read; `version` is 0 while nothing is stored. */
export type StoredAttempts = { attempts: SignInAttempts; version: number };

export type AttemptStore = {
  /** What is known of a user name, in any spelling; nothing, a day after the last attempt or lock. */
  read(userName: string, now: Instant): Promise<StoredAttempts>;
  /** Writes attempts in place of those that were read; false, and nothing is written, when somebody else wrote meanwhile. */
  write(userName: string, stored: StoredAttempts, now: Instant): Promise<boolean>;
};

export type AttemptPorts = {
  attempts: AttemptStore;
  policy: Pick<Policy, 'lockout'>;
  now: () => Instant;
  /** Absent: as time passes. */
  pace?: Pace;
};

/** What looking at a password found; `trace` tells a wrong one from another, and does not help to guess it. */
export type Tried = { isRight: boolean; trace: string };

/** How an attempt waits; `elapsed` are milliseconds, of a clock that nobody sets. */
export type Pace = { elapsed: () => number; sleep: (milliseconds: number) => Promise<unknown> };

const realPace: Pace = { elapsed: () => performance.now(), sleep };

/**
 * Milliseconds that a request waits for its turn, whatever it waits for: a function that waits costs as much as one that
 * works, so that whoever waits long makes a flood of requests many times as dear.
 */
export const longestWait = 500;

/** Milliseconds in which what was found is written: longer, since it is a turn that was had, and a guess that counts. */
const longestSettling = 3_000;

/** Milliseconds until a place may have come free: some quarter of what a hash takes. */
const untilFree = (): number => randomInt(50, 250);

/** Milliseconds after a lost write: the more of them, the longer, so that a crowd spreads out and does not only hinder itself. */
const afterLoss = (losses: number): number => randomInt(5, 50 * Math.min(losses + 1, 8));

/**
 * Lets an attempt look at its password, and counts what it found: a wrong one may lock the name, a right one sets the
 * count back. The place is taken before, so that many attempts at once try no more passwords than one after the other
 * would; a wrong repeat takes one as every other. Throws `Refused` TooManyAttempts while the name is locked, and when no
 * place comes free within `longestWait`; also when what was found cannot be counted, so that nobody learns it.
 */
export const countedAttempt = async <Found extends Tried>(
  userName: string,
  ports: AttemptPorts,
  look: () => Promise<Found>,
): Promise<Found> => {
  const id = await takePlace(userName, ports);
  const found = await look();
  const { isRight, trace } = found;
  await changeAttempts(userName, ports, (attempts) =>
    isRight ? afterRight(attempts, id) : afterWrong(attempts, id, trace, ports.policy.lockout, ports.now()),
  );
  return found;
};

/** Forgets the failures of a user name: its password is another one now. */
export const unlock = (userName: string, ports: Omit<AttemptPorts, 'policy'>): Promise<void> =>
  changeAttempts(userName, ports, unlocked);

const takePlace = async (
  userName: string,
  { attempts: store, policy, now, pace = realPace }: AttemptPorts,
): Promise<string> => {
  const wait = waitingAtMost(longestWait, pace);
  let attempt: Attempt | undefined;
  for (let losses = 0; ; ) {
    const { attempts, version } = await store.read(userName, now());
    attempt ??= { id: randomUUID(), arrival: attempts.found };
    const admission = admit(attempts, attempt, policy.lockout, now());
    switch (admission.kind) {
      case 'locked':
        throw new Refused({ code: 'TooManyAttempts', fact: String(admission.seconds) });
      case 'full':
        await wait(untilFree());
        break;
      case 'admitted':
        if (await store.write(userName, { attempts: admission.attempts, version }, now())) return attempt.id;
        await wait(afterLoss(losses));
        losses += 1;
    }
  }
};

const changeAttempts = async (
  userName: string,
  { attempts: store, now, pace = realPace }: Omit<AttemptPorts, 'policy'>,
  change: (attempts: SignInAttempts) => SignInAttempts,
): Promise<void> => {
  const wait = waitingAtMost(longestSettling, pace);
  for (let losses = 0; ; losses += 1) {
    const { attempts, version } = await store.read(userName, now());
    if (await store.write(userName, { attempts: change(attempts), version }, now())) return;
    await wait(afterLoss(losses));
  }
};

/** Waits until a moment that is reckoned from now on: throws `Refused` TooManyAttempts instead of waiting beyond it. */
const waitingAtMost = (most: number, { elapsed, sleep }: Pace): ((milliseconds: number) => Promise<void>) => {
  const end = elapsed() + most;
  return async (milliseconds) => {
    if (elapsed() + milliseconds > end) throw new Refused({ code: 'TooManyAttempts', fact: '1' });
    await sleep(milliseconds);
  };
};
