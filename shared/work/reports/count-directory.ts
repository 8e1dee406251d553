/** The directory is counted once a day, by the first sweeps of the day: a message for each shard of people. */

import type { DirectoryDay, PeopleCount, SeatCount } from '../../domain/reports/directory-day.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { SweepMessage } from '../../messages/queues.ts';
import type { Directory } from '../directory.ts';
import type { Queues } from '../queues.ts';

/** The port to what is counted. */
export type DirectoryDays = {
  /** Shards (0 to 15) that are still to be counted on a day. */
  uncounted(day: string): Promise<number[]>;
  /** Counts a part of a shard's people after a place; `next` is absent where it was the last. Eventually consistent. */
  countPeople(shard: number, after?: string): Promise<Pick<PeopleCount, 'people' | 'blocked'> & { next?: string }>;
  /** How many deleted people of a shard can be restored. */
  countDeleted(shard: number): Promise<number>;
  /** Notes what a shard has; what is noted already stays, so that who comes late or twice changes nothing. */
  note(day: string, shard: number, counted: Counted): Promise<void>;
  /** Days of which everything is counted, from one to another, both included, in their order. */
  list(range: { from: string; to: string }): Promise<DirectoryDay[]>;
};

/** What one message found; `licences` comes with the first shard. */
export type Counted = PeopleCount & { licences?: SeatCount[]; now: Instant };

export type CountPorts = {
  days: Omit<DirectoryDays, 'list'>;
  directory: Pick<Directory, 'catalogue'>;
  queues: Pick<Queues, 'sweeps'>;
  shouldPause: () => boolean;
  now: () => Instant;
};

type Count = Extract<SweepMessage, { kind: 'count' }>;

/** Asks for what is still to be counted of today. A message that is lost is asked for again a quarter of an hour later. */
export const startCount = async ({ days, queues, now }: CountPorts): Promise<void> => {
  const day = dayOf(now());
  const open = await days.uncounted(day);
  if (open.length > 0) await queues.sweeps(open.map((shard): Count => ({ kind: 'count', day, shard })));
};

/** Counts a shard from where its message stands. One that comes after its day has nothing to count any more. */
export const countShard = async (message: Count, ports: CountPorts): Promise<void> => {
  const { days, queues, shouldPause, directory, now } = ports;
  const { day, shard } = message;
  let { people = 0, blocked = 0, after } = message;
  do {
    if (dayOf(now()) !== day) return;
    const part = await days.countPeople(shard, after);
    [people, blocked, after] = [people + part.people, blocked + part.blocked, part.next];
    if (after !== undefined && shouldPause())
      return queues.sweeps([{ kind: 'count', day, shard, people, blocked, after }]);
  } while (after !== undefined);
  const counted = { people, blocked, deleted: await days.countDeleted(shard), now: now() };
  const licences = shard === 0 ? { licences: (await directory.catalogue()).map(seatsOf) } : {};
  await days.note(day, shard, { ...counted, ...licences });
};

const seatsOf = ({ skuId, skuPartNumber, enabled, free, reserved }: SeatCount): SeatCount => ({
  ...{ skuId, skuPartNumber },
  ...{ enabled, free, reserved },
});
