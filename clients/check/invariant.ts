/** What always holds of the state, and how it is looked at. */

import type { Policy } from '../../shared/domain/policy.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { Key } from './state/key.ts';
import type { Mail, Seen } from './state/seen.ts';

/** What a state is judged by. */
export type Setting = {
  now: Instant;
  policy: Policy;
  /** Seconds by which what is due may be late. */
  lateSeconds: number;
  /** No setting was ever changed: then due moments are not only early enough, but exact. */
  isStrict: boolean;
  /** Nobody is at work, so that imports which are not over are judged, too. */
  isSettled: boolean;
  /** A local engine, with its own administrator. */
  isLocal?: boolean;
  /** Texts that may stand nowhere. */
  secrets: readonly string[];
  /** Every mail that was sent, oldest first; absent where they are not at hand. */
  mails?: readonly Mail[];
};

/** What something is about: ids alone, never an address or a secret. */
export type Subject =
  `${'person' | 'import' | 'licence' | 'application' | 'audit' | 'item' | 'place' | 'role'} ${string}`;

/** Something that does not seem to hold. `what` tells no name, address or secret either. */
export type Doubt = {
  about: Subject;
  what: string;
  /** Items that it was concluded from, and other subjects, beside its own. */
  reads?: readonly Key[];
  beside?: readonly Subject[];
};

/** One look at a state. */
export type Watch = {
  /** Is shown everything, one thing at a time and in no order. */
  see: (seen: Seen) => void;
  /** What does not seem to hold, once everything was shown. */
  doubts: () => Iterable<Doubt>;
  /** What whoever asks should know of, fault or none; of operators and ids alone. */
  tells?: () => Iterable<string>;
  /** How many things the invariant was held against. */
  looked: () => number;
};

/** An item that must be there, and what for. */
export type Expected = { key: Key; about: Subject };

/**
 * Something that always holds. The system may be at work while it is looked at, so `judges` says from how much: an
 * `item`, which is as it was written and needs no second look; one `subject` with what belongs to it, read again
 * together; or the `whole`, which is counted again.
 */
export type Invariant = {
  name: string;
  /** What holds, as a sentence. */
  holds: string;
  judges: 'item' | 'subject' | 'whole';
  watch: (setting: Setting) => Watch;
  /** Items that must be there because of this one. */
  expects?: (seen: Seen) => Iterable<Expected>;
};

/** Most doubts of one invariant that are kept: more of them say nothing more. */
export const maxDoubts = 10_000;

/** A look at each thing by itself: `judge` gives undefined for what it is not about. */
export const eachBy =
  (judge: (seen: Seen, setting: Setting) => readonly Doubt[] | undefined) =>
  (setting: Setting): Watch => {
    let looked = 0;
    const doubts: Doubt[] = [];
    return {
      see: (seen) => {
        const found = judge(seen, setting);
        if (!found) return;
        looked += 1;
        if (doubts.length < maxDoubts) doubts.push(...found);
      },
      doubts: () => doubts,
      looked: () => looked,
    };
  };
