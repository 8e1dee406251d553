/** Graph's assignLicense: licences given and taken in one step. */
import { type Catalogue, mailboxAfter, skuNamed, waitingPlace } from '../domain/licences.ts';
import type { Person } from '../domain/person.ts';
import { actorOf, type Principal } from '../domain/principal.ts';
import { type Refusal, Refused } from '../domain/refusals.ts';
import type { Instant } from '../domain/time.ts';
import { changePeople } from './change-people.ts';
import type { Directory } from './directory.ts';
import type { Queues } from './queues.ts';
import { seatsToBuy } from './seats-to-buy.ts';

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
  { directory, queues, now }: AssignPorts,
): Promise<{ person: Person; seatsToBuy: Record<string, number> }> => {
  const catalogue = await directory.catalogue();
  const wish = wishOf(add, remove, catalogue);
  const [before] = await directory.readPeople([userId]);
  if (!before || before.deleted) throw new Refused({ code: 'NotFound' });
  if (wish.add.length > 0 && !before.usageLocation) {
    throw new Refused({ code: 'UsageLocationMissing', target: 'usageLocation' });
  }
  const audit = { activity: 'Change user license', initiatedBy: actorOf(principal), now: now() };
  const short = new Set<string>();
  const change = (person: Person) => {
    // Deleted since it was looked at.
    if (person.deleted) throw new Refused({ code: 'NotFound' });
    return withLicences(person, { ...wish, short }, catalogue, audit.now);
  };
  let outcome = await changePeople([userId], change, directory, audit);
  // Each round finds a licence without a seat, which is then waited for.
  while (outcome.short.length > 0) {
    for (const skuId of outcome.short) short.add(skuId);
    outcome = await changePeople([userId], change, directory, audit);
  }
  // Nothing to change: somebody else may have done the same meanwhile.
  const [person = before] = outcome.changed.length > 0 ? outcome.changed : await directory.readPeople([userId]);
  const freed = before.assignedLicenses.filter(({ skuId }) => !holds(person.assignedLicenses, skuId));
  // When the queue cannot be told, the next sweep serves those who wait.
  await queues.sweeps(freed.map(({ skuId }) => ({ kind: 'waiting', skuId }))).catch(() => undefined);
  return { person, seatsToBuy: await seatsToBuy(person, directory) };
};

/** SKU ids to give and to take. */
type Wish = { add: readonly string[]; remove: readonly string[] };

const wishOf = (add: readonly string[], remove: readonly string[], catalogue: Catalogue): Wish => {
  const refusals: Refusal[] = [];
  const idsOf = (names: readonly string[], target: string) =>
    names.flatMap((name) => {
      const sku = skuNamed(name, catalogue);
      if (!sku) refusals.push({ code: 'LicenceUnknown', target, fact: name.slice(0, 64) });
      return sku ? [sku.skuId] : [];
    });
  const wish = { add: idsOf(add, 'addLicenses'), remove: idsOf(remove, 'removeLicenses') };
  const [first, ...others] = refusals;
  if (first) throw new Refused(first, ...others);
  return wish;
};

const withLicences = (
  person: Person,
  { add, remove, short }: Wish & { short: ReadonlySet<string> },
  catalogue: Catalogue,
  now: Instant,
): Person | undefined => {
  const kept = ({ skuId }: { skuId: string }) => !remove.includes(skuId);
  const assigned = person.assignedLicenses.filter(kept);
  const wanted = [...new Set(add)].filter((skuId) => !holds(assigned, skuId));
  const given = wanted.filter((skuId) => !short.has(skuId)).map((skuId) => ({ skuId }));
  const waiting = person.waitingLicenses.filter(kept).filter(({ skuId }) => !holds(given, skuId));
  const asked = wanted
    .filter((skuId) => short.has(skuId) && !holds(waiting, skuId))
    .map((skuId) => ({ skuId, since: now, place: waitingPlace(now, 0, person.id) }));
  const licences = { assignedLicenses: [...assigned, ...given], waitingLicenses: [...waiting, ...asked] };
  if (sameLicences(person, licences)) return undefined;
  const mailbox = mailboxAfter({ ...person, ...licences }, catalogue, now);
  return { ...person, ...licences, ...(mailbox && { mailbox }) };
};

type Licences = Pick<Person, 'assignedLicenses' | 'waitingLicenses'>;

const sameLicences = (one: Licences, other: Licences): boolean =>
  JSON.stringify([one.assignedLicenses, one.waitingLicenses]) ===
  JSON.stringify([other.assignedLicenses, other.waitingLicenses]);

const holds = (licences: readonly { skuId: string }[], skuId: string) =>
  licences.some((licence) => licence.skuId === skuId);
