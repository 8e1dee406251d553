/** People are dated anew when a setting makes them due earlier: a walk through all user names, which can stop and go on. */

import { nextDue } from '../../domain/enforcement/next-due.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import { everyShard } from '../../domain/uuid.ts';
import type { SweepMessage } from '../../messages/queues.ts';
import type { Queues } from '../queues.ts';
import { type SparingPorts, sparing } from '../sparing.ts';

/** A person and the moment at which the due index has them; absent when nothing is ahead. */
export type DatedPerson = { person: Person; dueAt?: Instant };

/** A page of a walk: people of a shard of user names (0 to 15) after a name; those at a domain alone, if one is given. */
export type WalkPage = { shard: number; top: number; after?: string | undefined; domain?: string | undefined };

/** The port to what the due index holds, which otherwise follows from each write of a person. */
export type DueDates = {
  /** Of `top` names those whose people are asked for, as the table has them; `next` is absent on the last page. */
  datedPeople(page: WalkPage): Promise<{ people: DatedPerson[]; next?: string }>;
  /**
   * Gives the index a person's due moment by the present policy, if it is earlier than what the index has. Nothing else
   * of the person changes, nor does its version. False: somebody wrote the person meanwhile, or nothing was to be done.
   */
  dateEarlier(person: Person): Promise<boolean>;
  /**
   * Gives the index a later moment for whoever is due at `now`, and changes nothing else: the check tells of it, since it
   * is later than what is due.
   */
  putOff(id: string, now: Instant, until: Instant): Promise<void>;
};

export type RecomputePorts = SparingPorts & {
  dates: DueDates;
  queues: Pick<Queues, 'sweeps'>;
  policy: Policy;
  shouldPause: () => boolean;
};

type Walk = Extract<SweepMessage, { kind: 'redate' }>;

/** Names looked at in one breath: as many as one read of people takes. */
const pageSize = 100;

/**
 * Seconds after which people are dated a second time: a function that began with the old settings may still write by
 * them, and no function runs longer than Lambda's quarter of an hour (which is also the longest that SQS delays).
 */
export const secondWalkSeconds = 900;

/** The messages of a walk through everybody, or everybody at a domain: one for each shard of user names. */
export const walkOf = (domain?: string): Walk[] =>
  everyShard.map((shard) => ({ kind: 'redate', shard, ...(domain !== undefined && { domain }) }));

/**
 * Walks through a shard from where it stands. Whoever wrote a person meanwhile has dated the person too; if that was by
 * the old settings, the second walk comes later. A moment that is too early does no harm: the sweep dates the person anew.
 */
export const recomputeDueDates = async (
  walk: Walk,
  { dates, queues, policy, shouldPause, ...ports }: RecomputePorts,
): Promise<void> => {
  // Whoever cannot be dated keeps the moment that they have.
  const spare = sparing(ports, async () => undefined);
  for (let { after } = walk; ; ) {
    const { people, next } = await dates.datedPeople({ shard: walk.shard, domain: walk.domain, top: pageSize, after });
    const late = people.filter((one) => isDatedLate(one, policy));
    const byId = new Map(late.map(({ person }) => [person.id, person]));
    await spare([...byId.keys()], async (ids) => {
      await Promise.all(ids.flatMap((id) => byId.get(id) ?? []).map((person) => dates.dateEarlier(person)));
    });
    if (next === undefined) return;
    if (shouldPause()) return queues.sweeps([{ ...walk, after: next }]);
    after = next;
  }
};

const isDatedLate = ({ person, dueAt }: DatedPerson, policy: Policy): boolean => {
  const due = nextDue(person, policy);
  return due !== undefined && (dueAt === undefined || due < dueAt);
};
