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

export type AttemptPorts = { attempts: AttemptStore; policy: Pick<Policy, 'lockout'>; now: () => Instant };

/** What looking at a password found; `trace` tells a wrong one from another, and does not help to guess it. */
export type Tried = { isRight: boolean; trace: string };

/** Waits for a free place: at some 150 milliseconds each a dozen seconds, in which a crowd of right ones gets through. */
const maxWaits = 80;

/** Writes against other attempts at the same name; each that is lost means that one of them got on. */
const maxWrites = 200;

/** After a lost write: the more of them, the longer, so that a crowd spreads out and does not only hinder itself. */
const afterLoss = (losses: number): Promise<void> => sleep(randomInt(5, 50 * Math.min(losses + 1, 8)));

/**
 * Lets an attempt look at its password, and counts what it found: a wrong one may lock the name, a right one sets the
 * count back. The place is taken before, so that many attempts at once try no more passwords than one after the other
 * would. Throws `Refused` TooManyAttempts while the name is locked, and when no place comes free.
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

const takePlace = async (userName: string, { attempts: store, policy, now }: AttemptPorts): Promise<string> => {
  let attempt: Attempt | undefined;
  for (let [waits, losses] = [0, 0]; waits < maxWaits && losses < maxWrites; ) {
    const { attempts, version } = await store.read(userName, now());
    attempt ??= { id: randomUUID(), arrival: attempts.found };
    const admission = admit(attempts, attempt, policy.lockout, now());
    switch (admission.kind) {
      case 'locked':
        throw new Refused({ code: 'TooManyAttempts', fact: String(admission.seconds) });
      case 'full':
        waits += 1;
        await sleep(randomInt(50, 250));
        break;
      case 'admitted':
        if (await store.write(userName, { attempts: admission.attempts, version }, now())) return attempt.id;
        losses += 1;
        await afterLoss(losses);
    }
  }
  throw new Refused({ code: 'TooManyAttempts', fact: '1' });
};

const changeAttempts = async (
  userName: string,
  { attempts: store, now }: Omit<AttemptPorts, 'policy'>,
  change: (attempts: SignInAttempts) => SignInAttempts,
): Promise<void> => {
  for (let losses = 0; losses < maxWrites; losses += 1) {
    const { attempts, version } = await store.read(userName, now());
    if (await store.write(userName, { attempts: change(attempts), version }, now())) return;
    await afterLoss(losses);
  }
  // Nobody learns whether the password was right, so that nothing was won by it.
  throw new Error('an attempt could not be counted: others keep writing');
};
