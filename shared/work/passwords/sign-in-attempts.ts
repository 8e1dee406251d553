/** The port to what is known of passwords tried with a user name, and the counting of attempts. */
import { randomUUID } from 'node:crypto';
import { withoutBrowsers } from '../../domain/passwords/known-browsers.ts';
import {
  type Attempt,
  admit,
  afterRight,
  afterWrong,
  type LockPolicy,
  type SignInAttempts,
  unlocked,
} from '../../domain/passwords/lockout.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import {
  afterLoss,
  longestSettling,
  longestWait,
  type Pace,
  realPace,
  untilFree,
  waitingAtMost,
} from './attempt-pace.ts';

/** Attempts as they were read; `version` is 0 while nothing is stored. */
export type StoredAttempts = { attempts: SignInAttempts; version: number };

/**
 * Whose attempts are counted together: those at a user name, in any spelling, by whoever is no more known than others; or
 * `by` a browser that is known (`KnownBrowser.id`), or by whoever is signed in (`signedIn`).
 */
export type AttemptsOf = { userName: string; by?: string };

/** The count of those who change a password and are signed in already: no stranger can lock it. */
export const signedIn = 'SESSION';

export type AttemptStore = {
  /** What is known; nothing, once it has come to its end (`attemptsEnd`). */
  read(of: AttemptsOf, now: Instant): Promise<StoredAttempts>;
  /** Writes attempts in place of those that were read; false, and nothing is written, when somebody else wrote meanwhile. */
  write(of: AttemptsOf, stored: StoredAttempts, now: Instant): Promise<boolean>;
};

export type AttemptPorts = {
  attempts: AttemptStore;
  policy: LockPolicy;
  now: () => Instant;
  /** Absent: as time passes. */
  pace?: Pace;
};

/** What looking at a password found; `trace` tells a wrong one from another, and does not help to guess it. */
export type Tried = { isRight: boolean; trace: string };

/** What hangs on an attempt beside its count. */
export type AttemptNews<Found> = {
  /** The count as it was read a moment ago; absent: it is read. */
  seen?: StoredAttempts | undefined;
  /** Whether a right password opens nothing, so that it stays on record as refused. */
  opensNothing?: (found: Found) => boolean;
  /** The count after a right password, with what else is known then. */
  withRight?: (attempts: SignInAttempts, found: Found) => SignInAttempts;
  /** What writes the count after what was found, where more is written with it. */
  writing?: (found: Found) => Write | undefined;
  /** Tells whom it concerns that only a reset helps now. It may come again, when it came to no end. */
  tellLockedOut?: (at: Instant) => Promise<void>;
};

/** Writes attempts in place of those that were read, as `AttemptStore.write` does. */
type Write = (stored: StoredAttempts) => Promise<boolean>;

/**
 * Lets an attempt look at its password, and counts what it found: a wrong one may lock the name, a right one sets the
 * count back. The place is taken before, so that many attempts at once try no more passwords than one after the other
 * would; a wrong repeat takes one as every other. Returns what was found, and the count after it. Throws `Refused`
 * TooManyAttempts while the name is locked, and when no place comes free within `longestWait`; also when what was found
 * cannot be counted, so that nobody learns it. And SignInLocked once only a reset helps.
 */
export const countedAttempt = async <Found extends Tried>(
  of: AttemptsOf,
  ports: AttemptPorts,
  look: () => Promise<Found>,
  { seen, opensNothing, withRight = (attempts) => attempts, writing, tellLockedOut }: AttemptNews<Found> = {},
): Promise<Found & { after: SignInAttempts }> => {
  const tell = async (): Promise<void> => {
    await tellLockedOut?.(ports.now());
    await changeAttempts(of, ports, (attempts) => (attempts.lockedOutAt ? { ...attempts, isTold: true } : attempts));
  };
  const { id, stored } = await takePlace(of, ports, { seen, tell });
  const found = await look();
  const { isRight, trace } = found;
  const counted = (attempts: SignInAttempts) =>
    isRight
      ? withRight(afterRight(attempts, id, opensNothing?.(found)), found)
      : afterWrong(attempts, id, trace, ports.policy, ports.now());
  const after = await changeAttempts(of, ports, counted, { seen: stored, write: writing?.(found) });
  if (!isRight && after.lockedOutAt) await tell();
  return { ...found, after };
};

/** The id of a place, and the count as it was written with it. */
const takePlace = async (
  of: AttemptsOf,
  { attempts: store, policy, now, pace = realPace }: AttemptPorts,
  { seen, tell }: { seen: StoredAttempts | undefined; tell: () => Promise<void> },
): Promise<{ id: string; stored: StoredAttempts }> => {
  const wait = waitingAtMost(longestWait, pace);
  let attempt: Attempt | undefined;
  let latest = seen;
  for (let losses = 0; ; latest = undefined) {
    const { attempts, version } = latest ?? (await store.read(of, now()));
    attempt ??= { id: randomUUID(), arrival: attempts.found };
    const admission = admit(attempts, attempt, policy, now());
    switch (admission.kind) {
      case 'locked':
        throw new Refused({ code: 'TooManyAttempts', fact: String(admission.seconds) });
      case 'lockedOut':
        if (!admission.isTold) await tell();
        throw new Refused({ code: 'SignInLocked' });
      case 'full':
        await wait(untilFree());
        break;
      case 'admitted':
        if (await store.write(of, { attempts: admission.attempts, version }, now())) {
          return { id: attempt.id, stored: { attempts: admission.attempts, version: version + 1 } };
        }
        await wait(afterLoss(losses));
        losses += 1;
    }
  }
};

/**
 * Changes what is known of attempts, and returns it as it was written; `seen` is what was read, or written, last. Throws
 * `Refused` TooManyAttempts when others keep writing.
 */
export const changeAttempts = async (
  of: AttemptsOf,
  { attempts: store, now, pace = realPace }: Omit<AttemptPorts, 'policy'>,
  change: (attempts: SignInAttempts) => SignInAttempts,
  { seen, write }: { seen?: StoredAttempts; write?: Write | undefined } = {},
): Promise<SignInAttempts> => {
  const wait = waitingAtMost(longestSettling, pace);
  const put: Write = write ?? ((stored) => store.write(of, stored, now()));
  let latest = seen;
  for (let losses = 0; ; losses += 1) {
    const { attempts, version } = latest ?? (await store.read(of, now()));
    const after = change(attempts);
    if (await put({ attempts: after, version })) return after;
    latest = undefined;
    await wait(afterLoss(losses));
  }
};

/**
 * Ends the counts at a name: the password is another one now, and what was guessed of the old one tells nothing. With
 * `andBrowsers` no browser is known any more, and their counts go with them.
 */
export const forgetFailures = async (
  userName: string,
  ports: Omit<AttemptPorts, 'policy'>,
  { andBrowsers = false } = {},
): Promise<void> => {
  const ended = (attempts: SignInAttempts) => (andBrowsers ? withoutBrowsers(unlocked(attempts)) : unlocked(attempts));
  await changeAttempts({ userName }, ports, ended);
  await changeAttempts({ userName, by: signedIn }, ports, unlocked);
};

/** Makes every browser of a person an unknown one. */
export const forgetBrowsers = async (userName: string, ports: Omit<AttemptPorts, 'policy'>): Promise<void> => {
  await changeAttempts({ userName }, ports, withoutBrowsers);
};
