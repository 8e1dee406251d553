/** The directory in memory. Every write looks at all of its conditions first, and writes all or nothing. */
import { randomUUID } from 'node:crypto';
import { actsAsGlobalAdministrator, heldRoles } from '../../shared/domain/access/roles.ts';
import { nextDue } from '../../shared/domain/enforcement/next-due.ts';
import { auditOfSku } from '../../shared/domain/licences/sku-audit.ts';
import { listName } from '../../shared/domain/people/list-name.ts';
import { matchesFilter } from '../../shared/domain/people/people-filter.ts';
import { locationOf, type PeopleOrder } from '../../shared/domain/people/people-order.ts';
import { canonicalKey } from '../../shared/domain/people/source-keys.ts';
import type { Person } from '../../shared/domain/person.ts';
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';
import { canonicalUserName } from '../../shared/domain/user-name.ts';
import {
  type AdditionLost,
  type ChangesLost,
  type Directory,
  maxPeopleAtOnce,
  type PersonChange,
} from '../../shared/work/directory.ts';
import { keptMark } from '../../shared/work/entry-chain.ts';
import { isInTheWay, recordResult } from './imports.ts';
import { keysLost, moveKeys, textOfKey } from './keys.ts';
import { byBytes, byText, copy, keyOf, type Memory, turn } from './memory.ts';

