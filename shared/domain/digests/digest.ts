/**
 * What administrators are to hear is gathered by kind and mailed at most once a kind in a quarter of an hour. Whoever has
 * something to tell adds it here; nobody hands out turns.
 */
import type { StrayObject } from '../imports/stray-object.ts';
import type { Notice } from '../person.ts';
import { addSeconds, type Instant } from '../time.ts';

/** A notice about a person, as administrators are told of it. */
export type ToldNotice = {
  displayName: string;
  userPrincipalName: string;
  notice: Notice;
  /** The name of the migration batch that a mailbox came by. */
  batch?: string;
};

/** One thing to tell. `id` is the same however often it is gathered. */
export type DigestEntry = { id: string } & (ToldNotice | { object: StrayObject });

/** What is told in a mail of its own. */
export type DigestKind = Notice['kind'] | StrayObject['kind'];

/** How many things there are, and the first of them. */
export type Gathered = { count: number; named: readonly DigestEntry[] };

/** What is gathered of a kind. `version` rises with every write, and is 0 before the first. */
export type Digest = {
  kind: DigestKind;
  version: number;
  /** What waits for its mail, and from when on that may leave. */
  waiting?: Gathered & { dueDateTime: Instant };
  /** What a delivery has in hand, and until when. */
  leased?: Gathered & { leaseUntil: Instant };
  /** When the last mail of the kind left. */
  mailedDateTime?: Instant;
};

/** The kind under which something is told. */
export const digestKindOf = (entry: DigestEntry): DigestKind =>
  'object' in entry ? entry.object.kind : entry.notice.kind;

/** The shortest time between two mails of a kind, in seconds. */
const secondsBetween = 900;

/** Seconds that the first of a kind waits for others: the shards of a sweep work at once and tell in one mail. */
const secondsGathering = 20;

/** So many are named in a mail, of the others it says how many they are. An item holds them: some 60 KB at most. */
const mostNamed = 50;

/** What is gathered once some are added. */
export const withEntries = (digest: Digest, entries: readonly DigestEntry[], now: Instant): Digest => {
  const { waiting = { count: 0, named: [], dueDateTime: soonest(digest, now) } } = digest;
  return {
    ...digest,
    version: digest.version + 1,
    waiting: {
      ...waiting,
      count: waiting.count + entries.length,
      named: [...waiting.named, ...entries].slice(0, mostNamed),
    },
  };
};

/** A mail that is leaving counts as one that has left. */
const soonest = ({ leased, mailedDateTime }: Digest, now: Instant): Instant => {
  const last = leased ? now : mailedDateTime;
  const [gathered, next] = [addSeconds(now, secondsGathering), last && last <= now && addSeconds(last, secondsBetween)];
  return next && next > gathered ? next : gathered;
};

/** The digest in the hands of a delivery that is to mail it; undefined when there is nothing to mail now. */
export const leasedDigest = (digest: Digest, now: Instant, leaseSeconds: number): Digest | undefined => {
  const { waiting, leased, ...others } = digest;
  const next = { ...others, version: digest.version + 1 };
  const leaseUntil = addSeconds(now, leaseSeconds);
  if (leased) {
    // Whoever had it died on the way, or its mail was delayed.
    const isHeld = leased.leaseUntil > now && leased.leaseUntil <= leaseUntil;
    return isHeld ? undefined : { ...next, ...(waiting && { waiting }), leased: { ...leased, leaseUntil } };
  }
  if (!waiting || secondsUntilDue(digest, now) > 0) return undefined;
  return { ...next, leased: { count: waiting.count, named: waiting.named, leaseUntil } };
};

/** The digest once its mail has left. */
export const mailedDigest = ({ leased: _leased, ...digest }: Digest, now: Instant): Digest => ({
  ...digest,
  version: digest.version + 1,
  mailedDateTime: now,
});

/**
 * Seconds until what waits may be mailed; none when it may now, and `Infinity` when nothing waits. A moment further off
 * than it can be was set by a clock that has been put back since, and counts for nothing.
 */
export const secondsUntilDue = ({ waiting, mailedDateTime }: Digest, now: Instant): number => {
  if (!waiting) return Number.POSITIVE_INFINITY;
  const last = mailedDateTime && addSeconds(mailedDateTime, secondsBetween);
  const waits = [waiting.dueDateTime, ...(last ? [last] : [])]
    .map((moment) => (Date.parse(moment) - Date.parse(now)) / 1000)
    .filter((seconds) => seconds <= secondsBetween);
  return Math.max(0, ...waits);
};
