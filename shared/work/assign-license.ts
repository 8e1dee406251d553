/** Graph's assignLicense: licences given and taken in one step. */
import { mailboxAfter, skuNamed, waitingPlace } from '../domain/licences.ts';
import type { Person } from '../domain/person.ts';
import { type Refusal, Refused } from '../domain/refusals.ts';
import type { Principal } from '../domain/roles.ts';
import type { Instant } from '../domain/time.ts';
import { changePeople } from './change-people.ts';
import type { Directory } from './directory.ts';
import type { Queues } from './queues.ts';

export type AssignPorts = {
  directory: Pick<Directory, 'readPeople' | 'changePeople' | 'catalogue' | 'countWaiting'>;
  queues: Pick<Queues, 'sweeps'>;
  now: () => Instant;
};

export type AssignRequest = { userId: string; add: readonly string[]; remove: readonly string[]; principal: Principal };

/**
 * Gives and takes licences (named by SKU id or part number). A licence without a free seat is waited for, as at
 * creation; `seatsToBuy` says how many are missing. Throws `Refused` NotFound, LicenceUnknown, UsageLocationMissing.
 */
export const assignLicense = async (
  { userId, add, remove, principal }: AssignRequest,
  ports: AssignPorts,
): Promise<{ person: Person; seatsToBuy: Record<string, number> }> => {
  const catalogue = await ports.directory.catalogue();
  const [adding, removing] = [resolve(add, 'addLicenses'), resolve(remove, 'removeLicenses')];
  const [first, ...others] = [...adding.unknown, ...removing.unknown];
  if (first) throw new Refused(first, ...others);
  const short = new Set<string>();
  const now = ports.now();
  const audit = { activity: 'Change user license', initiatedBy: principal.id, now };

  for (;;) {
    const [before] = await ports.directory.readPeople([userId]);
    if (!before) throw new Refused({ code: 'NotFound' });
    if (adding.skuIds.length > 0 && !before.usageLocation) {
      throw new Refused({ code: 'UsageLocationMissing', target: 'usageLocation' });
    }
    const outcome = await changePeople([userId], (person) => after(person), ports.directory, audit);
    if (outcome.short.length > 0) {
      for (const skuId of outcome.short) short.add(skuId);
      continue;
    }
    const person = outcome.changed[0] ?? before;
    const freed = before.assignedLicenses.filter(({ skuId }) => !holds(person.assignedLicenses, skuId));
    // When the queue cannot be told, the next sweep serves those who wait.
    await ports.queues.sweeps(freed.map(({ skuId }) => ({ kind: 'waiting', skuId }))).catch(() => undefined);
    return { person, seatsToBuy: await seatsToBuy(person) };
  }

  function resolve(names: readonly string[], target: string): { skuIds: string[]; unknown: Refusal[] } {
    const found = names.map((name) => ({ name, sku: skuNamed(name, catalogue) }));
    const unknown = found.filter(({ sku }) => !sku);
    return {
      skuIds: found.flatMap(({ sku }) => (sku ? [sku.skuId] : [])),
      unknown: unknown.map(({ name }) => ({ code: 'LicenceUnknown', target, fact: name.slice(0, 64) })),
    };
  }

  function after(person: Person): Person | undefined {
    const kept = ({ skuId }: { skuId: string }) => !removing.skuIds.includes(skuId);
    const assigned = person.assignedLicenses.filter(kept);
    const waiting = person.waitingLicenses.filter(kept);
    const wanted = adding.skuIds.filter((skuId) => !holds(assigned, skuId));
    const given = wanted.filter((skuId) => !short.has(skuId)).map((skuId) => ({ skuId }));
    const still = waiting.filter(({ skuId }) => !holds(given, skuId));
    const asked = wanted
      .filter((skuId) => short.has(skuId) && !holds(still, skuId))
      .map((skuId) => ({ skuId, since: now, place: waitingPlace(now, 0, person.id) }));
    const licences = { assignedLicenses: [...assigned, ...given], waitingLicenses: [...still, ...asked] };
    const { mailbox: old, ...rest } = person;
    const mailbox = mailboxAfter({ ...licences, ...(old && { mailbox: old }) }, catalogue, now);
    const next: Person = { ...rest, ...licences, ...(mailbox && { mailbox }) };
    return JSON.stringify(next) === JSON.stringify({ ...rest, ...(old && { mailbox: old }) }) ? undefined : next;
  }

  async function seatsToBuy({ waitingLicenses }: Person): Promise<Record<string, number>> {
    const counts = waitingLicenses.map(
      async ({ skuId }) => [skuId, await ports.directory.countWaiting(skuId)] as const,
    );
    return Object.fromEntries(await Promise.all(counts));
  }
};

const holds = (licences: readonly { skuId: string }[], skuId: string) =>
  licences.some((licence) => licence.skuId === skuId);