export const fakeDirectory = (memory: Memory, policy: Policy = defaultPolicy): Directory => {
  const { people, names, keys, due, skus, plans, audit, chunks } = memory;

  /** Writes a person together with the moment that the due index has, as the policy has it now. */
  const write = (person: Person) => {
    const at = nextDue(person, policy);
    const { newestEntry } = person;
    people.set(person.id, copy({ ...person, ...(newestEntry && { newestEntry: keptMark(newestEntry, policy) }) }));
    if (at) due.set(person.id, at);
    else due.delete(person.id);
  };

  /** Licences that lack the free seats that these changes take. */
  const seatsOf = (changes: readonly { before?: Person; after?: Person }[]) => {
    const takes = new Map<string, number>();
    const add = (person: Person | undefined, n: number) => {
      for (const { skuId } of person?.assignedLicenses ?? []) takes.set(skuId, (takes.get(skuId) ?? 0) + n);
    };
    for (const { before, after } of changes) {
      add(after, 1);
      add(before, -1);
    }
    const moved = [...takes].filter(([, n]) => n !== 0);
    const short = moved.filter(([skuId, n]) => (skus.get(skuId)?.free ?? -1) < Math.max(n, 0)).map(([skuId]) => skuId);
    const take = () => {
      for (const [skuId, n] of moved) {
        const sku = skus.get(skuId);
        if (sku) skus.set(skuId, { ...sku, free: sku.free - n });
      }
    };
    return { short, take };
  };
  const writeChange = ({ before, after, audit: entries = [] }: PersonChange) => {
    if (after) write({ ...after, version: before.version + 1 });
    else [people, due].map((map) => map.delete(before.id));
    if (after && heldName(after)) names.set(heldName(after), after.id);
    audit.push(...copy(entries));
  };
  /** Names are given up first, so that others of the same write may have them. */
  const writeChanges = (changes: readonly PersonChange[]) => {
    for (const { before } of changes) {
      if (names.get(heldName(before)) === before.id) names.delete(heldName(before));
    }
    for (const change of changes) writeChange(change);
  };
  const waiting = (skuId: string) =>
    [...people.values()]
      .flatMap(({ id, waitingLicenses }) =>
        waitingLicenses.filter((entry) => entry.skuId === skuId).map(({ place }) => ({ id, place })),
      )
      .sort((one, other) => byText(one.place, other.place));

  return {
    readPeople: async (ids) => {
      await turn();
      return copy(ids.flatMap((id) => people.get(keyOf(id)) ?? []));
    },
    findByUserName: async (userName) => {
      await turn();
      return copy(people.get(names.get(keyOf(canonicalUserName(userName))) ?? ''));
    },
    holdersOf: async (userNames) => {
      await turn();
      const found = userNames.map(canonicalUserName).flatMap((name) => {
        const id = names.get(name);
        return id === undefined ? [] : [[name, id] as const];
      });
      return new Map(found);
    },
    keyHolders: async (source, wanted) => {
      await turn();
      const found = wanted.flatMap((text) => {
        const key = canonicalKey(source, text);
        const ids = keys.get(textOfKey({ source, key }));
        return ids ? [[key, copy(ids)] as const] : [];
      });
      return new Map(found);
    },
    keyClaims: async function* (source) {
      await turn();
      const prefix = textOfKey({ source, key: '' });
      const claims = [...keys].filter(([text]) => text.startsWith(prefix));
      yield claims.map(([text, holders]) => ({ key: text.slice(prefix.length), holders: copy(holders) }));
    },
    claimHolders: async ({ userNames, keys: wanted }) => {
      await turn();
      const named = userNames.map(canonicalUserName).flatMap((name) => {
        const id = names.get(name);
        return id === undefined ? [] : [[name, id] as const];
      });
      const keyed = wanted.flatMap(({ source, key: text }) => {
        const key = canonicalKey(source, text);
        const holders = keys.get(textOfKey({ source, key }));
        return holders ? [{ source, key, holders: copy(holders) }] : [];
      });
      return { names: new Map(named), keys: keyed };
    },
    listPeople: async ({ top, filter = [], order, after }) => {
      await turn();
      const where = locationOf(filter, order);
      const { by, descending } = where.kind === 'order' ? where.order : (order ?? byUserName);
      const placeOf = (person: Person) => (by === 'displayName' ? listName(person) : heldName(person));
      const from = after === undefined ? undefined : keyOf(after);
      const open = [...people.values()]
        .filter((person) => !person.deleted && matchesFilter(filter, person))
        .sort((one, other) => byBytes(placeOf(one), placeOf(other)) * (descending ? -1 : 1))
        .filter((person) => from === undefined || byBytes(placeOf(person), from) * (descending ? -1 : 1) > 0);
      const page = open.slice(0, top);
      const last = page.at(-1);
      return { people: copy(page), ...(last && open.length > top && { next: placeOf(last) }) };
    },
    countPeople: async (filter) => {
      await turn();
      if (['nickname', 'due'].includes(locationOf(filter).kind)) return undefined;
      return [...people.values()].filter((person) => !person.deleted && matchesFilter(filter, person)).length;
    },
    membersOf: async (role, { top, after = '' }) => {
      await turn();
      const members = [...people.values()].filter((one) => heldRoles(one).includes(role) && one.id > after);
      const sorted = members.sort((one, other) => byText(one.id, other.id));
      const next = sorted.length > top ? sorted[top - 1]?.id : undefined;
      return { people: copy(sorted.slice(0, top)), ...(next !== undefined && { next }) };
    },
    countingRoles: async (person) => {
      await turn();
      const stored = people.get(keyOf(person.id));
      return heldRoles(person).filter((role) => stored && heldRoles(stored).includes(role));
    },
    personAndRoles: async (id) => {
      await turn();
      const person = copy(people.get(keyOf(id)));
      return person && { person, roles: heldRoles(person) };
    },
    listDeleted: async ({ top, after = '!', filter = [] }) => {
      await turn();
      const places = [...people.values()]
        .filter((one) => one.deleted && matchesFilter(filter, one))
        .map((one) => ({ place: `${canonicalUserName(one.userPrincipalName)}#${one.id}`, one }))
        .filter(({ place }) => place > keyOf(after))
        .sort((one, other) => byText(one.place, other.place));
      const page = places.slice(0, top);
      const next = places.length > top ? page.at(-1)?.place : undefined;
      return { people: copy(page.map(({ one }) => one)), ...(next && { next }) };
    },
    addPeople: async ({ people: added, changes = [], seatsFrom, result, replaced, audit: entries = [] }) => {
      await turn();
      const holder = ({ userPrincipalName }: Person) => names.get(canonicalUserName(userPrincipalName));
      const present = added.filter(({ id }) => people.has(id));
      const beaten = added.filter((one) => !present.includes(one) && (holder(one) ?? one.id) !== one.id);
      const beginners = added.filter((one) => !present.includes(one));
      const transitions = [...added.map((after) => ({ after })), ...changes];
      const seats = seatsOf(seatsFrom === 'free' ? transitions : []);
      const renamed = namesLost(names, changes);
      const there = result && chunks.get(result.importId)?.get(result.firstRow);
      const lost: AdditionLost = {
        kind: 'lost',
        nameTaken: [...beaten.map(({ id }) => id), ...renamed.map(({ id }) => id)],
        holders: Object.fromEntries([
          ...beaten.map((one) => [one.id, holder(one) ?? '']),
          ...renamed.map((one) => [one.id, one.holder]),
        ]),
        keysTaken: keysLost(keys, [...beginners.map((after) => ({ after })), ...changes]),
        alreadyAdded: present.map(({ id }) => id),
        short: seats.short,
        stale: staleOf(people, changes),
        lastAdministrator: loseLastAdministrator(people, changes),
        resultRecorded: isInTheWay(there, replaced),
      };
      const inTheWay = [...lost.nameTaken, ...lost.keysTaken, ...lost.alreadyAdded, ...lost.short, ...lost.stale];
      if (lost.resultRecorded || lost.lastAdministrator || inTheWay.length > 0) return lost;
      seats.take();
      moveKeys(keys, transitions);
      for (const one of added) {
        write(one);
        names.set(canonicalUserName(one.userPrincipalName), one.id);
      }
      writeChanges(changes);
      audit.push(...copy(entries));
      if (result) recordResult(memory, result);
      return { kind: 'added' };
    },
    changePeople: async (changes) => {
      await turn();
      if (changes.length > maxPeopleAtOnce.changed) throw new Error('more people than a transaction may have to take');
      const seats = seatsOf(changes);
      const lost: ChangesLost = {
        kind: 'lost',
        stale: staleOf(people, changes),
        short: seats.short,
        nameTaken: namesLost(names, changes),
        keysTaken: keysLost(keys, changes),
        lastAdministrator: loseLastAdministrator(people, changes),
      };
      const inTheWay = [...lost.stale, ...lost.short, ...lost.nameTaken, ...lost.keysTaken];
      if (inTheWay.length > 0 || lost.lastAdministrator) return lost;
      seats.take();
      moveKeys(keys, changes);
      writeChanges(changes);
      return { kind: 'changed' };
    },
    changePeopleEach: async (changes) => {
      await turn();
      return changes.map(({ before, after }) => {
        if (people.get(before.id)?.version !== before.version) return 'stale';
        write({ ...after, version: before.version + 1 });
        return 'changed';
      });
    },
    catalogue: async () => {
      await turn();
      return copy([...skus.values()].sort((one, other) => byText(one.skuPartNumber, other.skuPartNumber)));
    },
    readSku: async (skuId) => {
      await turn();
      return copy(skus.get(skuId));
    },
    servicePlans: async (skuIds) => {
      await turn();
      return new Map(skuIds.flatMap((skuId) => (plans.has(skuId) ? [[skuId, copy(plans.get(skuId) ?? [])]] : [])));
    },
    putSku: async ({ servicePlans, ...setting }, audited, isAsSeen) => {
      await turn();
      const former = skus.get(setting.skuId);
      const before = former && { sku: former, servicePlans: plans.get(setting.skuId) ?? [] };
      if (isAsSeen && !isAsSeen(before)) return { kind: 'unseen' };
      const inUse = former ? former.enabled - former.free : 0;
      const partNumber = setting.skuPartNumber.toUpperCase();
      if (setting.enabled < inUse) return { kind: 'below', inUse };
      const others = [...skus.values()].filter(({ skuId }) => skuId !== setting.skuId);
      if (others.some((other) => other.skuPartNumber.toUpperCase() === partNumber)) return { kind: 'taken' };
      const sku = { ...setting, free: setting.enabled - inUse, reserved: former?.reserved ?? 0 };
      const after = { sku, servicePlans: servicePlans ?? before?.servicePlans ?? [] };
      skus.set(setting.skuId, sku);
      if (servicePlans) plans.set(setting.skuId, copy(servicePlans));
      const entry = audited && auditOfSku(before, after, { ...audited, id: randomUUID() });
      if (entry) audit.push(copy(entry));
      return { kind: 'set', ...copy(after) };
    },
    waitingFor: async (skuId, most) => {
      await turn();
      return waiting(skuId)
        .slice(0, most)
        .map(({ id }) => id);
    },
    waitingPage: async (skuId, { top, after = '' }) => {
      await turn();
      const open = waiting(skuId).filter(({ place }) => place > after);
      const page = open.slice(0, top);
      const last = open.length > top ? page.at(-1)?.place : undefined;
      return { waiting: page, ...(last !== undefined && { next: last }) };
    },
    countWaiting: async (skuId) => {
      await turn();
      return waiting(skuId).length;
    },
    due: async function* (shard, now) {
      await turn();
      const ids = [...due]
        .map(([id, at]) => ({ id, at }))
        .filter(({ id, at }) => at <= now && Number.parseInt(id.charAt(0), 16) === shard)
        .sort((one, other) => byText(`${one.at}#${one.id}`, `${other.at}#${other.id}`))
        .map(({ id }) => id);
      for (let start = 0; start < ids.length; start += 100) yield ids.slice(start, start + 100);
    },
  };
};

