/** What administrators are to hear is put where it waits for others of its kind. */
import {
  type DigestEntry,
  type DigestKind,
  digestKindOf,
  secondsUntilDue,
  withEntries,
} from '../../domain/digests/digest.ts';
import type { Instant } from '../../domain/time.ts';
import type { NoticeMessage } from '../../messages/queues.ts';
import type { SendLater } from '../queues.ts';
import type { Digests } from './digests.ts';

export type GatherPorts = { digests: Digests; tellLater: SendLater<NoticeMessage>; now: () => Instant };

/** Gathered at once: each is a write of its own in one transaction. */
const atOnce = 50;

/** Tries to add to a kind; each lost one means that somebody else added to it or mailed it. */
const maxTries = 40;

/** A digest that may leave within so many seconds has a message of its own; the sweep, every 15 minutes, finds the others. */
export const secondsForMessage = 60;

/**
 * Gathers what is to be told. Once it returns, all of it is on record and will be mailed, in order of kinds; what was
 * gathered before is left alone, so that it may be repeated.
 */
export const gather = async (entries: readonly DigestEntry[], ports: GatherPorts): Promise<void> => {
  for (const [kind, alike] of Map.groupBy(entries, digestKindOf)) {
    for (let start = 0; start < alike.length; start += atOnce) {
      await gatherKind(kind, alike.slice(start, start + atOnce), ports);
    }
  }
};

const gatherKind = async (kind: DigestKind, entries: readonly DigestEntry[], ports: GatherPorts): Promise<void> => {
  const { digests, now } = ports;
  let fresh = entries;
  for (let tries = 0; tries < maxTries && fresh.length > 0; tries += 1) {
    const before = await digests.read(kind);
    const after = withEntries(before, fresh, now());
    const ids = fresh.map(({ id }) => id);
    const end = await digests.write(before, after, ids);
    if (end === 'written') return before.waiting ? undefined : announce(kind, secondsUntilDue(after, now()), ports);
    if (end !== 'lost') fresh = fresh.filter(({ id }) => !end.known.includes(id));
  }
  if (fresh.length > 0) throw new Error('what administrators are to hear could not be gathered');
};

/** Whoever is first has the mail written; where that fails, the sweep does. */
const announce = async (kind: DigestKind, seconds: number, { tellLater }: GatherPorts): Promise<void> => {
  if (seconds > secondsForMessage) return;
  await tellLater([{ kind: 'digests', of: kind }], Math.ceil(seconds)).catch(() => undefined);
};
