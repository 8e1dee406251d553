/** The port to the directory: people, their names and their licences. Every write is conditional and all or nothing. */

import type { RoleName } from '../domain/access/roles.ts';
import type { Audit, AuditEntry } from '../domain/audit.ts';
import type { ChunkResult } from '../domain/imports/import-progress.ts';
import type { Catalogue, Sku } from '../domain/licences/licences.ts';
import type { ServicePlan } from '../domain/licences/service-plans.ts';
import type { SkuState } from '../domain/licences/sku-audit.ts';
import type { PeopleFilter } from '../domain/people/people-filter.ts';
import type { PeopleOrder } from '../domain/people/people-order.ts';
import type { KeySource, SourceKey } from '../domain/people/source-keys.ts';
import type { Person } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';

/** Most people that one call of `addPeople` or `changePeople` takes (a transaction has 100 actions). */
export const maxPeopleAtOnce = { added: 49, changed: 25 } as const;

/** People to add, and others to change along with them: all or none. */
export type Addition = {
  people: readonly Person[];
  changes?: readonly PersonChange[];
  /** `free`: their seats are taken now; `reserved`: their import has them already and settles them at its end. */
  seatsFrom: 'free' | 'reserved';
  /** The result of a chunk's rows, recorded in the same transaction and counted once, and what stood in its place. */
  result?: ChunkResult;
  replaced?: ChunkResult;
  /** Entries that tell of the births; people of a file have none: their record says where they came from. */
  audit?: readonly AuditEntry[];
};

/** A key that a person was to get and others have: more than one only where they had it before keys were unique. */
export type KeyTaken = { id: string; source: KeySource; holders: string[] };

/** Why an addition was not made. What is not named stood in nobody's way, and may be tried again. */
export type AdditionLost = {
  kind: 'lost';
  /** Ids of people whose user name somebody else has, and who that is. */
  nameTaken: string[];
  holders: Record<string, string>;
  /** Keys of sources that somebody else has. */
  keysTaken: KeyTaken[];
  /** Ids of people that an earlier delivery added. */
  alreadyAdded: string[];
  /** SKU ids without enough free seats. */
  short: string[];
  /** Ids of people who were to be changed, and were changed by somebody else meanwhile. */
  stale: string[];
  /** The changes would leave nobody who can act as Global Administrator. */
  lastAdministrator: boolean;
  /** The result is there already: an earlier delivery did everything. */
  resultRecorded: boolean;
};

/**
 * A change of a person: written only if nobody else wrote since `before` was read. Without `after` the person is removed
 * for good; the audit entries stay.
 */
export type PersonChange = { before: Person; after?: Person; audit?: readonly AuditEntry[] };

/** A change of nothing but a person's own record: not of the name, seats, roles or places in lists. It leaves no audit entry. */
export type OwnChange = { before: Person; after: Person };

/** Why changes were not made. Nothing is named: try again. */
export type ChangesLost = {
  kind: 'lost';
  /** Ids of people who changed meanwhile. */
  stale: string[];
  /** SKU ids without enough free seats. */
  short: string[];
  /** People whose new user name somebody else holds: the id of both. */
  nameTaken: { id: string; holder: string }[];
  keysTaken: KeyTaken[];
  /** The changes would leave nobody who can act as Global Administrator. */
  lastAdministrator: boolean;
};

/** What `PUT subscribedSkus` sets; without `servicePlans` those that are set stay. */
export type SkuSetting = {
  skuId: string;
  skuPartNumber: string;
  carriesMailbox: boolean;
  enabled: number;
  servicePlans?: readonly ServicePlan[];
};

/** A page of people: those of the filter (everybody without one), in an order, after the place where a page ended. */
export type PeopleQuestion = { top: number; filter?: PeopleFilter; order?: PeopleOrder; after?: string };