const byUserName: PeopleOrder = { by: 'userPrincipalName', descending: false };

/** The user name that a person holds; empty while deleted. */
const heldName = (person: Person): string => (person.deleted ? '' : canonicalUserName(person.userPrincipalName));

const staleOf = (people: ReadonlyMap<string, Person>, changes: readonly PersonChange[]): string[] =>
  changes.filter(({ before }) => people.get(before.id)?.version !== before.version).map(({ before }) => before.id);

/** User names that somebody else holds who is not the one that a change gives them to. */
const namesLost = (names: ReadonlyMap<string, string>, changes: readonly PersonChange[]) =>
  changes.flatMap(({ after }) => {
    const holder = after && names.get(heldName(after));
    const isLeft = changes.some(
      ({ before, after: then }) => before.id === holder && (!then || heldName(then) !== heldName(before)),
    );
    return after && holder !== undefined && holder !== after.id && !isLeft ? [{ id: after.id, holder }] : [];
  });

/** Whether these changes would take away the last of those who can act as Global Administrator. */
const loseLastAdministrator = (people: ReadonlyMap<string, Person>, changes: readonly PersonChange[]): boolean => {
  const count = (some: readonly (Person | undefined)[]) =>
    some.filter((one) => one && actsAsGlobalAdministrator(one)).length;
  const more = count(changes.map(({ after }) => after)) - count(changes.map(({ before }) => before));
  return more < 0 && count([...people.values()]) + more < 1;
};
