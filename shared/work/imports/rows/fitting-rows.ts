/** How many rows are recorded together. */
import { heldRoles } from '../../../domain/access/roles.ts';
import { heldUserName } from '../../../domain/people/held-names.ts';
import { heldKeys } from '../../../domain/people/source-keys.ts';
import type { Person } from '../../../domain/person.ts';
import type { Addition } from '../../directory.ts';
import type { RowDecision } from './decided-row.ts';
import { rolesIn } from './role-rows.ts';

/** Actions of the rows that are recorded together: a transaction has 100, and their result takes two. */
export const maxActions = 98;

/** Bytes of the rows of one result, since an item takes 400 KB; a row that changed nothing has about so many. */
const maxBytes = 200_000;
const usualBytes = 200;

/** The first of the decisions, as many as one transaction takes; no others are asked for. */
export const fitting = (decisions: Iterable<RowDecision>, seatsFrom: Addition['seatsFrom']): RowDecision[] => {
  let [actions, bytes] = [0, 0];
  const skuIds = new Set<string>();
  const people = new Set<string>();
  const names = new Set<string>();
  const fits = (decision: RowDecision): boolean => {
    actions += actionsOf(decision);
    // The free seats of a licence are one item, whoever takes them.
    if (seatsFrom === 'free') for (const skuId of heldIn(decision)) skuIds.add(skuId);
    bytes += decision.result.changes ? Buffer.byteLength(JSON.stringify(decision.result)) : usualBytes;
    // One row may name a person and another the key that they give up: the second is decided when the first is written.
    const id = (decision.add ?? decision.change?.before)?.id;
    const isAgain = id !== undefined && people.size === people.add(id).size;
    // What one gives up another may take beside them, so that two may change names; two cannot take one.
    const taken = nameTaken(decision);
    const isNameAgain = taken !== undefined && names.size === names.add(taken).size;
    return !isAgain && !isNameAgain && actions + skuIds.size <= maxActions && bytes <= maxBytes;
  };
  const fitted: RowDecision[] = [];
  for (const decision of decisions) {
    if (!fits(decision) && fitted.length > 0) break;
    fitted.push(decision);
  }
  return fitted;
};

const heldIn = ({ add, change }: RowDecision): string[] =>
  [add, change?.before, change?.after].flatMap((person) => person?.assignedLicenses.map(({ skuId }) => skuId) ?? []);

/**
 * At most so many actions write a person: the person, the claims on the name and on keys, places in lines, memberships with their
 * count, the place among the deleted, audit entries, and the note of roles that were given or taken.
 */
const actionsOf = (decision: RowDecision): number => {
  const { add, change, audit: births = [] } = decision;
  const notes = births.length + (rolesIn([decision]).roleRows?.length ?? 0);
  if (add) return 2 + heldKeys(add).length + add.waitingLicenses.length + membershipsOf(add) + notes;
  if (!change) return 0;
  const { before, after, audit = [] } = change;
  const names = namesMoved(decision).length;
  const lines = before.waitingLicenses.length + (after?.waitingLicenses.length ?? 0);
  const deletion = before.deleted || after?.deleted ? 1 : 0;
  const memberships = membershipsOf(before) + membershipsOf(after);
  const keys = names > 0 ? keysHeld(before, after) : keysMoved(before, after);
  return 1 + names + keys + lines + deletion + memberships + audit.length + notes;
};

/** The user name that is taken. */
const nameTaken = (decision: RowDecision): string | undefined =>
  namesMoved(decision).length > 0 ? heldUserName(decision.add ?? decision.change?.after) : undefined;

/** User names that are given up and taken. */
const namesMoved = ({ add, change }: RowDecision): string[] => {
  const [old, fresh] = [heldUserName(change?.before), heldUserName(add ?? change?.after)];
  return old === fresh ? [] : [old, fresh].filter((name) => name !== undefined);
};

const keysOf = (person: Person | undefined) => new Set(heldKeys(person).map(({ source, key }) => `${source} ${key}`));

/** Keys that are given up or taken. */
const keysMoved = (before: Person, after: Person | undefined): number =>
  keysOf(before).symmetricDifference(keysOf(after)).size;

/** Whoever gets another user name has the claims on all keys looked at. */
const keysHeld = (before: Person, after: Person | undefined): number => keysOf(before).union(keysOf(after)).size;

const membershipsOf = (person: Person | undefined): number => {
  const roles = person ? heldRoles(person).length : 0;
  return roles > 0 ? roles + 1 : 0;
};
