/** Graph's assignLicense: licences given and taken in one step. */

import type { Audit } from '../../domain/audit.ts';
import { type Catalogue, mailboxAfter, skuNamed, waitingPlace } from '../../domain/licences/licences.ts';
import { withDisabledPlans } from '../../domain/licences/service-plans.ts';
import { beginningOf } from '../../domain/one-line.ts';
import type { AssignedLicence, Person } from '../../domain/person.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import { type Refusal, Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { changeAsSeen } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import { findPerson } from '../find-person.ts';
import type { Queues } from '../queues.ts';
import { resolveDisabledPlans } from './disabled-plans.ts';
import { type SeatsToBuy, seatsToBuy } from './seats-to-buy.ts';

export type AssignPorts = {
  directory: Pick<
    Directory,
    'readPeople' | 'findByUserName' | 'changePeople' | 'catalogue' | 'servicePlans' | 'countWaiting'
  >;
  queues: Pick<Queues, 'sweeps'>;
  now: () => Instant;
};

/** `idOrName` is the person's id or user name; licences are named by SKU id or part number. */
export type AssignRequest = {
  idOrName: string;
  add: readonly { licence: string; disabledPlans: readonly string[] }[];
  remove: readonly string[];
  principal: Principal;
};

/**
 * Gives and takes licences. A licence without a free seat is waited for, as at creation; `seatsToBuy` says how many are
 * missing. One that is held or waited for already takes no other seat and keeps its place: only its switched-off plans
 * become those that are named, none when none are (as in Graph). Taking one that is waited for leaves the line; taking
 * one that is neither held nor waited for changes nothing, so that a request can be repeated (Graph refuses it). Throws
 * `Refused` NotFound, LicenceUnknown, ServicePlanUnknown, UsageLocationMissing.
 */
export const assignLicences = async (
  { idOrName, add, remove, principal }: AssignRequest,
  { directory, queues, now }: AssignPorts,
): Promise<{ person: Person; seatsToBuy: SeatsToBuy[] }> => {
  // It is kept between requests: the person is read after it, and what is kept is held against the table with that.
  const catalogue = await directory.catalogue();
  const wish = await wishOf(add, remove, catalogue, directory);
  const before = await findPerson(idOrName, directory);
  if (!before) throw new Refused({ code: 'NotFound' });
  if (wish.add.length > 0 && !before.usageLocation) {
    throw new Refused({ code: 'UsageLocationMissing', target: 'usageLocation' });
  }
  const audit: Audit = { activity: 'Change user license', initiatedBy: actorOf(principal), now: now() };
  const short = new Set<string>();
  const change = (person: Person) => {
    // Deleted since it was looked at.
    if (person.deleted) throw new Refused({ code: 'NotFound' });
    return withLicences(person, { ...wish, short }, catalogue, audit.now);
  };
  let outcome = await changeAsSeen([before], change, directory, audit);
  // Each round finds a licence without a seat, which is then waited for.
  while (outcome.short.length > 0) {
    for (const skuId of outcome.short) short.add(skuId);
    outcome = await changeAsSeen([before], change, directory, audit);
  }
  // Nothing to change: somebody else may have done the same meanwhile.
  const [person = before] = outcome.changed.length > 0 ? outcome.changed : await directory.readPeople([before.id]);
  if (person.deleted) throw new Refused({ code: 'NotFound' });
  const freed = before.assignedLicenses.filter(({ skuId }) => !holds(person.assignedLicenses, skuId));
  // When the queue cannot be told, the next sweep serves those who wait.
  await queues.sweeps(freed.map(({ skuId }) => ({ kind: 'waiting', skuId }))).catch(() => undefined);
  return { person, seatsToBuy: await seatsToBuy(person, catalogue, directory) };
};

/** Licences to give, each once, and SKU ids to take. */
type Wish = { add: readonly AssignedLicence[]; remove: readonly string[] };

const wishOf = async (
  add: AssignRequest['add'],
  remove: readonly string[],
  catalogue: Catalogue,
  directory: Pick<Directory, 'servicePlans'>,
): Promise<Wish> => {
  const refusals: Refusal[] = [];
  const idsOf = (names: readonly string[], target: string) =>
    names.flatMap((name) => {
      const sku = skuNamed(name, catalogue);
      if (!sku) refusals.push({ code: 'LicenceUnknown', target, fact: beginningOf(name, 64) });
      return sku ? [sku.skuId] : [];
    });
  const skuIds = idsOf(
    add.map(({ licence }) => licence),
    'addLicenses',
  );
  const removed = idsOf(remove, 'removeLicenses');
  const wishes = add.map(({ licence, disabledPlans }) => ({ licence, plans: disabledPlans }));
  const plans = await resolveDisabledPlans(wishes, 'addLicenses', catalogue, directory);
  const [first, ...others] = [...refusals, ...plans.refusals];
  if (first) throw new Refused(first, ...others);
  const given = [...new Set(skuIds)].map((skuId) => withDisabledPlans({ skuId }, plans.disabledPlans.get(skuId) ?? []));
  return { add: given, remove: removed };
};

const withLicences = (
  person: Person,
  { add, remove, short }: Wish & { short: ReadonlySet<string> },
  catalogue: Catalogue,
  now: Instant,
): Person | undefined => {
  const kept = ({ skuId }: AssignedLicence) => !remove.includes(skuId);
  /** The licence as it was, but for the plans that are asked for now. */
  const again = <Licence extends AssignedLicence>(licence: Licence): Licence => {
    const wish = add.find(({ skuId }) => skuId === licence.skuId);
    return wish ? withDisabledPlans(licence, wish.disabledPlans ?? []) : licence;
  };
  const assigned = person.assignedLicenses.filter(kept).map(again);
  const wanted = add.filter(({ skuId }) => !holds(assigned, skuId));
  const given = wanted.filter(({ skuId }) => !short.has(skuId));
  const waiting = person.waitingLicenses
    .filter(kept)
    .filter(({ skuId }) => !holds(given, skuId))
    .map(again);
  const asked = wanted
    .filter(({ skuId }) => short.has(skuId) && !holds(waiting, skuId))
    .map((licence) => ({ ...licence, since: now, place: waitingPlace(now, 0, person.id) }));
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
