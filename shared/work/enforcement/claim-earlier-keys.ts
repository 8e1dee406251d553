/**
 * People who came with a release that knew no claims on keys are given theirs: a walk through all user names, once, which
 * can stop and go on. Nobody's record changes. Where two have one key both keep it, and nobody else can take it.
 */
import type { Person } from '../../domain/person.ts';
import { addSeconds, type Instant } from '../../domain/time.ts';
import { everyShard } from '../../domain/uuid.ts';
import type { SweepMessage } from '../../messages/queues.ts';
import type { Queues } from '../queues.ts';
import { type SparingPorts, sparing } from '../sparing.ts';
import type { PolicyMark } from './date-by-file.ts';
import { type DueDates, secondWalkSeconds } from './recompute-due-dates.ts';

/** Since when claims are made, and the shards of user names (0 to 15) whose people have been gone through. */
export type KeysMark = { since: Instant; done: readonly number[] };

/** The port to claims of people of an earlier release. */
export type EarlierKeys = {
  /** The mark; undefined before the first sweep. */
  read(): Promise<KeysMark | undefined>;
  /** Writes the mark, if there is none yet, with shards that are done. */
  begin(since: Instant, done: readonly number[]): Promise<void>;
  /** Notes that a shard is done. */
  finish(shard: number): Promise<void>;
  /** Those of these people who lack a claim on a key that they have. */
  unclaimed(people: readonly Person[]): Promise<Person[]>;
  /** Gives a person their claims, beside whoever has the same key. False: the person was changed meanwhile. */
  claim(person: Person): Promise<boolean>;
};

export type EarlierKeysPorts = SparingPorts & {
  earlierKeys: EarlierKeys;
  policyMark: Pick<PolicyMark, 'read'>;
  dates: Pick<DueDates, 'datedPeople'>;
  queues: Pick<Queues, 'sweeps'>;
  shouldPause: () => boolean;
  now: () => Instant;
};

type Walk = Extract<SweepMessage, { kind: 'claimKeys' }>;

/**
 * Asks for the walks that are still to be made, at most once a sweep. The first comes when no function of the release
 * before can be running any more, since those make people without claims. Where no sweep was ever made, there was none,
 * and there is nothing to do; so it is asked before a sweep leaves its own mark.
 */
export const startKeyWalks = async ({ earlierKeys, policyMark, queues, now }: EarlierKeysPorts): Promise<void> => {
  const mark = await earlierKeys.read();
  if (!mark) return earlierKeys.begin(now(), (await policyMark.read()) === undefined ? everyShard : []);
  if (now() < addSeconds(mark.since, secondWalkSeconds)) return;
  const open = everyShard.filter((shard) => !mark.done.includes(shard));
  if (open.length > 0) await queues.sweeps(open.map((shard): Walk => ({ kind: 'claimKeys', shard })));
};

/** Names looked at in one breath: as many as one read of people takes. */
const pageSize = 100;

/** People who are given their claims at the same moment. */
const atOnce = 10;

/** Tries at one page; each lost one means that somebody was changed, who may hold the claim by then. */
const maxTries = 5;

/** Walks through a shard from where it stands. Throws when people keep changing: then it comes again. */
export const claimEarlierKeys = async (walk: Walk, ports: EarlierKeysPorts): Promise<void> => {
  const { earlierKeys, dates, queues, shouldPause } = ports;
  const { shard } = walk;
  // Whoever cannot be given theirs is told of by the check.
  const aside = new Set<string>();
  const spare = sparing(ports, async (id) => aside.add(id));
  for (let { after } = walk; ; ) {
    const page = { shard, top: pageSize, after };
    const { next } = await claimPage(() => dates.datedPeople(page), { aside, spare, earlierKeys });
    if (next === undefined) return earlierKeys.finish(shard);
    if (shouldPause()) return queues.sweeps([{ ...walk, after: next }]);
    after = next;
  }
};

type Page = Awaited<ReturnType<DueDates['datedPeople']>>;

/** How people are given their claims: whoever is set aside is left out. */
type Claiming = Pick<EarlierKeysPorts, 'earlierKeys'> & { aside: Set<string>; spare: ReturnType<typeof sparing> };

/** Until nobody of a page lacks a claim. */
const claimPage = async (read: () => Promise<Page>, { earlierKeys, aside, spare }: Claiming): Promise<Page> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const page = await read();
    const lacking = await earlierKeys.unclaimed(page.people.map(({ person }) => person));
    const open = lacking.filter(({ id }) => !aside.has(id));
    if (open.length === 0) return page;
    const byId = new Map(open.map((person) => [person.id, person]));
    for (let start = 0; start < open.length; start += atOnce) {
      const ids = open.slice(start, start + atOnce).map(({ id }) => id);
      await spare(ids, async (some) => {
        await Promise.all(some.flatMap((id) => byId.get(id) ?? []).map((person) => earlierKeys.claim(person)));
      });
    }
  }
  throw new Error('people could not be given their claims on keys: they keep changing');
};