export type Directory = {
  /** The people of these ids, as they are now; unknown ids are left out. */
  readPeople(ids: readonly string[]): Promise<Person[]>;
  /** The person who holds a user name now. */
  findByUserName(userName: string): Promise<Person | undefined>;
  /** Who holds these user names: ids by name in canonical form; free names are left out. */
  holdersOf(userNames: readonly string[]): Promise<Map<string, string>>;
  /**
   * Who holds these keys of a source: ids by key in canonical form; free keys are left out. More than one holds a key
   * only where they had it before keys were unique.
   */
  keyHolders(source: KeySource, keys: readonly string[]): Promise<Map<string, readonly string[]>>;
  /** All keys of a source that somebody has, a page at a time. */
  keyClaims(source: KeySource): AsyncIterable<{ key: string; holders: readonly string[] }[]>;
  /** Both at once, in one read: of names as `holdersOf` has them, of keys each that somebody holds, in canonical form. */
  claimHolders(asked: { userNames: readonly string[]; keys: readonly SourceKey[] }): Promise<{
    names: Map<string, string>;
    keys: (SourceKey & { holders: readonly string[] })[];
  }>;
  /** People who hold a role, in the order of their ids, after the given one; `next` is absent on the last page. */
  membersOf(role: RoleName, page: { top: number; after?: string }): Promise<{ people: Person[]; next?: string }>;
  /**
   * The roles of a person that count: those of the record that whoever gives roles has confirmed. What is in the record
   * alone was written by somebody who may not give any.
   */
  countingRoles(person: Person): Promise<RoleName[]>;
  /** A person as they are now, with the roles that count; it is told which roles to expect, and looks for any. */
  personAndRoles(id: string, expected: readonly RoleName[]): Promise<{ person: Person; roles: RoleName[] } | undefined>;
  /**
   * Deleted people of the filter in the order of the names that they had; `after` is the `next` of another page. With a
   * filter the work of a call is bounded, so that a page may be short or empty and yet have a `next`.
   */
  listDeleted(page: Omit<PeopleQuestion, 'order'>): Promise<{ people: Person[]; next?: string }>;
  /**
   * People who are not deleted, in the wanted order, else in the one that suits the filter; without any filter that is by
   * user name. The work of a call is bounded, so that a page may be short or empty and yet have a `next`, the place to
   * go on after; it is absent on the last page. By display name the order is eventually consistent, the people are not.
   */
  listPeople(question: PeopleQuestion): Promise<{ people: Person[]; next?: string }>;
  /** How many people the filter means, eventually consistent; undefined where counting them would not be bounded. */
  countPeople(filter: PeopleFilter): Promise<number | undefined>;
  addPeople(addition: Addition): Promise<{ kind: 'added' } | AdditionLost>;
  /** Writes people; names, keys, free seats, waiting lists and role members follow from what they are before and after. */
  changePeople(changes: readonly PersonChange[]): Promise<{ kind: 'changed' } | ChangesLost>;
  /**
   * Writes changes of people's own records, each for itself and not all or none: cheaper, and enough where nothing else
   * has to follow. What became of each, in their order; `stale`: somebody else wrote since `before` was read.
   */
  changePeopleEach(changes: readonly OwnChange[]): Promise<('changed' | 'stale')[]>;
  /** Every licence of the organisation, by part number. */
  catalogue(): Promise<Catalogue>;
  readSku(skuId: string): Promise<Sku | undefined>;
  /** Service plans of these licences, by SKU id; none for a licence that has none or is unknown. */
  servicePlans(skuIds: readonly string[]): Promise<ReadonlyMap<string, readonly ServicePlan[]>>;
  /**
   * Sets a licence, with its audit entry in the same write when anything differs; `below` when fewer seats than are in
   * use were asked for, `taken` when the part number is, `unseen` when the licence, or that there is none, is not what the
   * asker saw.
   */
  putSku(
    setting: SkuSetting,
    audit?: Audit,
    isAsSeen?: (before: SkuState | undefined) => boolean,
  ): Promise<({ kind: 'set' } & SkuState) | { kind: 'below'; inUse: number } | { kind: 'taken' } | { kind: 'unseen' }>;
  /** The first of those who wait for a licence, in their order. */
  waitingFor(skuId: string, most: number): Promise<string[]>;
  /** A page of a licence's line after a place in it; `next` is absent on the last page. */
  waitingPage(
    skuId: string,
    page: { top: number; after?: string },
  ): Promise<{ waiting: { id: string; place: string }[]; next?: string }>;
  /** How many wait for a licence. */
  countWaiting(skuId: string): Promise<number>;
  /** Ids of people of a shard (0 to 15) whose moment has come, in time order, a page at a time. Eventually consistent. */
  due(shard: number, now: Instant): AsyncIterable<string[]>;
};
